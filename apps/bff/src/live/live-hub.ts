import type { AccessRequest, DesktopPool, WorkRequest } from '@gatehouse/contract'
import type { Inventory } from '../inventory/inventory.ts'
import type { NounName } from '../inventory/noun.ts'
import type { Replicas } from '../replicas/replicas.ts'
import type { Store } from '../store/store.ts'
import { createLogArchive, type LogArchive } from './log-archive.ts'
import type { LogState } from './log-source.ts'
import { defaultPace, type Pace } from './pace.ts'
import { createPoller, type Poller } from './poller.ts'
import type { Source, Watcher } from './source.ts'
import { topicName, type Topic, type TopicKind, type TopicOf } from './topic.ts'

/** What an act changed: one thing, or the items of a noun in one place. The place is null when it is not known. */
export type Touch =
  | TopicOf<PolledKind>
  | { noun: NounName; place: { connectionId: string; compartmentId: string } | null }

/** The state of each polled topic. The ledger is not polled: it publishes its changes itself. */
export interface TopicStates {
  'access-request': AccessRequest
  'desktop-pool': DesktopPool
  'work-request': WorkRequest
  'work-request-log': LogState
}

export type PolledKind = keyof TopicStates & TopicKind

/** Creates the source that reads a topic of the kind. */
export type Provider<K extends PolledKind> = (topic: TopicOf<K>) => Source<TopicStates[K]>

/**
 * Runs one poller per watched topic and fans its events out to all watchers. A topic without watchers is not polled, and
 * neither is one that has ended. Routes read through the same pollers, so concurrent reads of a topic share one OCI call.
 */
export interface LiveHub {
  /** Registers the provider of a kind. Called once per kind, by the route that owns it, while the app is built. */
  provide<K extends PolledKind>(kind: K, provider: Provider<K>): void
  /** The watcher gets the whole state, then its changes. Call the result to unsubscribe. */
  watch(topic: TopicOf<PolledKind>, watcher: Watcher): () => void
  /** The current state. It is at most as old as the poller's pace. Rejects when the read fails. */
  read<K extends PolledKind>(topic: TopicOf<K>): Promise<TopicStates[K]>
  /** Marks what was read of these as stale, and reads again at once what is watched. */
  nudge(...touched: Touch[]): void
  readonly archive: LogArchive
  /** Ends all polling. */
  close(): Promise<void>
}

interface LiveHubOptions {
  store: Store
  inventory: Pick<Inventory, 'hurry'>
  replicas: Replicas
  pace?: Partial<Pace> | undefined
}

export function createLiveHub({ store, inventory, replicas, pace = {} }: LiveHubOptions): LiveHub {
  const archive = createLogArchive(store, replicas)
  const { channel } = replicas
  const providers = new Map<TopicKind, (topic: Topic) => Source<unknown>>()
  const pollers = new Map<string, Poller<unknown>>()

  function pollerOf(topic: Topic): Poller<unknown> {
    const name = topicName(topic)
    const existing = pollers.get(name)
    if (existing) return existing
    const provider = providers.get(topic.kind)
    if (!provider) throw new Error(`The topic ${topic.kind} has no provider.`)
    const poller = createPoller({
      topic: name,
      source: provider(topic),
      pace: { ...defaultPace, ...pace },
      replicas,
      onIdle: () => pollers.delete(name),
    })
    pollers.set(name, poller)
    return poller
  }

  const unsubscribe = [
    channel.on('topic-read', ({ topic, readAt }) => pollers.get(topic)?.changedElsewhere(Date.parse(readAt))),
    channel.on('topic-stale', ({ topic }) => pollers.get(topic)?.nudge()),
  ]

  return {
    archive,
    provide(kind, provider) {
      if (providers.has(kind)) throw new Error(`The topic ${kind} already has a provider.`)
      providers.set(kind, provider as unknown as (topic: Topic) => Source<unknown>) // only topics of the kind reach it
    },
    watch: (topic, watcher) => pollerOf(topic).watch(watcher),
    read: async <K extends PolledKind>(topic: TopicOf<K>) => (await pollerOf(topic).read()) as TopicStates[K], // what the kind's provider reads
    nudge(...touched) {
      for (const touch of touched) {
        if ('noun' in touch) inventory.hurry(touch.noun, touch.place ?? undefined)
        else {
          const topic = topicName(touch)
          pollers.get(topic)?.nudge()
          channel.send({ is: 'topic-stale', topic })
        }
      }
    },
    async close() {
      for (const end of unsubscribe) end()
      for (const poller of pollers.values()) poller.close()
      pollers.clear()
      await archive.close()
    },
  }
}

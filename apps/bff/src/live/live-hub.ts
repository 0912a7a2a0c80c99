import type {
  AccessRequest,
  AccessRequestSummary,
  Desktop,
  DesktopPool,
  DesktopPoolSummary,
  ServiceId,
  WorkRequest,
} from '@gatehouse/contract'
import type { Store } from '../store/store.ts'
import type { ListingState } from './listing-source.ts'
import { createLogArchive, type LogArchive } from './log-archive.ts'
import type { LogState } from './log-source.ts'
import { defaultPace, type Pace } from './pace.ts'
import { createPoller, type Poller, type ReadOptions } from './poller.ts'
import type { Source, Watcher } from './source.ts'
import { placeKey } from './everywhere.ts'
import { topicName, type ListingKind, type Topic, type TopicKind, type TopicOf } from './topic.ts'

/** What an act changed: one topic, all topics of a kind, or one place of a listing. */
export type Touch =
  | Topic
  | TopicKind
  | { listing: ListingKind; connectionId: string; service: ServiceId; compartmentId: string }

/** The state of each polled topic. The ledger is not polled: it publishes its changes itself. */
export interface TopicStates {
  'access-requests': ListingState<AccessRequestSummary>
  'desktop-pools': ListingState<DesktopPoolSummary>
  desktops: ListingState<Desktop>
  'work-requests': ListingState<WorkRequest>
  'desktop-pool-desktops': ListingState<Desktop>
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
  /** The current state. It is at most as old as the poller's pace, or as `withinMs` says. Rejects when the read fails. */
  read<K extends PolledKind>(topic: TopicOf<K>, options?: ReadOptions): Promise<TopicStates[K]>
  /** Marks what was read of these as stale, and reads again at once what is watched. */
  nudge(...touched: Touch[]): void
  readonly archive: LogArchive
  /** Ends all polling. */
  close(): Promise<void>
}

export function createLiveHub({ store, pace = {} }: { store: Store; pace?: Partial<Pace> | undefined }): LiveHub {
  const archive = createLogArchive(store)
  const providers = new Map<TopicKind, (topic: Topic) => Source<unknown>>()
  const pollers = new Map<string, { kind: TopicKind; poller: Poller<unknown> }>()

  function pollerOf(topic: Topic): Poller<unknown> {
    const name = topicName(topic)
    const existing = pollers.get(name)
    if (existing) return existing.poller
    const provider = providers.get(topic.kind)
    if (!provider) throw new Error(`The topic ${topic.kind} has no provider.`)
    const poller = createPoller({
      topic: name,
      source: provider(topic),
      pace: { ...defaultPace, ...pace },
      onIdle: () => pollers.delete(name),
    })
    pollers.set(name, { kind: topic.kind, poller })
    return poller
  }

  function nudgeAll(touched: TopicKind) {
    for (const { kind, poller } of pollers.values()) if (kind === touched) poller.nudge()
  }

  return {
    archive,
    provide(kind, provider) {
      if (providers.has(kind)) throw new Error(`The topic ${kind} already has a provider.`)
      providers.set(kind, provider as unknown as (topic: Topic) => Source<unknown>) // only topics of the kind reach it
    },
    watch: (topic, watcher) => pollerOf(topic).watch(watcher),
    read: async <K extends PolledKind>(topic: TopicOf<K>, options?: ReadOptions) =>
      (await pollerOf(topic).read(options)) as TopicStates[K], // what the kind's provider reads
    nudge(...touched) {
      for (const touch of touched) {
        if (typeof touch === 'string') nudgeAll(touch)
        else if ('listing' in touch) pollers.get(touch.listing)?.poller.nudge(placeKey(touch))
        else pollers.get(topicName(touch))?.poller.nudge()
      }
    },
    async close() {
      for (const { poller } of pollers.values()) poller.close()
      pollers.clear()
      await archive.close()
    },
  }
}

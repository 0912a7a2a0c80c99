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

/** What reading a topic gives. The ledger is not polled: it reports its changes itself. */
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

/** Says how the topics of a kind are looked at. */
export type Provider<K extends PolledKind> = (topic: TopicOf<K>) => Source<TopicStates[K]>

/**
 * One poller for each thing that is watched, however many watch; none for what nobody watches or what has ended. What
 * routes read goes through it too, so that nobody asks OCI twice for the same thing at the same time.
 */
export interface LiveHub {
  /** Said once for each kind, by the route that owns it, while the app is built. */
  provide<K extends PolledKind>(kind: K, provider: Provider<K>): void
  /** The watcher is told the whole state, then what changes. Call the result to leave. */
  watch(topic: TopicOf<PolledKind>, watcher: Watcher): () => void
  /** The state now, from a look not older than the poller's pace unless said otherwise. Rejects as the look does. */
  read<K extends PolledKind>(topic: TopicOf<K>, options?: ReadOptions): Promise<TopicStates[K]>
  /** These were changed: what was read of them is stale, and what is watched is read again at once. */
  nudge(...touched: Touch[]): void
  readonly archive: LogArchive
  /** Ends all looking. */
  close(): Promise<void>
}

export function createLiveHub({ store, pace = {} }: { store: Store; pace?: Partial<Pace> | undefined }): LiveHub {
  const archive = createLogArchive(store)
  const providers = new Map<TopicKind, (topic: Topic) => Source<unknown>>()
  const pollers = new Map<string, { kind: TopicKind; poller: Poller<unknown> }>()

  function pollerOf(topic: Topic): Poller<unknown> {
    const name = topicName(topic)
    const known = pollers.get(name)
    if (known) return known.poller
    const provider = providers.get(topic.kind)
    if (!provider) throw new Error(`Nobody says how the topic ${topic.kind} is read.`)
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
      if (providers.has(kind)) throw new Error(`How the topic ${kind} is read is said twice.`)
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

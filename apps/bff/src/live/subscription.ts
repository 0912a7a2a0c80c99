import type { LiveHub, PolledKind } from './live-hub.ts'
import { startLogFeed } from './log-feed.ts'
import type { LiveEvent, Watcher } from './source.ts'
import { topicName, type TopicOf } from './topic.ts'

interface SubscriptionOptions {
  live: LiveHub
  topics: readonly TopicOf<PolledKind>[]
  /** By topic, the id of the last event that the watcher has of it. */
  lastEventIds: Readonly<Record<string, string>>
  deliver: Watcher
  /** Resolves when the watcher can take more of a long log. */
  ready: () => Promise<void>
  /** Called when the subscription cannot continue. The watcher has to reconnect. */
  broken: (error: unknown) => void
}

/** Subscribes one watcher to several topics. Call the result to unsubscribe. */
export function subscribe({ live, topics, lastEventIds, ...watcher }: SubscriptionOptions): () => void {
  const subscriptions = topics.map((topic) => {
    const name = topicName(topic)
    const version = Object.hasOwn(lastEventIds, name) ? lastEventIds[name] : undefined
    return topic.kind === 'work-request-log'
      ? subscribeToLog(topic, name, version)
      : live.watch(topic, withoutLast(version, watcher.deliver))
  })

  function subscribeToLog(topic: TopicOf<'work-request-log'>, name: string, version: string | undefined) {
    const feed = startLogFeed({
      ...watcher,
      archive: live.archive,
      topic: name,
      key: { connectionId: topic.connectionId, service: topic.service, workRequestId: topic.id },
      after: sequenceOf(version),
    })
    // The state of a log goes through the feed, so that `ended` comes after the last line.
    const unsubscribe = live.watch(topic, (events) => feed.follow(events))
    return () => {
      unsubscribe()
      feed.close()
    }
  }

  return () => {
    for (const unsubscribe of subscriptions) unsubscribe()
  }
}

/** Leaves out the present state, if the watcher has it already. Later events all pass. */
function withoutLast(version: string | undefined, deliver: Watcher): Watcher {
  let expected = version
  return (events) => {
    if (expected === undefined) return deliver(events)
    const rest = events.filter(({ id }) => id !== expected)
    if (events.some(isState)) expected = undefined
    if (rest.length > 0) deliver(rest)
  }
}

const isState = ({ event }: LiveEvent) => event !== 'topic-state'

/** A position that is no sequence is one that the archive does not have. */
const sequenceOf = (version: string | undefined) => {
  const sequence = Number(version ?? 0)
  return Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : Number.MAX_SAFE_INTEGER
}

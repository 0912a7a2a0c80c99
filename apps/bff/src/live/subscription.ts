import type { LiveHub, PolledKind } from './live-hub.ts'
import { startLogFeed } from './log-feed.ts'
import type { LiveEvent } from './source.ts'
import { topicName, type TopicOf } from './topic.ts'

interface SubscriptionOptions {
  live: LiveHub
  topics: readonly TopicOf<PolledKind>[]
  /** The sequence of the last log line that the watcher has. */
  after: number
  deliver: (events: readonly LiveEvent[]) => void
  /** Resolves when the watcher can take more of a long log. */
  ready: () => Promise<void>
  /** Called when the subscription cannot continue. The watcher has to reconnect. */
  broken: (error: unknown) => void
}

/** Subscribes one watcher to several topics. Call the result to unsubscribe. */
export function subscribe({ live, topics, ...watcher }: SubscriptionOptions): () => void {
  const logTopics = topics.filter((topic) => topic.kind === 'work-request-log')
  const feed =
    logTopics.length === 0
      ? undefined
      : startLogFeed({
          ...watcher,
          archive: live.archive,
          logs: logTopics.map((topic) => ({
            topic: topicName(topic),
            key: { connectionId: topic.connectionId, service: topic.service, workRequestId: topic.id },
          })),
        })
  const subscriptions = topics.map((topic) =>
    // The state of a log goes through the feed, so that `ended` comes after the last line.
    live.watch(topic, (events) => (topic.kind === 'work-request-log' ? feed?.follow(events) : watcher.deliver(events))),
  )
  return () => {
    for (const unsubscribe of subscriptions) unsubscribe()
    feed?.close()
  }
}

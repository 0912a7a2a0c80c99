import type { TopicState } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { connectHub } from './connect.ts'
import { createEventSink } from './event-sink.ts'
import type { AllLiveHandlers } from './handlers.ts'
import { pollPages } from './poll-pages.ts'
import type { Following, FromHub, StreamState, ToHub } from './protocol.ts'

export interface LiveOptions {
  client: QueryClient
  /** The rooms' event tables. Loaded with the first topic, so that the sign-in page does not need them. */
  handlers: () => Promise<AllLiveHandlers>
  onSignedOut: () => void
}

/** This tab's side of the live connection. It connects with the first subscription. */
function createLive() {
  let options: LiveOptions | null = null
  let send: ((message: ToHub) => void) | null = null
  let deliver: ReturnType<typeof createEventSink> | null = null
  let connection: StreamState = { state: 'reconnecting', since: Date.now(), retryAt: null, reason: null }
  let topicStates: ReadonlyMap<string, TopicState> = new Map()
  let stopPolling: (() => void) | null = null
  /** The subscriptions by topic. */
  const followed = new Map<string, Following[]>()
  const watchers = new Set<() => void>()

  const changed = () => {
    for (const watcher of watchers) watcher()
  }

  const check = () => send?.({ type: 'check' })

  const receive = (message: FromHub) => {
    if (message.type === 'signed-out') options?.onSignedOut()
    else if (message.type === 'state') setConnection(message)
    else if (message.event.name !== 'topic-state') deliver?.(message.event)
    else if (followed.has(message.event.data.topic)) {
      topicStates = new Map(topicStates).set(message.event.data.topic, message.event.data)
      changed()
    }
  }

  const setConnection = ({ state, since, retryAt, reason }: StreamState) => {
    connection = { state, since, retryAt, reason }
    // What the stream said last is older than what the page reads itself.
    if (state === 'polling') topicStates = new Map([...topicStates].filter(([, topic]) => isOver(topic)))
    if (state !== 'polling') {
      stopPolling?.()
      stopPolling = null
    } else if (options) stopPolling ??= pollPages(options.client, check)
    changed()
  }

  let announced = false
  const announce = () => {
    if (announced) return
    announced = true
    // one page unmounts as the next one mounts: the hub gets the result of both in one message
    queueMicrotask(() => {
      announced = false
      dropStates()
      send?.({ type: 'follow', following: [...followed.values()].flatMap((all) => all.at(-1) ?? []) })
    })
  }

  /** The hub repeats the state of a topic that is followed again. */
  const dropStates = () => {
    const kept = [...topicStates].filter(([topic]) => followed.has(topic))
    if (kept.length === topicStates.size) return
    topicStates = new Map(kept)
    changed()
  }

  const begin = () => {
    if (!options || send) return
    deliver = createEventSink({ client: options.client, load: options.handlers })
    send = connectHub(receive)
    addEventListener('online', check)
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return
      announce()
      check()
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') check()
    })
  }

  return {
    /** Call once, before the first `follow`. */
    set: (next: LiveOptions) => {
      options = next
    },
    /** Subscribes to topics. Call the result to unsubscribe. */
    follow: (following: readonly Following[]) => {
      begin()
      for (const each of following) followed.set(each.topic, [...(followed.get(each.topic) ?? []), each])
      announce()
      return () => {
        for (const each of following) {
          const rest = (followed.get(each.topic) ?? []).filter((other) => other !== each)
          if (rest.length > 0) followed.set(each.topic, rest)
          else followed.delete(each.topic)
        }
        announce()
      }
    },
    /** Checks the session and the stream now: after signing in or out, and on request. */
    check,
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    readConnection: () => connection,
    readTopicStates: () => topicStates,
  }
}

const isOver = ({ state }: TopicState) => state === 'ended' || state === 'gone'

export const live = createLive()

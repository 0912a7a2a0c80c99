import type { TopicState } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { connectHub } from './connect.ts'
import { dispatch } from './dispatch.ts'
import type { AllLiveHandlers } from './handlers.ts'
import type { Following, FromHub, LiveState, ToHub } from './protocol.ts'

export interface Connection {
  state: LiveState
  /** Milliseconds since 1970. */
  since: number
  retryAt: number | null
}

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
  let handlers: Promise<AllLiveHandlers> | null = null
  let connection: Connection = { state: 'reconnecting', since: Date.now(), retryAt: null }
  let topicStates: ReadonlyMap<string, TopicState> = new Map()
  /** The subscriptions by topic. */
  const followed = new Map<string, Following[]>()
  const watchers = new Set<() => void>()

  const changed = () => {
    for (const watcher of watchers) watcher()
  }

  const setTopicState = (topic: string, state: TopicState | undefined) => {
    const next = new Map(topicStates)
    if (state) next.set(topic, state)
    else next.delete(topic)
    topicStates = next
    changed()
  }

  const receive = (message: FromHub) => {
    if (message.type === 'signed-out') options?.onSignedOut()
    else if (message.type === 'state') {
      connection = { state: message.state, since: message.since, retryAt: message.retryAt }
      changed()
    } else if (message.event.name === 'topic-state') setTopicState(message.event.data.topic, message.event.data)
    else {
      const { event } = message
      const { client } = options ?? {}
      if (client) void handlers?.then((table) => dispatch(table, client, event))
    }
  }

  let announced = false
  const announce = () => {
    if (announced) return
    announced = true
    // one page unmounts as the next one mounts: the hub gets the result of both in one message
    queueMicrotask(() => {
      announced = false
      send?.({ type: 'follow', following: [...followed.values()].flatMap((all) => all.at(-1) ?? []) })
    })
  }

  const begin = () => {
    if (!options || send) return
    handlers = options.handlers()
    send = connectHub(receive)
    addEventListener('online', () => send?.({ type: 'check' }))
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) announce()
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && connection.state !== 'live') send?.({ type: 'check' })
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
          else {
            followed.delete(each.topic)
            if (topicStates.has(each.topic)) setTopicState(each.topic, undefined)
          }
        }
        announce()
      }
    },
    /** Checks the session and the stream now: after signing in or out, and on request. */
    check: () => send?.({ type: 'check' }),
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    readConnection: () => connection,
    readTopicStates: () => topicStates,
  }
}

export const live = createLive()

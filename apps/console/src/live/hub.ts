import type { TopicState } from '@gatehouse/contract'
import type { Following, FromHub, LiveEvent, ToHub } from './protocol.ts'
import { createStream, type StreamSurroundings } from './stream.ts'

/** Copy of the contract's limit; a test compares the two. */
export const topicsPerStream = 50
/** Changes within this time share one reopening of the stream. */
const gatherMs = 30
/** Topics without a subscriber stay this long, because the next page often follows the same ones. */
const lingerMs = 10_000

export interface Tab {
  post: (message: FromHub) => void
}

type Surroundings = Omit<StreamSurroundings, 'onEvent' | 'onState' | 'onSignedOut'>

/** The one stream of a browser, fanned out to its tabs by topic. */
export function createHub(surroundings: Surroundings) {
  const tabs = new Map<Tab, Map<string, Following>>()
  /** Topics that have ended. A new subscription follows them again. */
  const finished = new Set<string>()
  let cancel = () => {}
  let due = Number.POSITIVE_INFINITY

  const tell = (message: FromHub, concerns: (following: Map<string, Following>) => boolean = () => true) => {
    for (const [tab, following] of tabs) if (concerns(following)) tab.post(message)
  }

  const stream = createStream({
    ...surroundings,
    onState: (state) => tell({ type: 'state', ...state }),
    onSignedOut: () => tell({ type: 'signed-out' }),
    onEvent: (event) => {
      const { topic } = event.data
      if (event.name === 'topic-state' && (event.data.state === 'ended' || event.data.state === 'gone'))
        finished.add(topic)
      if (event.name === 'work-request-log') advance(event, topic)
      tell({ type: 'event', event }, (following) => following.has(topic))
    },
  })

  const advance = (event: Extract<LiveEvent, { name: 'work-request-log' }>, topic: string) => {
    const last = Math.max(...event.data.lines.map(({ sequence }) => sequence))
    for (const following of tabs.values()) {
      const existing = following.get(topic)
      if (existing && last > (existing.after ?? 0)) following.set(topic, { topic, after: last })
    }
  }

  const refollow = (ms: number) => {
    const at = surroundings.now() + ms
    // an earlier reopening is already due
    if (at >= due) return
    cancel()
    due = at
    cancel = surroundings.later(ms, () => {
      due = Number.POSITIVE_INFINITY
      const { followed, leftOut } = choose([...tabs.values()], finished)
      for (const topic of leftOut) {
        tell({ type: 'event', event: { name: 'topic-state', data: tooMany(topic) } }, (following) =>
          following.has(topic),
        )
      }
      stream.follow(followed)
    })
  }

  const follow = (tab: Tab, next: readonly Following[]) => {
    const before = tabs.get(tab)
    const after = new Map(next.map((each) => [each.topic, before?.get(each.topic) ?? each]))
    const added = next.filter(({ topic }) => !before?.has(topic))
    for (const { topic } of added) finished.delete(topic)
    tabs.set(tab, after)
    if (!before) tab.post({ type: 'state', ...stream.state() })
    if (added.length > 0) refollow(gatherMs)
    else if (before && before.size > after.size) refollow(lingerMs)
  }

  const leave = (tab: Tab) => {
    if (tabs.delete(tab)) refollow(lingerMs)
  }

  return {
    receive: (tab: Tab, message: Exclude<ToHub, { type: 'alive' }>) => {
      if (message.type === 'follow') follow(tab, message.following)
      else if (message.type === 'check') stream.check()
      else leave(tab)
    },
    leave,
    close: () => {
      cancel()
      stream.close()
    },
  }
}

/**
 * The topics of all tabs without duplicates, each from the earliest `after`. Beyond the limit the latest topics win.
 */
export function choose(tabs: readonly ReadonlyMap<string, Following>[], finished: ReadonlySet<string>) {
  const all = new Map<string, Following>()
  for (const { topic, after } of tabs.flatMap((following) => [...following.values()])) {
    if (finished.has(topic)) continue
    const existing = all.get(topic)
    all.set(topic, { topic, after: existing ? earliest(existing.after, after) : after })
  }
  const list = [...all.values()]
  const leftOut = list.slice(0, Math.max(0, list.length - topicsPerStream)).map(({ topic }) => topic)
  return { followed: list.slice(-topicsPerStream), leftOut }
}

/** Only logs have an `after`. */
const earliest = (a: number | undefined, b: number | undefined) =>
  a === undefined && b === undefined ? undefined : Math.min(a ?? 0, b ?? 0)

const tooMany = (topic: string): TopicState => ({
  topic,
  state: 'failing',
  reason: `More than ${topicsPerStream} live views are open in this browser, so this one is not updated. Close some tabs.`,
  opcRequestId: null,
  readAt: null,
})

import type { TopicState } from '@gatehouse/contract'
import type { Following, FromHub, LiveEvent, ToHub } from './protocol.ts'
import { createStream, type StreamSurroundings } from './stream.ts'
import { createSubscriptions } from './subscriptions.ts'
import { watchForSleep } from './watch-for-sleep.ts'

/** Changes within this time share one reopening of the stream. */
const gatherMs = 30
/** Topics without a subscriber stay this long, because the next page often follows the same ones. */
const lingerMs = 10_000

export interface Tab {
  post: (message: FromHub) => void
}

/** The one stream of a browser, fanned out to its tabs by topic. */
export function createHub(surroundings: StreamSurroundings) {
  const tabs = new Map<Tab, Map<string, Following>>()
  const subscriptions = createSubscriptions()
  let cancel = () => {}
  let due = Number.POSITIVE_INFINITY

  const choose = () => subscriptions.choose([...tabs.values()])

  const stream = createStream({
    ...surroundings,
    request: () => choose().request,
    onState: (state) => tellAll({ type: 'state', ...state }),
    onSignedOut: () => tellAll({ type: 'signed-out' }),
    onEvent: (event, id) => {
      subscriptions.note(event, id)
      if (event.name === 'work-request-log') advance(event.data)
      tell(event)
    },
  })
  const stopWatching = watchForSleep(surroundings, stream.check)

  function tellAll(message: FromHub) {
    for (const tab of tabs.keys()) tab.post(message)
  }

  /** Tells an event to the tabs that follow its topic. */
  function tell(event: LiveEvent) {
    for (const [tab, following] of tabs) if (following.has(event.data.topic)) tab.post({ type: 'event', event })
  }

  /** The tabs have the lines: the next stream resumes after the last one. */
  function advance({ topic, lines, reset }: Extract<LiveEvent, { name: 'work-request-log' }>['data']) {
    const last = lines.at(-1)?.sequence ?? 0
    for (const following of tabs.values()) {
      const existing = following.get(topic)
      if (existing && (reset || last > (existing.after ?? 0))) following.set(topic, { topic, after: last })
    }
  }

  function reopen(ms: number) {
    const at = surroundings.now() + ms
    // An earlier reopening is already due.
    if (at >= due) return
    cancel()
    due = at
    cancel = surroundings.later(ms, () => {
      due = Number.POSITIVE_INFINITY
      for (const state of choose().leftOut) tell(stateEvent(state))
      stream.reopen()
    })
  }

  function follow(tab: Tab, next: readonly Following[]) {
    const before = tabs.get(tab)
    const after = new Map(next.map((each) => [each.topic, before?.get(each.topic) ?? each]))
    const added = next.filter(({ topic }) => !before?.has(topic))
    tabs.set(tab, after)
    if (!before) tab.post({ type: 'state', ...stream.state() })
    for (const { topic } of added) {
      const state = stream.state().state === 'polling' ? undefined : subscriptions.stateOf(topic)
      if (state && state.state !== 'live') tab.post({ type: 'event', event: stateEvent(state) })
      subscriptions.begin(topic)
    }
    if (added.length > 0) reopen(gatherMs)
    else if (before && before.size > after.size) reopen(lingerMs)
  }

  function leave(tab: Tab) {
    if (tabs.delete(tab)) reopen(lingerMs)
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
      stopWatching()
      stream.close()
    },
  }
}

const stateEvent = (data: TopicState): LiveEvent => ({ name: 'topic-state', data })

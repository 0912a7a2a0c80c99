import type { LiveEvent, Source, Watcher } from './source.ts'

/** The watchers of one topic, and the snapshot that all of them have or get. */
export interface FanOut<State> {
  /** The last state; undefined until the first read. */
  state(): State | undefined
  /** Gives a new watcher these events, and the snapshot before them unless it is stale. */
  add(watcher: Watcher, isStale: boolean, events: readonly LiveEvent[]): void
  remove(watcher: Watcher): void
  size(): number
  /** Sends the changes, or the whole state to watchers without one, and then the events. Returns whether it changed. */
  publish(state: State, events: readonly LiveEvent[]): boolean
  /** Sends events that do not change the state. */
  send(events: readonly LiveEvent[]): void
}

export function createFanOut<State>(source: Pick<Source<State>, 'whole' | 'changes'>): FanOut<State> {
  /** The value says whether the watcher has received the whole state. */
  const watchers = new Map<Watcher, boolean>()
  let last: { state: State; whole?: readonly LiveEvent[] } | undefined

  /** Built once per snapshot, so that watchers share the event objects. */
  function whole(): readonly LiveEvent[] {
    if (!last) return []
    last.whole ??= source.whole(last.state)
    return last.whole
  }

  return {
    state: () => last?.state,
    add(watcher, isStale, events) {
      const getsWhole = last !== undefined && !isStale
      watchers.set(watcher, getsWhole)
      sendTo(watcher, [...(getsWhole ? whole() : []), ...events])
    },
    remove: (watcher) => void watchers.delete(watcher),
    size: () => watchers.size,
    publish(state, events) {
      const changes = last === undefined ? [] : source.changes(last.state, state)
      last = { state }
      for (const [watcher, hasWhole] of watchers) {
        watchers.set(watcher, true)
        sendTo(watcher, [...(hasWhole ? changes : whole()), ...events])
      }
      return changes.length > 0
    },
    send(events) {
      for (const watcher of watchers.keys()) sendTo(watcher, events)
    },
  }
}

function sendTo(watcher: Watcher, events: readonly LiveEvent[]) {
  if (events.length > 0) watcher(events)
}

import { toProblem } from '../problem.ts'
import { jittered, nextWaitMs, type Look, type Pace } from './pace.ts'
import type { LiveEvent, Source, Watcher } from './source.ts'
import { createTopicStates } from './topic-state.ts'

/** Looks at one thing for all who watch it. */
export interface Poller<State> {
  /** The watcher is told the whole state, as soon as there is one, and then what changes. Call the result to leave. */
  watch(watcher: Watcher): () => void
  /**
   * The state now: what was seen last while somebody watches and nothing was nudged since, else from a look that all
   * who ask at the same time share. Rejects as the look does.
   */
  read(options?: ReadOptions): Promise<State>
  /** Something was done to it: what was seen before no longer counts, and the next look is at once. */
  nudge(): void
  /** Ends looking; a look under way is cut off. */
  close(): void
}

export interface ReadOptions {
  /** How old the state may be, in milliseconds. 0 always looks. As old as the poller's pace makes it unless said. */
  withinMs?: number
}

interface PollerOptions<State> {
  topic: string
  source: Source<State>
  pace: Pace
  /** Nobody has watched or read for as long as the pace lingers; the poller has closed itself. */
  onIdle: () => void
}

export function createPoller<State>({ topic, source, pace, onIdle }: PollerOptions<State>): Poller<State> {
  /** Whether each has been told the whole state. */
  const watchers = new Map<Watcher, boolean>()
  const closing = new AbortController()
  const states = createTopicStates(topic)
  let seen: { state: State; atMs: number; whole?: readonly LiveEvent[] } | undefined
  let nudges = 0
  let answeredNudges = 0
  let looking: { promise: Promise<State>; nudges: number } | undefined
  let isPolling = false
  let waitMs = pace.fastMs
  let timer: NodeJS.Timeout | undefined
  let lingering: NodeJS.Timeout | undefined

  const isCurrent = () => seen !== undefined && answeredNudges === nudges && !states.isFailing()

  function look(): Promise<State> {
    if (looking?.nudges === nudges) return looking.promise
    // one look at a time, so that an older answer never comes after a newer one
    const earlier = looking?.promise
    const begun = { promise: lookAfter(earlier, nudges), nudges }
    looking = begun
    const settled = () => {
      // else a later one is under way
      if (looking === begun) looking = undefined
      // else a nudge came meanwhile, which has set the next look itself
      if (begun.nudges === nudges) schedule()
    }
    begun.promise.then(settled, settled)
    return begun.promise
  }

  async function lookAfter(earlier: Promise<State> | undefined, began: number): Promise<State> {
    await earlier?.catch(() => undefined)
    try {
      const state = await source.read(seen?.state, closing.signal)
      succeed(state, began)
      return state
    } catch (error) {
      fail(error)
      throw error
    }
  }

  function succeed(state: State, began: number) {
    if (closing.signal.aborted) return
    const before = seen?.state
    const changes = before === undefined ? [] : source.changes(before, state)
    seen = { state, atMs: Date.now() }
    answeredNudges = began
    const news = states.succeeded(seen.atMs, source.ended(state))
    for (const [watcher, knows] of watchers) {
      watchers.set(watcher, true)
      tell(watcher, [...(knows ? changes : whole()), ...news])
    }
    waitMs = nextWaitMs(pace, waitMs, lookOf(state, changes), source.patience)
  }

  /** The same events for all who begin to watch before the next look. */
  function whole(): readonly LiveEvent[] {
    if (!seen) return []
    seen.whole ??= source.whole(seen.state)
    return seen.whole
  }

  function lookOf(state: State, changes: readonly LiveEvent[]): Look {
    if (changes.length > 0) return 'changed'
    return source.moving(state) ? 'moving' : 'calm'
  }

  function fail(error: unknown) {
    if (closing.signal.aborted) return
    const problem = toProblem(error)
    const news = states.failed(problem)
    for (const watcher of watchers.keys()) tell(watcher, news)
    waitMs = Math.max(nextWaitMs(pace, waitMs, 'failed', 1), 1000 * (problem.retryAfterSeconds ?? 0))
  }

  function schedule() {
    clearTimeout(timer)
    if (states.isOver()) isPolling = false
    if (isPolling && !closing.signal.aborted) lookIn(jittered(waitMs))
  }

  function lookIn(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void look().catch(() => undefined), ms)
  }

  function linger() {
    clearTimeout(lingering)
    if (watchers.size > 0 || closing.signal.aborted) return
    lingering = setTimeout(() => {
      // whoever waits for a look gets it, however long it takes
      if (looking) return linger()
      close()
      onIdle()
    }, pace.lingerMs)
  }

  function close() {
    isPolling = false
    clearTimeout(timer)
    clearTimeout(lingering)
    closing.abort()
  }

  return {
    watch(watcher) {
      clearTimeout(lingering)
      if (states.isGone()) states.reset()
      const knows = seen !== undefined && answeredNudges === nudges
      watchers.set(watcher, knows)
      tell(watcher, [...(knows ? whole() : []), ...states.present()])
      if (!isPolling && !states.isOver()) {
        isPolling = true
        waitMs = pace.fastMs
        lookIn(0)
      }
      return () => {
        watchers.delete(watcher)
        linger()
      }
    },

    async read({ withinMs } = {}) {
      linger()
      const ageMs = Date.now() - (seen?.atMs ?? -Infinity)
      const isRecent = withinMs === undefined ? isPolling || ageMs < pace.fastMs : ageMs < withinMs
      if (seen && isCurrent() && (isRecent || states.isEnded())) return seen.state
      return look()
    },

    nudge() {
      nudges += 1
      waitMs = pace.fastMs
      states.reset()
      if (watchers.size > 0) isPolling = true
      if (isPolling && !closing.signal.aborted) lookIn(0)
    },

    close,
  }
}

function tell(watcher: Watcher, events: readonly LiveEvent[]) {
  if (events.length > 0) watcher(events)
}

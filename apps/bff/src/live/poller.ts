import { toProblem } from '../problem.ts'
import { jittered, nextWaitMs, type Look, type Pace } from './pace.ts'
import type { LiveEvent, Source, Watcher } from './source.ts'
import { createTopicStates } from './topic-state.ts'

/** Reads one thing again and again, for all its watchers. */
export interface Poller<State> {
  /** The watcher gets the whole state as soon as there is one, and then its changes. Call the result to unsubscribe. */
  watch(watcher: Watcher): () => void
  /**
   * The state now: the last one while the thing is watched and nothing was nudged since, otherwise from a read that all
   * callers of the same time share. Rejects as the read does.
   */
  read(options?: ReadOptions): Promise<State>
  /**
   * It was changed: earlier reads are stale, and while it is watched the next read begins at once. With a place, only that
   * part of a listing is. Nudges that come while a read is running are answered by one further read.
   */
  nudge(place?: string): void
  /** Ends polling, and aborts a read in flight. */
  close(): void
}

export interface ReadOptions {
  /** How old the state may be, in milliseconds; 0 always reads. As old as the poller's pace makes it when absent. */
  withinMs?: number
}

interface PollerOptions<State> {
  topic: string
  source: Source<State>
  pace: Pace
  /** It was neither watched nor read for as long as the pace lingers, and has closed itself. */
  onIdle: () => void
}

export function createPoller<State>({ topic, source, pace, onIdle }: PollerOptions<State>): Poller<State> {
  /** Each with whether it has got the whole state. */
  const watchers = new Map<Watcher, boolean>()
  const closing = new AbortController()
  const states = createTopicStates(topic)
  let last: { state: State; atMs: number; whole?: readonly LiveEvent[] } | undefined
  let nudges = 0
  /** Nudges that the last read came after. */
  let answeredNudges = 0
  /** What the nudges since the last read began were about; undefined for everything. */
  let stalePlaces: Set<string> | undefined
  let running: Read<State> | undefined
  /** Waits for the one that is running. It answers every nudge that comes until it begins. */
  let queued: Read<State> | undefined
  let isPolling = false
  let waitMs = pace.fastMs
  let timer: NodeJS.Timeout | undefined
  let lingering: NodeJS.Timeout | undefined

  const isCurrent = () => last !== undefined && answeredNudges === nudges && !states.isFailing()

  /** The running read if it began after the last nudge, otherwise the one after it. One at a time, so that an older answer never follows a newer one. */
  function readOnce(): Promise<State> {
    if (queued) return queued.promise
    if (running?.nudges === nudges) return running.promise
    const earlier = running?.promise
    const read: Read<State> = { nudges, promise: Promise.resolve(undefined as never) } // set on the next line
    read.promise = begin(read, earlier)
    if (earlier) queued = read
    return read.promise
  }

  async function begin(read: Read<State>, earlier: Promise<State> | undefined): Promise<State> {
    if (earlier) {
      await earlier.catch(() => undefined)
      queued = undefined
    }
    running = read
    read.nudges = nudges
    try {
      const state = await source.read(last?.state, closing.signal, takeStalePlaces())
      succeed(state, read.nudges)
      return state
    } catch (error) {
      fail(error)
      throw error
    } finally {
      if (running === read) running = undefined
      // A nudge that came in the meantime has scheduled the next read itself.
      if (read.nudges === nudges) schedule()
    }
  }

  /** The places that the next read may confine itself to: only while polling keeps the others recent. */
  function takeStalePlaces(): ReadonlySet<string> | undefined {
    const places = isPolling && last && !states.isFailing() ? stalePlaces : undefined
    stalePlaces = new Set()
    return places && places.size > 0 ? places : undefined
  }

  function succeed(state: State, answered: number) {
    if (closing.signal.aborted) return
    const before = last?.state
    const changes = before === undefined ? [] : source.changes(before, state)
    last = { state, atMs: Date.now() }
    answeredNudges = answered
    const news = states.succeeded(last.atMs, source.ended(state))
    for (const [watcher, hasWhole] of watchers) {
      watchers.set(watcher, true)
      send(watcher, [...(hasWhole ? changes : whole()), ...news])
    }
    waitMs = nextWaitMs(pace, waitMs, lookOf(state, changes), source.patience)
  }

  /** The same events for all who begin to watch before the next look. */
  function whole(): readonly LiveEvent[] {
    if (!last) return []
    last.whole ??= source.whole(last.state)
    return last.whole
  }

  function lookOf(state: State, changes: readonly LiveEvent[]): Look {
    if (changes.length > 0) return 'changed'
    return source.moving(state) ? 'moving' : 'calm'
  }

  function fail(error: unknown) {
    if (closing.signal.aborted) return
    const problem = toProblem(error)
    const news = states.failed(problem)
    for (const watcher of watchers.keys()) send(watcher, news)
    waitMs = Math.max(nextWaitMs(pace, waitMs, 'failed', 1), 1000 * (problem.retryAfterSeconds ?? 0))
  }

  function schedule() {
    clearTimeout(timer)
    if (states.isOver()) isPolling = false
    if (isPolling && !closing.signal.aborted) readIn(jittered(waitMs))
  }

  function readIn(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void readOnce().catch(() => undefined), ms)
  }

  function linger() {
    clearTimeout(lingering)
    if (watchers.size > 0 || closing.signal.aborted) return
    lingering = setTimeout(() => {
      // Keep the poller alive while a caller awaits a read.
      if (running) return linger()
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
      const isUpToDate = last !== undefined && answeredNudges === nudges
      watchers.set(watcher, isUpToDate)
      send(watcher, [...(isUpToDate ? whole() : []), ...states.present()])
      if (!isPolling && !states.isOver()) {
        isPolling = true
        waitMs = pace.fastMs
        readIn(0)
      }
      return () => {
        watchers.delete(watcher)
        linger()
      }
    },

    async read({ withinMs } = {}) {
      linger()
      const ageMs = Date.now() - (last?.atMs ?? -Infinity)
      const isRecent = withinMs === undefined ? isPolling || ageMs < pace.fastMs : ageMs < withinMs
      if (last && isCurrent() && (isRecent || states.isEnded())) return last.state
      // The caller says how old the state may be, so all of it is read.
      if (withinMs !== undefined) stalePlaces = undefined
      return readOnce()
    },

    nudge(place) {
      nudges += 1
      if (place === undefined) stalePlaces = undefined
      else stalePlaces?.add(place)
      waitMs = pace.fastMs
      states.reset()
      if (watchers.size > 0) isPolling = true
      if (isPolling && !closing.signal.aborted) readIn(0)
    },

    close,
  }
}

function send(watcher: Watcher, events: readonly LiveEvent[]) {
  if (events.length > 0) watcher(events)
}

interface Read<State> {
  promise: Promise<State>
  /** How many nudges there were when it began. */
  nudges: number
}

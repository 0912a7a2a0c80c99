import { toProblem } from '../problem.ts'
import { jittered, nextWaitMs, type Pace, type ReadOutcome } from './pace.ts'
import type { LiveEvent, Source, Watcher } from './source.ts'
import { createTopicStates } from './topic-state.ts'

/** Polls one topic for all its watchers. */
export interface Poller<State> {
  /** The watcher gets the whole state as soon as there is one, and then its changes. Call the result to unsubscribe. */
  watch(watcher: Watcher): () => void
  /**
   * The current state. It is the last snapshot while the topic is polled and no nudge came since; otherwise it comes from
   * a read that concurrent callers share. Rejects when that read fails.
   */
  read(options?: ReadOptions): Promise<State>
  /**
   * Marks the last snapshot as stale, or with `place` one part of a listing. The next read begins at once while the topic
   * is watched. One further read serves all nudges that come while a read is running.
   */
  nudge(place?: string): void
  /** Ends polling, and aborts a read in flight. */
  close(): void
}

export interface ReadOptions {
  /** The maximum age of the state, in milliseconds; 0 always reads. Absent: the poller's pace decides. */
  withinMs?: number
}

interface PollerOptions<State> {
  topic: string
  source: Source<State>
  pace: Pace
  /** Called when the poller has closed itself, after `lingerMs` without a watcher or a read. */
  onIdle: () => void
}

export function createPoller<State>({ topic, source, pace, onIdle }: PollerOptions<State>): Poller<State> {
  /** The value says whether the watcher has received the whole state. */
  const watchers = new Map<Watcher, boolean>()
  const closing = new AbortController()
  const states = createTopicStates(topic)
  let last: { state: State; atMs: number; whole?: readonly LiveEvent[] } | undefined
  let nudges = 0
  /** The value of `nudges` when the last successful read began. */
  let answeredNudges = 0
  /** The places of the nudges since the last read began; undefined means everything. */
  let stalePlaces: Set<string> | undefined
  let running: Read<State> | undefined
  /** Begins when the running read has ended. It serves every nudge that comes before it begins. */
  let queued: Read<State> | undefined
  let isPolling = false
  let waitMs = pace.fastMs
  let timer: NodeJS.Timeout | undefined
  let lingering: NodeJS.Timeout | undefined

  const isCurrent = () => last !== undefined && answeredNudges === nudges && !states.isFailing()

  /**
   * The running read if it began after the last nudge, otherwise the queued one. Reads run one at a time, so that an older
   * reply never replaces a newer one.
   */
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
      // A nudge during this read has scheduled the next one itself.
      if (read.nudges === nudges) schedule()
    }
  }

  /** The places to read next. Undefined, for all places, unless polling keeps the other places recent. */
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
    waitMs = nextWaitMs(pace, waitMs, outcomeOf(state, changes), source.movingGrowth)
  }

  /** Built once per snapshot. All watchers that subscribe before the next read share these event objects. */
  function whole(): readonly LiveEvent[] {
    if (!last) return []
    last.whole ??= source.whole(last.state)
    return last.whole
  }

  function outcomeOf(state: State, changes: readonly LiveEvent[]): ReadOutcome {
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
      // `withinMs` applies to the whole state, so every place is read.
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
  /** The value of `nudges` when it began. */
  nudges: number
}

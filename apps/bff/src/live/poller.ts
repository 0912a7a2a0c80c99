import { toProblem } from '../problem.ts'
import { oneReplica } from '../replicas/one-replica.ts'
import type { Competition, Replicas } from '../replicas/replicas.ts'
import { createFanOut } from './fan-out.ts'
import { jittered } from '../jittered.ts'
import { nextWaitMs, type Pace, type ReadOutcome } from './pace.ts'
import { createReads } from './reads.ts'
import type { Source, Watcher } from './source.ts'
import { parseTopicNote, type TopicNote } from './topic-note.ts'
import { createTopicStates } from './topic-state.ts'

/**
 * What a poller is doing:
 *
 * - `idle`: not polling. It has no watcher yet, or the topic has ended or is gone. Callers may read all the same.
 * - `following`: it has watchers, and another replica has the topic's lease and polls. The state comes from the store.
 * - `waiting`: polling. The next read begins when the timer ends.
 * - `reading`: polling. A read that was due is running; when it ends, the poller waits again.
 * - `closed`: final.
 */
type State =
  | { is: 'idle' }
  | { is: 'following' }
  | { is: 'waiting'; timer: NodeJS.Timeout }
  | { is: 'reading' }
  | { is: 'closed' }

/** Polls one topic for all its watchers; on one replica at a time. */
export interface Poller<T> {
  /** The watcher gets the whole state as soon as there is one, and then its changes. Call the result to unsubscribe. */
  watch(watcher: Watcher): () => void
  /**
   * The current state. It is the last snapshot while the topic is polled and no nudge came since; otherwise it comes from
   * a read that concurrent callers share. Rejects when that read fails.
   */
  read(): Promise<T>
  /**
   * Marks the last snapshot as stale. The next read begins at once while the topic is watched. One further read serves all
   * nudges that come while a read is running.
   */
  nudge(): void
  /** Another replica has read a change at that time, and kept it. */
  changedElsewhere(readAtMs: number): void
  /** Ends polling, and aborts a read in flight. */
  close(): void
}

interface PollerOptions<T> {
  topic: string
  source: Source<T>
  pace: Pace
  replicas?: Replicas
  /** Called when the poller has closed itself, after `lingerMs` without a watcher or a read. */
  onIdle: () => void
}

/** A follower reads the kept state this often even if no change was noted. Milliseconds. */
const recallEveryMs = 30_000

export function createPoller<T>({ topic, source, pace, replicas = oneReplica(), onIdle }: PollerOptions<T>): Poller<T> {
  const { leases, channel } = replicas
  const closing = new AbortController()
  const topicStates = createTopicStates(topic)
  const fanOut = createFanOut(source)
  const reads = createReads(read, onReadEnd)
  let state: State = { is: 'idle' }
  let competition: Competition | undefined
  let readMs = -Infinity
  let waitMs = pace.fastMs
  let lingering: NodeJS.Timeout | undefined
  /** The last change that this replica has read or noted. */
  let changedAt: string | null = null
  let recalledMs = -Infinity

  const isPolling = () => state.is === 'waiting' || state.is === 'reading'
  const isPolled = () => isPolling() || state.is === 'following'

  function become(next: State) {
    if (state.is === 'closed') return
    if (state.is === 'waiting') clearTimeout(state.timer)
    state = next
  }

  function startPolling() {
    if (isPolled() || state.is === 'closed' || topicStates.isOver()) return
    become({ is: 'following' })
    waitMs = pace.fastMs
    competition = leases.compete(`topic/${topic}`, {
      won: () => wait(0),
      lost: () => become({ is: 'following' }),
      noted,
    })
  }

  function stopPolling(next: State) {
    become(next)
    competition?.leave()
    competition = undefined
  }

  function wait(ms: number) {
    if (state.is !== 'closed') become({ is: 'waiting', timer: setTimeout(readNow, ms) })
  }

  function readNow() {
    become({ is: 'reading' })
    // `read` has told the watchers about a failure.
    reads.join().catch(() => undefined)
  }

  async function read(): Promise<T> {
    try {
      const result = await source.read(fanOut.state(), closing.signal)
      if (state.is !== 'closed') succeed(result)
      return result
    } catch (error) {
      if (state.is !== 'closed') fail(error)
      throw error
    }
  }

  function succeed(result: T) {
    readMs = Date.now()
    const isFirst = fanOut.state() === undefined
    const isChanged = fanOut.publish(result, topicStates.succeeded(readMs, source.ended(result)))
    if (isChanged || isFirst) tellChange(new Date(readMs).toISOString())
    noteState()
    waitMs = nextWaitMs(pace, waitMs, isChanged ? 'changed' : outcomeOf(result))
  }

  const outcomeOf = (result: T): ReadOutcome => (source.moving(result) ? 'moving' : 'calm')

  function fail(error: unknown) {
    const problem = toProblem(error)
    fanOut.send(topicStates.failed(problem))
    noteState()
    waitMs = Math.max(nextWaitMs(pace, waitMs, 'failed'), 1000 * (problem.retryAfterSeconds ?? 0))
  }

  function tellChange(readAt: string) {
    changedAt = readAt
    if (isPolling()) channel.send({ is: 'topic-read', topic, readAt })
  }

  function noteState() {
    if (isPolling()) competition?.note(JSON.stringify({ state: topicStates.now(), changedAt } satisfies TopicNote))
  }

  function onReadEnd() {
    if (!isPolling()) return
    if (topicStates.isOver()) stopPolling({ is: 'idle' })
    else wait(reads.isInvalidated() ? 0 : jittered(waitMs))
  }

  /** The replica that polls has noted what its last read found. */
  function noted(json: string | null) {
    const note = parseTopicNote(json)
    if (!note || state.is !== 'following' || note.state.topic !== topic) return
    fanOut.send(topicStates.follow(note.state))
    const isDue = note.changedAt !== changedAt || performance.now() - recalledMs > recallEveryMs
    if (!isDue || Date.parse(note.state.readAt ?? '') <= readMs) return
    ;({ changedAt } = note)
    void recall()
  }

  /** Reads the state that the polling replica has kept. */
  async function recall() {
    recalledMs = performance.now()
    const kept = await source.kept?.().catch(() => null)
    if (kept === undefined || kept === null || state.is !== 'following') return
    fanOut.publish(kept, topicStates.present())
    reads.accept()
  }

  function linger() {
    clearTimeout(lingering)
    if (fanOut.size() > 0 || state.is === 'closed') return
    lingering = setTimeout(() => {
      // Keep the poller alive while a caller awaits a read.
      if (reads.isRunning()) return linger()
      close()
      onIdle()
    }, pace.lingerMs)
  }

  function close() {
    stopPolling({ is: 'closed' })
    clearTimeout(lingering)
    closing.abort()
  }

  return {
    watch(watcher) {
      clearTimeout(lingering)
      if (topicStates.isGone()) topicStates.reset()
      fanOut.add(watcher, !reads.isCurrent(), topicStates.present())
      startPolling()
      return () => {
        fanOut.remove(watcher)
        linger()
      }
    },

    async read() {
      linger()
      const last = fanOut.state()
      const isRecent = isPolled() || topicStates.isEnded() || Date.now() - readMs < pace.fastMs
      const isUsable = isRecent && reads.isCurrent() && !topicStates.isFailing()
      return last !== undefined && isUsable ? last : reads.join()
    },

    nudge() {
      reads.invalidate()
      topicStates.reset()
      waitMs = pace.fastMs
      if (state.is === 'waiting') wait(0)
      else if (fanOut.size() > 0) startPolling()
    },

    changedElsewhere(readAtMs) {
      if (state.is === 'following' && readAtMs > readMs) void recall()
    },

    close,
  }
}

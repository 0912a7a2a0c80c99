import type { LiveEventName } from '@gatehouse/contract'
import type { StreamEnd, StreamListener, StreamRequest } from './open-events.ts'
import type { LiveEvent, LiveState, StreamState } from './protocol.ts'
import { blockedRetryDelay, retryDelay } from './retry-delay.ts'
import { openWatched, type WatchedEnd, type WatchedStream } from './watched-stream.ts'

/** The state of the session; `unreachable` when the BFF does not answer at all. */
export type SessionAnswer = 'signed-in' | 'signed-out' | 'unreachable'

export interface StreamSurroundings {
  open: (request: StreamRequest, listener: StreamListener) => () => void
  askSession: () => Promise<SessionAnswer>
  /** Runs a function later. Call the result to cancel it. */
  later: (ms: number, run: () => void) => () => void
  random: () => number
  now: () => number
}

interface StreamOptions extends StreamSurroundings {
  /** What to ask for. Read at each opening, so that it names the latest events. Null when nothing is followed. */
  request: () => StreamRequest | null
  onEvent: (event: LiveEvent, id: string | undefined) => void
  onState: (state: StreamState) => void
  onSignedOut: () => void
}

/** Consecutive streams without an event until streams count as blocked although the BFF answers. */
const failuresUntilBlocked = 3
/** Consecutive failures, of the BFF too, until it counts as unreachable. */
const failuresUntilOffline = 3
/** A stream that worked for less than this counts as a further failure when it breaks, so that the next one waits longer. */
const settledMs = 1_000

/**
 * One event stream, opened anew when the topics change and when it breaks. After a failure it asks the BFF for the session,
 * to tell blocked streams from a BFF that is away.
 */
export function createStream(options: StreamOptions) {
  const { open, askSession, later, random, now, request, onEvent, onState, onSignedOut } = options
  /** The stream that gives events. */
  let current: WatchedStream | null = null
  /** The stream that replaces it with its first event. */
  let next: WatchedStream | null = null
  let liveSince = 0
  let failures = 0
  /** Those of them in a row in which the stream gave no event although the BFF answered. */
  let answeredFailures = 0
  /** After a failure, until the next attempt. */
  let isPaused = false
  let state: StreamState = { state: 'reconnecting', since: now(), retryAt: null, reason: null }
  let cancelRetry = () => {}

  function setState(word: LiveState, { retryAt = null, reason = null }: Partial<StreamState> = {}) {
    if (state.state === word && state.retryAt === retryAt && state.reason === reason) return
    state = { state: word, since: state.state === word ? state.since : now(), retryAt, reason }
    onState(state)
  }

  function stop() {
    cancelRetry()
    isPaused = false
    current?.close()
    next?.close()
    current = next = null
  }

  function connect() {
    const wanted = request()
    if (wanted === null) return stop()
    cancelRetry()
    isPaused = false
    next?.close()
    const opened = openWatched({
      open,
      later,
      now,
      request: wanted,
      onLive: () => {
        // The old stream closes only now, so that no event is lost in between.
        current?.close()
        current = opened
        next = null
        liveSince = now()
        setState('live')
      },
      onEvent: ({ name, data, id }) => onEvent(readEvent(name, data), id),
      onEnd: (ended) => void fail(ended),
    })
    next = opened
  }

  async function fail({ end, wasLive }: WatchedEnd) {
    stop()
    if (end.why === 'signed-out') return signOut()
    if (wasLive && now() - liveSince >= settledMs) failures = answeredFailures = 0
    failures += 1
    isPaused = true
    if (state.state === 'live') setState('reconnecting')
    const session = await askSession()
    // A check has opened another stream meanwhile.
    if (!isPaused) return
    if (session === 'signed-out') return signOut()
    answeredFailures = session === 'signed-in' && !wasLive ? answeredFailures + 1 : 0
    const isBlocked = answeredFailures >= failuresUntilBlocked || (answeredFailures > 0 && isProofOfBlock(end, wasLive))
    const backoffMs = isBlocked ? blockedRetryDelay(random()) : retryDelay(failures, random())
    const waitMs = end.why === 'busy' ? Math.max(backoffMs, end.waitMs) : backoffMs
    const isOffline = session === 'unreachable' && failures >= failuresUntilOffline
    setState(isBlocked ? 'polling' : isOffline ? 'offline' : 'reconnecting', {
      retryAt: now() + waitMs,
      reason: end.why === 'refused' ? end.reason : null,
    })
    cancelRetry = later(waitMs, connect)
  }

  function signOut() {
    stop()
    failures = answeredFailures = 0
    onSignedOut()
  }

  return {
    /** Opens a stream for what is to be followed now. While a retry is due, that one does it. */
    reopen: () => {
      if (!isPaused) connect()
    },
    /** Checks the stream and the session now. */
    check: () => {
      if (current && !current.isOverdue()) void askSession().then((session) => session === 'signed-out' && signOut())
      else if (!next) connect()
    },
    state: () => state,
    close: stop,
  }
}

/** One such end is enough: the stream was opened, and nothing came through; or the BFF does not want it. */
const isProofOfBlock = ({ why }: WatchedEnd['end'] | StreamEnd, wasLive: boolean) =>
  why === 'refused' || (why === 'silent' && !wasLive)

/** The BFF validates events against the contract. */
const readEvent = (name: string, data: string): LiveEvent => ({ name: name as LiveEventName, data: JSON.parse(data) })

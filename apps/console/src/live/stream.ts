import type { LiveEventName, Ping } from '@gatehouse/contract'
import type { Following, LiveEvent, LiveState } from './protocol.ts'

/** The part of `EventSource` that the stream uses. */
export interface Source {
  addEventListener: (name: string, listener: (event: { data?: unknown }) => void) => void
  close: () => void
}

export interface StreamSurroundings {
  open: (url: string) => Source
  /** The state of the session: an `EventSource` does not report why it failed. */
  askSession: () => Promise<'signed-in' | 'signed-out' | 'unreachable'>
  /** Runs a function later. Call the result to cancel it. */
  later: (ms: number, run: () => void) => () => void
  random: () => number
  now: () => number
  onEvent: (event: LiveEvent) => void
  onState: (state: StreamState) => void
  onSignedOut: () => void
}

export interface StreamState {
  state: LiveState
  since: number
  /** The time of the next attempt, in milliseconds since 1970. */
  retryAt: number | null
}

const eventNames = Object.keys({
  window: true,
  'access-request': true,
  'desktop-pool': true,
  'work-request': true,
  'work-request-log': true,
  activity: true,
  'topic-state': true,
} satisfies Record<LiveEventName, true>) as LiveEventName[] // `satisfies` makes the keys complete

const firstRetryMs = 500
const greatestRetryMs = 15_000
/** Consecutive failures until the state is `offline`. */
const failuresUntilOffline = 4
/** The deadline for opening a stream. */
const openingMs = 15_000
/** Missed pings until a silent connection counts as lost. */
const missedPings = 2.5

/**
 * One event stream, reopened when the topics change and when it breaks. It resumes from the last log line, so that none
 * is lost; duplicates are recognized by their sequence.
 */
export function createStream(surroundings: StreamSurroundings) {
  const { open, askSession, later, random, now, onEvent, onState, onSignedOut } = surroundings
  let following: readonly Following[] = []
  let source: Source | null = null
  let opening: Source | null = null
  let failures = 0
  let state: StreamState = { state: 'reconnecting', since: now(), retryAt: null }
  let cancelRetry = () => {}
  let cancelDeadline = () => {}
  let cancelSilence = () => {}

  const setState = (next: LiveState, retryAt: number | null = null) => {
    if (state.state === next && state.retryAt === retryAt) return
    state = { state: next, since: state.state === next ? state.since : now(), retryAt }
    onState(state)
  }

  const stop = () => {
    cancelRetry()
    cancelDeadline()
    cancelSilence()
    source?.close()
    opening?.close()
    source = opening = null
  }

  const connect = () => {
    cancelRetry()
    cancelDeadline()
    opening?.close()
    opening = null
    if (following.length === 0) return stop()
    const candidate = open(streamUrl(following))
    opening = candidate

    const fail = () => {
      if (candidate !== opening && candidate !== source) return candidate.close()
      stop()
      failures += 1
      const wait = retryDelay(failures, random())
      setState(failures >= failuresUntilOffline ? 'offline' : 'reconnecting', now() + wait)
      cancelRetry = later(wait, () => void reconnect())
    }
    cancelDeadline = later(openingMs, fail)
    candidate.addEventListener('open', () => {
      if (candidate !== opening) return
      // the old stream closes only now, so that no event is lost in between
      source?.close()
      source = candidate
      opening = null
      failures = 0
      cancelDeadline()
      setState('live')
    })
    candidate.addEventListener('error', fail)
    let silenceMs = Infinity
    const hear = () => {
      if (candidate !== source || silenceMs === Infinity) return
      cancelSilence()
      cancelSilence = later(silenceMs, fail)
    }
    candidate.addEventListener('ping', ({ data }) => {
      silenceMs = missedPings * (JSON.parse(String(data)) as Ping).everyMs // as the contract promises
      hear()
    })
    for (const name of eventNames) {
      candidate.addEventListener(name, ({ data }) => {
        hear()
        if (candidate === source || candidate === opening) onEvent(readEvent(name, data))
      })
    }
  }

  const reconnect = async () => {
    const session = await askSession()
    if (session === 'signed-out') {
      stop()
      onSignedOut()
    } else if (source === null && opening === null) connect()
  }

  return {
    /** Replaces the topics. Always reopens, because each topic begins with its present state. */
    follow: (next: readonly Following[]) => {
      following = next
      if (failures === 0) connect()
    },
    /** Checks the session and the stream now. */
    check: () => {
      cancelRetry()
      void reconnect()
    },
    state: () => state,
    close: stop,
  }
}

/** The address for these topics, from the earliest missing log line. */
export function streamUrl(following: readonly Following[]): string {
  const search = new URLSearchParams(following.map(({ topic }) => ['topic', topic]))
  const afters = following.flatMap(({ after }) => after ?? [])
  if (afters.length > 0) search.set('after', String(Math.min(...afters)))
  return `/api/events?${search}`
}

/** Exponential backoff up to 15 s, half of it random, so that clients do not reconnect together. */
export const retryDelay = (failures: number, chance: number) => {
  const full = Math.min(greatestRetryMs, firstRetryMs * 2 ** (failures - 1))
  return full / 2 + (full / 2) * chance
}

/** The BFF validates events against the contract. */
const readEvent = (name: LiveEventName, data: unknown): LiveEvent => ({ name, data: JSON.parse(String(data)) })

import type { LiveEventName, Ping } from '@gatehouse/contract'
import type { Following, LiveEvent, LiveState } from './protocol.ts'

/** What is needed of an `EventSource`. */
export interface Source {
  addEventListener: (name: string, listener: (event: { data?: unknown }) => void) => void
  close: () => void
}

export interface StreamSurroundings {
  open: (url: string) => Source
  /** Whether anybody is signed in; an `EventSource` does not say why it failed. */
  askSession: () => Promise<'signed-in' | 'signed-out' | 'unreachable'>
  /** Runs something later; gives the way to call it off. */
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
  /** When the next attempt comes, in milliseconds since 1970. */
  retryAt: number | null
}

const eventNames = Object.keys({
  'access-requests': true,
  'desktop-pools': true,
  desktops: true,
  'desktop-pool-desktops': true,
  'work-requests': true,
  'access-request': true,
  'desktop-pool': true,
  'work-request': true,
  'work-request-log': true,
  activity: true,
  'topic-state': true,
} satisfies Record<LiveEventName, true>) as LiveEventName[] // its keys are all of them, and `satisfies` holds it to that

const firstRetryMs = 500
const greatestRetryMs = 15_000
/** After so many failures in a row it is said to be offline. */
const failuresUntilOffline = 4
/** An address that gets no answer at all is given up after this. */
const openingMs = 15_000
/** After so many pings that did not come, the connection is lost, though nobody said so. */
const missedPings = 2.5

/**
 * One event stream, reopened whenever what to follow changes and whenever it breaks. It asks from the last log line
 * that it saw, so that nothing is lost; what comes twice is known twice by its sequence.
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
      // the old stream ends only here, so that nothing is missed in between
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
    /** Follows exactly these. Always reopens: every topic then begins with its present state. */
    follow: (next: readonly Following[]) => {
      following = next
      if (failures === 0) connect()
    },
    /** Looks at once whether the session stands and the stream runs. */
    check: () => {
      cancelRetry()
      void reconnect()
    },
    state: () => state,
    close: stop,
  }
}

/** The address that follows these, from the earliest log line that any of them lacks. */
export function streamUrl(following: readonly Following[]): string {
  const search = new URLSearchParams(following.map(({ topic }) => ['topic', topic]))
  const afters = following.flatMap(({ after }) => after ?? [])
  if (afters.length > 0) search.set('after', String(Math.min(...afters)))
  return `/api/events?${search}`
}

/** Doubles with each failure, up to a quarter of a minute, of which half is left to chance: not everybody at once. */
export const retryDelay = (failures: number, chance: number) => {
  const full = Math.min(greatestRetryMs, firstRetryMs * 2 ** (failures - 1))
  return full / 2 + (full / 2) * chance
}

/** The BFF holds what it sends against the contract. */
const readEvent = (name: LiveEventName, data: unknown): LiveEvent => ({ name, data: JSON.parse(String(data)) })

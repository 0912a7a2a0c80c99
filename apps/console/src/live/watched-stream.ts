import type { Ping } from '@gatehouse/contract'
import type { StreamEnd, StreamListener, StreamRequest } from './open-events.ts'

/** How long a stream may take until its first event. The BFF sends one at once, so a silent stream is blocked or buffered. */
export const firstEventMs = 8_000
/** Missed pings until a silent stream counts as lost. */
const missedPings = 2.5

export interface WatchedEnd {
  end: StreamEnd | { why: 'silent' }
  /** Whether it ever gave an event. */
  wasLive: boolean
}

interface WatchedOptions {
  open: (request: StreamRequest, listener: StreamListener) => () => void
  request: StreamRequest
  /** Runs a function later. Call the result to cancel it. */
  later: (ms: number, run: () => void) => () => void
  now: () => number
  /** The stream works: called with the first event, before `onEvent`. */
  onLive: () => void
  /** All events but pings. */
  onEvent: StreamListener['onEvent']
  /** Called once, when the stream has ended by itself or was closed because it is silent. */
  onEnd: (ended: WatchedEnd) => void
}

export interface WatchedStream {
  /** Whether the next ping is overdue, as after the machine was asleep. */
  isOverdue: () => boolean
  close: () => void
}

/** A stream that ends when it stays silent, from its opening on. */
export function openWatched({ open, request, later, now, onLive, onEvent, onEnd }: WatchedOptions): WatchedStream {
  let isLive = false
  let isOver = false
  let everyMs: number | null = null
  let heardAt = now()
  let cancelSilence = () => {}

  const finish = (end: WatchedEnd['end']) => {
    if (isOver) return
    close()
    onEnd({ end, wasLive: isLive })
  }
  const expectEventIn = (ms: number) => {
    cancelSilence()
    cancelSilence = later(ms, () => finish({ why: 'silent' }))
  }

  expectEventIn(firstEventMs)
  const closeSource = open(request, {
    onEvent: (event) => {
      heardAt = now()
      if (event.name === 'ping') everyMs = (JSON.parse(event.data) as Ping).everyMs // as the contract promises
      expectEventIn(everyMs === null ? firstEventMs : missedPings * everyMs)
      if (!isLive) {
        isLive = true
        onLive()
      }
      if (event.name !== 'ping') onEvent(event)
    },
    onEnd: finish,
  })

  function close() {
    isOver = true
    cancelSilence()
    closeSource()
  }

  return {
    isOverdue: () => everyMs !== null && now() - heardAt > everyMs * 1.2,
    close,
  }
}

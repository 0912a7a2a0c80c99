import type { LiveEventName, LiveEvents } from '@gatehouse/contract'

/**
 * - `live`: events arrive.
 * - `reconnecting`: the stream is being opened.
 * - `polling`: the BFF answers, but streams do not get through. Visible pages read again by timer.
 * - `offline`: the BFF does not answer.
 */
export type LiveState = 'live' | 'reconnecting' | 'polling' | 'offline'

export interface StreamState {
  state: LiveState
  /** Milliseconds since 1970. */
  since: number
  /** The time of the next attempt, in milliseconds since 1970. */
  retryAt: number | null
  /** Why the BFF refuses the stream, in a whole sentence. Null when nothing was said. */
  reason: string | null
}

/** A topic to follow. `after`, for logs: the sequence of the last line that the tab has. */
export interface Following {
  topic: string
  after?: number | undefined
}

/** One event of the stream: name and data. */
export type LiveEvent = { [Name in LiveEventName]: { name: Name; data: LiveEvents[Name] } }[LiveEventName]

/** Messages from a tab to the hub. */
export type ToHub =
  | { type: 'follow'; following: Following[] }
  /** The tab's Web Lock: when the hub gets it, the tab is gone. */
  | { type: 'alive'; lock: string }
  /** The connection or the session may have changed: check now. */
  | { type: 'check' }
  | { type: 'bye' }

/** Messages from the hub to a tab. The first message of a tab is answered with the state. */
export type FromHub = { type: 'event'; event: LiveEvent } | ({ type: 'state' } & StreamState) | { type: 'signed-out' }

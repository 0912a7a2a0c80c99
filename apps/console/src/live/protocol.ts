import type { LiveEventName, LiveEvents } from '@gatehouse/contract'

/** `reconnecting`: an attempt is in progress or scheduled. `offline`: several have failed. */
export type LiveState = 'live' | 'reconnecting' | 'offline'

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

/** Messages from the hub to a tab. */
export type FromHub =
  | { type: 'event'; event: LiveEvent }
  | { type: 'state'; state: LiveState; since: number; retryAt: number | null }
  | { type: 'signed-out' }

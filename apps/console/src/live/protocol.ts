import type { LiveEventName, LiveEvents } from '@gatehouse/contract'

/** LIVE, RECONNECTING (an attempt is under way or near), OFFLINE (several have failed). */
export type LiveState = 'live' | 'reconnecting' | 'offline'

/** A topic to follow. `after`: of a log, the sequence of the last line that is already there. */
export interface Following {
  topic: string
  after?: number | undefined
}

/** One event of the stream: its name with what came. */
export type LiveEvent = { [Name in LiveEventName]: { name: Name; data: LiveEvents[Name] } }[LiveEventName]

/** What a tab tells the hub. */
export type ToHub =
  | { type: 'follow'; following: Following[] }
  /** The tab's Web Lock: when the hub gets it, the tab is gone. */
  | { type: 'alive'; lock: string }
  /** Something suggests that the connection or the session changed: look at once. */
  | { type: 'check' }
  | { type: 'bye' }

/** What the hub tells a tab. */
export type FromHub =
  | { type: 'event'; event: LiveEvent }
  | { type: 'state'; state: LiveState; since: number; retryAt: number | null }
  | { type: 'signed-out' }

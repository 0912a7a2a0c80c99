import type { LiveEventName, LiveEvents } from '@gatehouse/contract'

/**
 * One event of the stream. The id is the version of the topic that a watcher has with it; of a log, the sequence of its last
 * line. Without one, a watcher that reconnects gets the whole state again.
 */
export type LiveEvent = {
  readonly [Name in LiveEventName]: { readonly event: Name; readonly data: LiveEvents[Name]; readonly id?: string }
}[LiveEventName]

/** How a topic is polled, and which events its watchers get. */
export interface Source<State> {
  /** Reads the current state. `previous` is the result of the last read. Rejects when the read fails as a whole. */
  read(previous: State | undefined, signal: AbortSignal): Promise<State>
  /** What another replica has read last and kept in the store; null for nothing. Absent: nothing is kept. */
  kept?(): Promise<State | null>
  /** The events with the whole state, for a new watcher. */
  whole(state: State): readonly LiveEvent[]
  /** The events that lead from one state to the next. Empty when no change matters to a watcher. */
  changes(before: State, after: State): readonly LiveEvent[]
  /** Something is in transition, so the next read should be soon. */
  moving(state: State): boolean
  /** The state is final, so polling stops. */
  ended(state: State): boolean
}

export type Watcher = (events: readonly LiveEvent[]) => void

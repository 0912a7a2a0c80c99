import type { LiveEventName, LiveEvents } from '@gatehouse/contract'

/** One event of the stream. Only events that bring log lines have an id: the sequence of the last line. */
export type LiveEvent = {
  readonly [Name in LiveEventName]: { readonly event: Name; readonly data: LiveEvents[Name]; readonly id?: number }
}[LiveEventName]

/** How one thing is looked at again and again, and what watchers are told of it. */
export interface Source<State> {
  /**
   * Reads it as it is. `previous` is what the last read gave. With `places`, only these parts have to be read; the rest of
   * `previous` is recent enough. Rejects when nothing at all could be read.
   */
  read(previous: State | undefined, signal: AbortSignal, places?: ReadonlySet<string>): Promise<State>
  /** For who begins to watch. */
  whole(state: State): readonly LiveEvent[]
  /** What leads from one state to the next; empty when nothing did that matters to a watcher. */
  changes(before: State, after: State): readonly LiveEvent[]
  /** Something is on its way, so that the next look should be soon. */
  moving(state: State): boolean
  /** Nothing will ever change again. */
  ended(state: State): boolean
  /**
   * By how much the wait grows with each look that finds nothing changed although something moves. 1 for a single
   * thing; more for what costs many calls to look at.
   */
  readonly patience: number
}

export type Watcher = (events: readonly LiveEvent[]) => void

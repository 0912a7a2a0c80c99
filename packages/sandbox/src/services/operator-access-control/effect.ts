import type { State } from './lifecycle.ts'
import type { Note } from './transition.ts'

/** What a decision makes of a request: where it goes and what is written down. */
export interface Effect {
  to: State
  note: Note
}

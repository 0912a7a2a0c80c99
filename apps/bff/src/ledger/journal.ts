import type { ActivityFilters } from '@gatehouse/contract'
import type { Attempt, Answer, Effect, Entry, Intent, Resend, StopTrying } from './entries.ts'

/** The ledger as it is stored: entries are only ever added, and each is chained to the one before it. */
export interface Journal {
  /**
   * Writes the intent, unless there is one with its attempt id; `isNew` tells. Rejects with a Problem `unavailable` when
   * it cannot be written; then nothing may be sent.
   */
  begin(intent: Intent): Promise<{ attempt: Attempt; isNew: boolean }>
  /** Writes an intent together with its failed answer, in one transaction, unless there is one with its attempt id. */
  refuse(intent: Intent, answer: Answer): Promise<Attempt>
  /** Writes an entry that must be there before something is done. Rejects as `begin` does. */
  record(entry: Resend | StopTrying): Promise<Attempt>
  /**
   * Writes what has happened already. Never rejects: if the first write fails, it is repeated with back-off until it
   * succeeds or the process ends, and until then the attempt reads from memory as if it were written.
   */
  recordSurely(entry: Answer | Effect): Promise<Attempt>
  find(attemptId: string): Promise<Attempt | null>
  /** Newest first; `before` and `next` are sequences of intents. */
  list(
    filters: ActivityFilters & { before?: number; limit?: number },
  ): Promise<{ items: Attempt[]; next: number | null }>
  /** Attempts that are `sent`, `accepted` or `unknown` without a final effect, oldest first. */
  unsettled(): Promise<Attempt[]>
  /** Attempts on a thing that did not fail, oldest first. */
  on(subjectId: string): Promise<Attempt[]>
  /** Told of each attempt after an entry of it was recorded. Call the result to stop. */
  onChange(listener: (attempt: Attempt, entry: Entry) => void): () => void
  /** Why writing fails at present, and since when; null while it works. */
  trouble(): { message: string; since: string } | null
  /** Waits, for a few seconds at most, until what is to be written is written. */
  close(): Promise<void>
}

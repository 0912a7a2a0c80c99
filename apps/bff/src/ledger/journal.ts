import type { ActivityFilters } from '@gatehouse/contract'
import type { Attempt, Answer, Effect, Entry, Intent, Resend, StopTrying } from './entries.ts'

/** The stored ledger: append-only, and each entry is chained to the one before it. */
export interface Journal {
  /**
   * Writes the intent, unless its attempt id exists; `isNew` says which. Rejects with a Problem `unavailable` when it cannot
   * be written. Then the caller must send nothing.
   */
  begin(intent: Intent): Promise<{ attempt: Attempt; isNew: boolean }>
  /** Writes an intent and its failed answer in one transaction, unless its attempt id exists. */
  refuse(intent: Intent, answer: Answer): Promise<Attempt>
  /** Writes an entry that must exist before its action. Rejects like `begin`. */
  record(entry: Resend | StopTrying): Promise<Attempt>
  /**
   * Writes what has already happened. A failed write does not reject: it is retried with back-off until the process ends,
   * and reads show the entry from memory until then.
   */
  recordSurely(entry: Answer | Effect): Promise<Attempt>
  find(attemptId: string): Promise<Attempt | null>
  /** Newest first; `before` and `next` are sequences of intents. */
  list(
    filters: ActivityFilters & { before?: number; limit?: number },
  ): Promise<{ items: Attempt[]; next: number | null }>
  /** Attempts that are `sent`, `accepted` or `unknown` without a final effect, oldest first. */
  unsettled(): Promise<Attempt[]>
  /** Attempts on a subject that did not fail, oldest first. */
  on(subjectId: string): Promise<Attempt[]>
  /** Calls the listener after each recorded entry, on whichever replica. Call the result to unsubscribe. */
  onChange(listener: (attempt: Attempt, entry: Entry) => void): () => void
  /** Why and since when writes fail; null while they work. */
  trouble(): { message: string; since: string } | null
  /** Waits for unwritten entries, for a few seconds at most. */
  close(): Promise<void>
}

import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { keyOf } from '../users/users.ts'
import { attemptOf, isSettled, readAttempt, withEntry } from './attempts.ts'
import type { Attempt, Entry, Intent, Recorded } from './entries.ts'
import { LedgerRowError, toRow } from './rows.ts'

/** The last row of the chain. */
export interface Head {
  sequence: number
  hash: string
  at: string
}

export interface Appended {
  attempt: Attempt
  /** Undefined when nothing was added. */
  head?: Head
  /** How many rows were added, if more than one. */
  rows?: number
}

/** Adds the first entry of an attempt, and its row in `acts`. The attempt must not exist yet. */
export async function appendIntent(transaction: Transaction<Tables>, intent: Intent): Promise<Appended> {
  const { recorded, head } = await appendRow(transaction, intent)
  const person_key = keyOf(intent.person.name)
  await transaction
    .insertInto('acts')
    .values({
      sequence: recorded.sequence,
      attempt_id: intent.attemptId,
      act: intent.act,
      status: 'sent',
      settled: 0,
      person_key,
      subject_id: intent.subjectId,
      connection_id: intent.connectionId,
      compartment_id: intent.compartmentId,
      at: intent.at,
    })
    .execute()
  await transaction
    .insertInto('act_people')
    .values({ person_key })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { attempt: attemptOf([recorded]), head }
}

/**
 * Adds a further entry of an attempt, and updates its row in `acts`. Adds nothing when the attempt has this very entry: a
 * connection that is lost during a commit hides that it succeeded, and then the entry is written again.
 */
export async function appendEntry(transaction: Transaction<Tables>, entry: Exclude<Entry, Intent>): Promise<Appended> {
  const before = await readAttempt(transaction, entry.attemptId)
  if (!before) throw new LedgerRowError(`The ledger has no intent of the attempt ${entry.attemptId}.`)
  if (isRecorded(before, entry)) return { attempt: before }
  const { recorded, head } = await appendRow(transaction, entry)
  const attempt = withEntry(before, recorded)
  await transaction
    .updateTable('acts')
    .set({ status: attempt.status, settled: isSettled(attempt) ? 1 : 0 })
    .where('attempt_id', '=', entry.attemptId)
    .execute()
  return { attempt, head }
}

function isRecorded({ answer, effect, stopTrying, resends }: Attempt, entry: Entry): boolean {
  return [answer, effect, stopTrying, ...resends].some((one) => one && isDeepStrictEqual({ ...one, ...entry }, one))
}

/** The caller's transaction is alone (`exclusively`), so the chain never forks. */
async function appendRow<E extends Entry>(
  transaction: Transaction<Tables>,
  entry: E,
): Promise<{ recorded: Recorded<E>; head: Head }> {
  const last = await transaction
    .selectFrom('ledger')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = toRow(entry, last)
  await transaction.insertInto('ledger').values(row).execute()
  const { version, sequence, hash } = row
  return { recorded: { ...entry, version, sequence, hash }, head: { sequence, hash, at: entry.at } }
}

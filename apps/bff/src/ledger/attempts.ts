import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Attempt, Entry, Intent, Recorded } from './entries.ts'
import { LedgerRowError, parseRow, type LedgerRow } from './rows.ts'

/** Builds an attempt from its entries, oldest first. */
export function attemptOf([intent, ...later]: readonly [Recorded<Intent>, ...Recorded[]]): Attempt {
  return later.reduce<Attempt>(withEntry, {
    intent,
    resends: [],
    answer: null,
    effect: null,
    stopTrying: null,
    status: 'sent',
    hash: intent.hash,
  })
}

/** The attempt after a further entry of it. */
export function withEntry(attempt: Attempt, entry: Recorded): Attempt {
  const next = { ...attempt, ...changeOf(attempt, entry), hash: entry.hash === '' ? attempt.hash : entry.hash }
  return { ...next, status: next.effect?.status ?? next.answer?.status ?? 'sent' }
}

function changeOf(attempt: Attempt, entry: Recorded): Partial<Attempt> {
  switch (entry.kind) {
    case 'intent':
      return {}
    case 'resend':
      // An effect read before the resend says nothing about the resend.
      return { resends: [...attempt.resends, entry], effect: null }
    case 'answer':
      return { answer: entry }
    case 'effect':
      return { effect: entry }
  }
  return { stopTrying: entry }
}

/**
 * Whether the outcome is final: `done`, `failed`, or an effect that leaves it `unknown`. Accepted acts of version 1 count as
 * settled too, because version 1 did not record what the follower needs.
 */
export const isSettled = ({ status, effect, intent }: Attempt): boolean =>
  status === 'done' || status === 'failed' || effect !== null || (intent.version === 1 && status === 'accepted')

/** The attempt with that id; null when there is none. Throws a LedgerRowError when a row of it cannot be read. */
export async function readAttempt(db: Kysely<Tables>, attemptId: string): Promise<Attempt | null> {
  const rows = await rowsOf(db, [attemptId])
  return rows.length === 0 ? null : assemble(rows)
}

/** Below SQLite's limit on parameters. */
const batch = 500

/** The attempts with those ids, in that order. Skips an attempt with an unreadable row, and passes it to `onUnreadable`. */
export async function readAttempts(
  db: Kysely<Tables>,
  attemptIds: readonly string[],
  onUnreadable: (error: LedgerRowError) => void,
): Promise<Attempt[]> {
  const attempts: Attempt[] = []
  for (let start = 0; start < attemptIds.length; start += batch) {
    const ids = attemptIds.slice(start, start + batch)
    const rows = Map.groupBy(await rowsOf(db, ids), (row) => row.attempt_id)
    for (const id of ids) {
      try {
        attempts.push(assemble(rows.get(id) ?? []))
      } catch (error) {
        if (!(error instanceof LedgerRowError)) throw error
        onUnreadable(error)
      }
    }
  }
  return attempts
}

const rowsOf = (db: Kysely<Tables>, attemptIds: readonly string[]): Promise<LedgerRow[]> =>
  db.selectFrom('ledger').selectAll().where('attempt_id', 'in', attemptIds).orderBy('sequence').execute()

function assemble(rows: readonly LedgerRow[]): Attempt {
  const [intent, ...later] = rows.map(parseRow)
  if (!intent || !isIntent(intent))
    throw new LedgerRowError(`Row ${rows[0]?.sequence ?? 0} of the ledger cannot be read: its intent is missing.`)
  return attemptOf([intent, ...later])
}

const isIntent = (entry: Recorded): entry is Recorded<Intent> => entry.kind === 'intent'

/** An entry that is not written yet, so it has no place in the chain. */
export const unwritten = (entry: Entry, version: number): Recorded => ({ ...entry, version, sequence: 0, hash: '' })

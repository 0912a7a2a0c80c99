import type { Store } from '../store/store.ts'
import type { AnchoredHead } from './read-anchors.ts'
import { genesis, hashOf, LedgerRowError, parseRow, type LedgerRow } from './rows.ts'

export interface Verification {
  /** The number of rows. */
  rows: number
  /** The hash of the last row. */
  head: string
  /** Whole sentences; empty when the ledger is intact. */
  faults: string[]
}

const batch = 1000

/**
 * Reads the whole ledger in batches, and checks that no row was changed, removed or inserted. A ledger that was truncated
 * or rewritten with new hashes passes this check: only anchored heads, from outside of the store, reveal it.
 */
export async function verifyLedger(
  { db }: Pick<Store, 'db'>,
  anchors: readonly AnchoredHead[] = [],
): Promise<Verification> {
  const result: Verification = { rows: 0, head: genesis, faults: [] }
  const missing = Map.groupBy(anchors, ({ sequence }) => sequence)
  let expected = 1
  for (;;) {
    const rows = await db
      .selectFrom('ledger')
      .selectAll()
      .where('sequence', '>=', expected)
      .orderBy('sequence')
      .limit(batch)
      .execute()
    for (const row of rows) {
      result.faults.push(
        ...faultsInPlace(row, expected, result.head),
        ...faultsOf(row),
        ...faultsOfAnchors(row, missing.get(row.sequence)),
      )
      missing.delete(row.sequence)
      result.rows += 1
      result.head = row.hash
      expected = row.sequence + 1
    }
    if (rows.length < batch) break
  }
  for (const { sequence, source } of [...missing.values()].flat())
    result.faults.push(`Row ${sequence}, anchored by ${source}, is missing${whereItEnds(sequence, expected - 1)}.`)
  result.faults.push(...(await faultsOfActs({ db })))
  return result
}

function faultsInPlace(row: LedgerRow, expected: number, previousHash: string): string[] {
  if (row.sequence !== expected) return [`Before row ${row.sequence}, ${rowsMissing(row.sequence - expected)}.`]
  if (row.previous_hash !== previousHash) return [`Row ${row.sequence} is not chained to the row before it.`]
  return []
}

function faultsOf(row: LedgerRow): string[] {
  if (!hasItsHash(row)) return [`Row ${row.sequence} was changed after it was written.`]
  try {
    parseRow(row)
    return []
  } catch (error) {
    if (error instanceof LedgerRowError) return [error.message]
    throw error
  }
}

function hasItsHash(row: LedgerRow): boolean {
  try {
    return hashOf(row) === row.hash
  } catch {
    // Gatehouse writes no value without a canonical form, such as a lone surrogate.
    return false
  }
}

const faultsOfAnchors = ({ sequence, hash }: LedgerRow, anchors: readonly AnchoredHead[] = []): string[] =>
  anchors
    .filter((anchor) => anchor.hash !== hash)
    .map(
      ({ source }) => `Row ${sequence} has another hash than the one anchored by ${source}: the ledger was rewritten.`,
    )

/** Checks the table `acts`, which is derived from the ledger. The activity list does not show an act that is missing there. */
async function faultsOfActs({ db }: Pick<Store, 'db'>): Promise<string[]> {
  const rows = await db
    .selectFrom('ledger')
    .leftJoin('acts', 'acts.sequence', 'ledger.sequence')
    .select('ledger.sequence')
    .where('ledger.kind', '=', 'intent')
    .where('acts.sequence', 'is', null)
    .execute()
  return rows.map(({ sequence }) => `The act of row ${sequence} is missing from the table acts, so it is not listed.`)
}

const rowsMissing = (count: number) => (count === 1 ? '1 row is missing' : `${count} rows are missing`)

const whereItEnds = (sequence: number, last: number) =>
  sequence <= last ? '' : last === 0 ? ': the ledger is empty' : `: the ledger ends at row ${last}`

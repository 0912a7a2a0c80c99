import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { LedgerTable, Tables } from '../store/tables.ts'
import { canonicalJson } from './canonical-json.ts'

export type LedgerRow = LedgerTable

/** What a row says, without its place in the chain. */
export type Entry = Omit<LedgerRow, 'sequence' | 'previous_hash' | 'hash'>

/** What the first row is chained to. */
const genesis = '0'.repeat(64)

/** Adds a row after the last one. Transactions on the store run one after another, so the chain never forks. */
export async function append(transaction: Transaction<Tables>, entry: Entry): Promise<LedgerRow> {
  const last = await transaction
    .selectFrom('ledger')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const placed = { ...entry, sequence: (last?.sequence ?? 0) + 1, previous_hash: last?.hash ?? genesis }
  const row: LedgerRow = { ...placed, hash: hashOf(placed) }
  await transaction.insertInto('ledger').values(row).execute()
  return row
}

/** SHA-256 over the row in canonical JSON, which holds the hash of the row before it. */
function hashOf(row: Omit<LedgerRow, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex')
}

export interface Verification {
  /** How many rows there are. */
  rows: number
  /** The hash of the last: note it elsewhere, and it will tell whether rows were cut off the end. */
  head: string
  /** Whole sentences; none when the chain holds. */
  faults: string[]
}

const batch = 1000

/** Reads the whole ledger and checks that no row was changed, left out or put in. */
export async function verifyLedger({ db }: Store): Promise<Verification> {
  const result: Verification = { rows: 0, head: genesis, faults: [] }
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
      const { hash, ...said } = row
      if (row.sequence !== expected)
        result.faults.push(`Before row ${row.sequence}, ${rowsMissing(row.sequence - expected)}.`)
      else if (row.previous_hash !== result.head)
        result.faults.push(`Row ${row.sequence} is not chained to the row before it.`)
      if (hashOf(said) !== hash)
        result.faults.push(`Row ${row.sequence} does not say what it said when it was written.`)
      result.rows += 1
      result.head = hash
      expected = row.sequence + 1
    }
    if (rows.length < batch) return result
  }
}

const rowsMissing = (count: number) => (count === 1 ? '1 row is missing' : `${count} rows are missing`)

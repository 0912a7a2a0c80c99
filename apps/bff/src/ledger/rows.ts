import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Selectable } from 'kysely'
import type { LedgerTable } from '../store/tables.ts'
import type { Entry, Recorded } from './entries.ts'
import { asVersion2, hashedTextOfVersion1 } from './rows-version-1.ts'
import { columnsOf, isRowKind, rowKinds } from './rows-version-2.ts'

export type LedgerRow = Selectable<LedgerTable>

/** The version of the rows that this version of Gatehouse writes. */
export const rowVersion = 2

/** The previous hash of the first row. */
export const genesis = '0'.repeat(64)

/** A row of the ledger cannot be read; the message is a sentence that names the row. */
export class LedgerRowError extends Error {
  override name = 'LedgerRowError'
}

/** The row of an entry, at its place in the chain. */
export function toRow(entry: Entry, last: { sequence: number; hash: string } | undefined): LedgerRow {
  const row: LedgerRow = {
    ...nothing,
    ...columnsOf(entry),
    version: rowVersion,
    sequence: (last?.sequence ?? 0) + 1,
    previous_hash: last?.hash ?? genesis,
    hash: '',
  }
  return { ...row, hash: hashOf(row) }
}

/** SHA-256 over the columns that the row's version covers, including the hash of the row before it. */
export const hashOf = (row: LedgerRow): string => createHash('sha256').update(hashedText(row)).digest('hex')

/**
 * Version 2 covers the columns of the row's kind, in the canonical form of RFC 8785. A column that is added later belongs
 * to a later version and changes no hash.
 */
function hashedText(row: LedgerRow): string {
  if (row.version === 1) return hashedTextOfVersion1(row)
  const { version, sequence, previous_hash } = row
  const text = canonicalize({ ...valuesOf(row), version, sequence, previous_hash })
  if (text === undefined) throw new TypeError('A row of the ledger is always an object')
  return text
}

/** Parses a row of any version. Throws a LedgerRowError. */
export function parseRow(row: LedgerRow): Recorded {
  const { sequence, version, hash } = row
  const cannotBeRead = (why: string, cause?: unknown) =>
    new LedgerRowError(`Row ${sequence} of the ledger cannot be read: ${why}.`, { cause })

  if (version !== 1 && version !== rowVersion) throw cannotBeRead(`this Gatehouse does not know version ${version}`)
  const current = version === 1 ? asVersion2(row) : row
  if (!isRowKind(current.kind)) throw cannotBeRead(`this Gatehouse does not know the kind "${row.kind}"`)
  try {
    return { ...rowKinds[current.kind].parse(valuesOf(current)), version, sequence, hash }
  } catch (error) {
    throw cannotBeRead(error instanceof Error ? error.message : String(error), error)
  }
}

/** The columns of the row's kind, with their values. */
function valuesOf(row: LedgerRow): Record<string, unknown> {
  const columns = isRowKind(row.kind) ? rowKinds[row.kind].columns : ['kind']
  return Object.fromEntries(columns.map((column) => [column, row[column as keyof LedgerRow]])) // the kinds name columns of the table
}

const nothing = {
  act: null,
  person_id: null,
  person_name: null,
  person_role: null,
  connection_id: null,
  compartment_id: null,
  service: null,
  subject_id: null,
  subject_name: null,
  comment: null,
  seen: null,
  baseline: null,
  signed_as: null,
  operation: null,
  input: null,
  retry_token: null,
  status: null,
  was_sent: null,
  work_request_id: null,
  opc_request_id: null,
  oci_code: null,
  problem_code: null,
  problem: null,
  note: null,
}

import type { LedgerRow } from './rows.ts'

/* Rows of version 1: an `intent`, and one `outcome` or more. They are read and verified, never written. */

/** The columns that the hash of a row of version 1 covers. */
const columns = [
  'sequence',
  'kind',
  'attempt_id',
  'at',
  'act',
  'person_id',
  'person_name',
  'person_role',
  'connection_id',
  'service',
  'subject_id',
  'subject_name',
  'comment',
  'seen',
  'signed_as',
  'operation',
  'input',
  'retry_token',
  'status',
  'work_request_id',
  'opc_request_id',
  'oci_code',
  'problem_code',
  'problem',
  'previous_hash',
] as const satisfies (keyof LedgerRow)[]

export const hashedTextOfVersion1 = (row: LedgerRow): string =>
  canonicalJsonOfVersion1(Object.fromEntries(columns.map((column) => [column, row[column]])))

const answerStatus: Readonly<Record<string, string>> = { confirmed: 'accepted', refused: 'failed', unknown: 'unknown' }

/** Converts a row to the columns of version 2. An outcome becomes an answer. */
export function asVersion2(row: LedgerRow): LedgerRow {
  const later = { compartment_id: null, baseline: null, was_sent: null, note: null }
  if (row.kind !== 'outcome') return { ...row, ...later }
  // Version 1 did not record whether a refused act was sent. Most were.
  return { ...row, ...later, kind: 'answer', status: answerStatus[row.status ?? ''] ?? row.status, was_sent: 1 }
}

/** The canonical JSON under the hashes of version 1. Equals RFC 8785 for the values that rows contain. */
function canonicalJsonOfVersion1(row: Readonly<Record<string, string | number | null>>): string {
  const members = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`).join(',')}}`
}

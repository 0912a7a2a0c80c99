import type { Action } from '@gatehouse/contract'
import { stringify } from 'csv-stringify/sync'
import type { Attempt } from '../ledger/entries.ts'

/** The columns in order: heading and value. */
const columns: [heading: string, value: (action: Action) => string | number | null][] = [
  ['sequence', ({ sequence }) => sequence],
  ['at', ({ at }) => at],
  ['act', ({ act }) => act],
  ['status', ({ status }) => status],
  ['by', ({ by }) => by.name],
  ['role', ({ by }) => by.role],
  ['connection', ({ connectionId }) => connectionId],
  ['compartmentId', ({ compartmentId }) => compartmentId],
  ['service', ({ subject }) => subject.service],
  ['subject', ({ subject }) => subject.name],
  ['subjectId', ({ subject }) => subject.id],
  ['comment', ({ comment }) => comment],
  ['signedAs', ({ signedAs }) => signedAs],
  ['wasSent', ({ wasSent }) => String(wasSent)],
  ['answeredAt', ({ answeredAt }) => answeredAt],
  ['completedAt', ({ completedAt }) => completedAt],
  ['workRequestId', ({ workRequestId }) => workRequestId],
  ['opcRequestId', ({ opcRequestId }) => opcRequestId],
  ['problem', ({ problem }) => problem],
  ['effect', ({ effect }) => effect],
  ['attemptId', ({ id }) => id],
  ['hash', ({ hash }) => hash],
]

/**
 * The ledger as CSV (RFC 4180), newest first, in batches. An apostrophe keeps spreadsheets from running a value as a
 * formula: owasp.org/www-community/attacks/CSV_Injection
 */
export async function* activityCsv(
  read: (page: { limit: number; before?: number }) => Promise<{ items: Attempt[]; next: number | null }>,
  toAction: (attempt: Attempt) => Action,
): AsyncGenerator<string> {
  yield lines([columns.map(([heading]) => heading)])
  let before: number | undefined
  for (;;) {
    const { items, next } = await read({ limit: 500, ...(before === undefined ? {} : { before }) })
    if (items.length > 0) {
      const actions = items.map(toAction)
      yield lines(actions.map((action) => columns.map(([, value]) => value(action))))
    }
    if (next === null) return
    before = next
  }
}

const lines = (rows: (string | number | null)[][]) =>
  stringify(rows, { record_delimiter: 'windows', escape_formulas: true })

import type { Action, ActivityFilters } from '@gatehouse/contract'
import { stringify } from 'csv-stringify/sync'
import type { Ledger } from '../ledger/ledger.ts'

/** Column by column: the heading, and what stands below it. */
const columns: [heading: string, value: (action: Action) => string | number | null][] = [
  ['sequence', ({ sequence }) => sequence],
  ['at', ({ at }) => at],
  ['act', ({ act }) => act],
  ['status', ({ status }) => status],
  ['by', ({ by }) => by.name],
  ['role', ({ by }) => by.role],
  ['connection', ({ connectionId }) => connectionId],
  ['service', ({ subject }) => subject.service],
  ['subject', ({ subject }) => subject.name],
  ['subjectId', ({ subject }) => subject.id],
  ['comment', ({ comment }) => comment],
  ['signedAs', ({ signedAs }) => signedAs],
  ['completedAt', ({ completedAt }) => completedAt],
  ['workRequestId', ({ workRequestId }) => workRequestId],
  ['opcRequestId', ({ opcRequestId }) => opcRequestId],
  ['problem', ({ problem }) => problem],
  ['attemptId', ({ id }) => id],
  ['hash', ({ hash }) => hash],
]

/**
 * The ledger as CSV (RFC 4180), newest first, batch by batch. What a spreadsheet would take for a formula is made text
 * by an apostrophe: owasp.org/www-community/attacks/CSV_Injection
 */
export async function* activityCsv(ledger: Pick<Ledger, 'list'>, filters: ActivityFilters): AsyncGenerator<string> {
  yield lines([columns.map(([heading]) => heading)])
  let before: number | undefined
  for (;;) {
    const { items, next } = await ledger.list({ ...filters, limit: 500, ...(before === undefined ? {} : { before }) })
    if (items.length > 0) yield lines(items.map((action) => columns.map(([, value]) => value(action))))
    if (next === null) return
    before = next
  }
}

const lines = (rows: (string | number | null)[][]) =>
  stringify(rows, { record_delimiter: 'windows', escape_formulas: true })

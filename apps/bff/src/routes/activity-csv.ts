import type { Action } from '@gatehouse/contract'
import { csvOf, type CsvColumns } from '../csv.ts'
import type { Attempt } from '../ledger/entries.ts'

/** The columns in order: heading and value. */
const columns: CsvColumns<Action> = [
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

/** The ledger as CSV, newest first, in batches. */
export const activityCsv = (
  read: (page: { limit: number; before?: number }) => Promise<{ items: Attempt[]; next: number | null }>,
  toAction: (attempt: Attempt) => Action,
): AsyncGenerator<string> => csvOf(columns, batchesOf(read, toAction))

async function* batchesOf(
  read: Parameters<typeof activityCsv>[0],
  toAction: (attempt: Attempt) => Action,
): AsyncGenerator<Action[]> {
  let before: number | undefined
  for (;;) {
    const { items, next } = await read({ limit: 500, ...(before === undefined ? {} : { before }) })
    if (items.length > 0) yield items.map(toAction)
    if (next === null) return
    before = next
  }
}

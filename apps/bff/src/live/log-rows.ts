import type { Selectable } from 'kysely'
import { exclusively } from '../store/exclusive.ts'
import type { Store } from '../store/store.ts'
import type { WorkRequestLogTable } from '../store/tables.ts'
import type { ArchivedLine, FoundLine, LogKey } from './log-archive.ts'

/** SQLite takes 32,766 parameters in a statement; a row has nine. */
const rowsPerInsert = 500

/**
 * Inserts the lines that are missing, in this order. Resolves to the inserted lines with their sequences, which become visible
 * in order, so that a reader which asks for lines after its last one skips none.
 */
export const writeMissing = (db: Store['db'], key: LogKey, lines: readonly FoundLine[]): Promise<ArchivedLine[]> =>
  exclusively(db, 'log-archive', async (transaction) => {
    const existing = new Set<string>()
    for (const kind of ['log', 'error'] as const) {
      const times = lines
        .filter((line) => line.kind === kind)
        .map(({ at }) => at)
        .sort()
      const [first] = times
      const last = times.at(-1)
      if (first === undefined || last === undefined) continue
      const rows = await transaction
        .selectFrom('work_request_logs')
        .select(['kind', 'at', 'text', 'ordinal'])
        .where('connection_id', '=', key.connectionId)
        .where('work_request_id', '=', key.workRequestId)
        .where('kind', '=', kind)
        .where('at', '>=', first)
        .where('at', '<=', last)
        .execute()
      for (const row of rows) existing.add(printOf(row))
    }
    const missing = lines.filter((line) => !existing.has(printOf(line)))
    if (missing.length === 0) return []
    const before = await lastNumber(transaction, key)

    const written: ArchivedLine[] = []
    for (let start = 0; start < missing.length; start += rowsPerInsert) {
      const rows = await transaction
        .insertInto('work_request_logs')
        .values(
          missing.slice(start, start + rowsPerInsert).map((line, place) => ({
            connection_id: key.connectionId,
            service: key.service,
            work_request_id: key.workRequestId,
            number: before + start + place + 1,
            ...line,
          })),
        )
        .returningAll()
        .execute()
      written.push(...rows.map(toArchivedLine))
    }
    return written.sort((one, other) => one.line.sequence - other.line.sequence)
  })

const printOf = ({ kind, at, text, ordinal }: Pick<FoundLine, 'kind' | 'at' | 'text' | 'ordinal'>) =>
  `${kind} ${at} ${ordinal} ${text}`

/** Lines are numbered from 1 without gaps, so this is also their count. */
export async function lastNumber(db: Store['db'], key: LogKey): Promise<number> {
  const last = await db
    .selectFrom('work_request_logs')
    .select('number')
    .where('connection_id', '=', key.connectionId)
    .where('work_request_id', '=', key.workRequestId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.number ?? 0
}

/** Lines of all logs after the sequence. */
export async function linesAfter(db: Store['db'], after: number, limit: number): Promise<ArchivedLine[]> {
  const rows = await db
    .selectFrom('work_request_logs')
    .selectAll()
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map(toArchivedLine)
}

/** The sequence of the last line of any log; 0 for none. */
export async function lastSequence(db: Store['db']): Promise<number> {
  const last = await db
    .selectFrom('work_request_logs')
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.sequence ?? 0
}

export const toArchivedLine = (row: Selectable<WorkRequestLogTable>): ArchivedLine => ({
  key: { connectionId: row.connection_id, service: row.service, workRequestId: row.work_request_id },
  line: {
    sequence: row.sequence,
    number: row.number,
    at: row.at,
    kind: row.kind,
    code: row.code,
    text: row.text,
  },
})

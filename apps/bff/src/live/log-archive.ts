import type { LogLine, WorkService } from '@gatehouse/contract'
import type { Store } from '../store/store.ts'
import { lastNumber, lastSequence, linesAfter, toArchivedLine, writeMissing } from './log-rows.ts'
import type { HeadName } from '../replicas/message.ts'
import { oneReplica } from '../replicas/one-replica.ts'
import type { Replicas } from '../replicas/replicas.ts'
import { createRecentLines, linesKept } from './recent-lines.ts'

/** Which work request's log. */
export interface LogKey {
  connectionId: string
  service: WorkService
  workRequestId: string
}

/** A line or error as OCI returned it. */
export interface FoundLine {
  kind: LogLine['kind']
  /** RFC 3339, UTC, with milliseconds. */
  at: string
  code: string | null
  text: string
  /** Tells lines apart that are the same in everything else: 0, 1, …. */
  ordinal: number
}

export interface ArchivedLine {
  key: LogKey
  line: LogLine
}

/**
 * Every line of every log that was read, in the order in which it was found. OCI deletes logs and gives lines no id; the
 * archive keeps each line under a permanent sequence.
 */
export interface LogArchive {
  /** Writes the missing lines, in this order, then calls the listeners. Resolves to the number of lines written. */
  append(key: LogKey, lines: readonly FoundLine[]): Promise<number>
  /** Lines of these logs after the sequence, at most `limit` (100,000). */
  read(keys: readonly LogKey[], after: number, limit?: number): Promise<ArchivedLine[]>
  /** Whether the line with this sequence is in the archive and belongs to this log. */
  has(key: LogKey, sequence: number): Promise<boolean>
  /** The same as `read`, from memory. Null when memory no longer has every line after the sequence. */
  recent(keys: readonly LogKey[], after: number): ArchivedLine[] | null
  /** Null when the log was never read. */
  stateOf(key: LogKey): Promise<{ isEnded: boolean; lines: number } | null>
  /** Records that the log was read. `isEnded`: every line is archived and no more can come. */
  note(key: LogKey, isEnded: boolean): Promise<void>
  /** Resolves when `recent` knows of every line that is written now, on whichever replica. */
  catchUp(): Promise<void>
  /** Called after lines were written, on whichever replica. Call the result to unsubscribe. */
  onAppend(listener: () => void): () => void
  /** Waits for pending writes. */
  close(): Promise<void>
}

export function createLogArchive(
  { db, reader }: Pick<Store, 'db' | 'reader'>,
  { areSeveral, channel }: Replicas = oneReplica(),
): LogArchive {
  const recent = createRecentLines()
  const listeners = new Set<() => void>()
  /** The lines of a write are added to `recent` before the next one, so that they stay in order. */
  let writing: Promise<unknown> = Promise.resolve()

  function write(key: LogKey, lines: readonly FoundLine[]): Promise<ArchivedLine[]> {
    const inTurn = writing.then(() => writeMissing(db, key, lines))
    writing = inTurn.catch(() => undefined)
    return inTurn
  }

  /** Reads the lines that other replicas have written, up to this sequence. */
  function follow(head: number): Promise<void> {
    const inTurn = writing.then(async () => {
      if (head <= recent.last()) return
      if (listeners.size === 0 || head - recent.last() > linesKept) recent.skipTo(head)
      else recent.add(await linesAfter(reader, recent.last(), linesKept))
      tellListeners()
    })
    // The feeds read the archive themselves when the recent lines are not known.
    writing = inTurn.catch(() => recent.skipTo(head))
    return writing.then(() => undefined)
  }

  function tellListeners() {
    for (const listener of listeners) listener()
  }

  const unsubscribe = channel.on('head', ({ of, number }) => {
    if (of === ('log-lines' satisfies HeadName)) void follow(number)
  })

  return {
    async append(key, lines) {
      if (lines.length === 0) return 0
      const written = await write(key, lines)
      const last = written.at(-1)
      if (!last) return 0
      recent.add(written)
      tellListeners()
      channel.send({ is: 'head', of: 'log-lines' satisfies HeadName, number: last.line.sequence })
      return written.length
    },

    async catchUp() {
      if (areSeveral) await follow(await lastSequence(reader))
    },

    async read(keys, after, limit = 100_000) {
      if (keys.length === 0) return []
      const rows = await reader
        .selectFrom('work_request_logs')
        .selectAll()
        .where((where) =>
          where.or(
            keys.map((key) => where.and({ connection_id: key.connectionId, work_request_id: key.workRequestId })),
          ),
        )
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(limit)
        .execute()
      return rows.map(toArchivedLine)
    },

    async has(key, sequence) {
      const row = await db
        .selectFrom('work_request_logs')
        .select('sequence')
        .where('sequence', '=', sequence)
        .where('connection_id', '=', key.connectionId)
        .where('work_request_id', '=', key.workRequestId)
        .executeTakeFirst()
      return row !== undefined
    },

    recent: (keys, after) => recent.since(keys, after),

    async stateOf(key) {
      const state = await reader
        .selectFrom('work_request_log_state')
        .select('is_ended')
        .where('connection_id', '=', key.connectionId)
        .where('work_request_id', '=', key.workRequestId)
        .executeTakeFirst()
      const lines = await lastNumber(reader, key)
      if (!state && lines === 0) return null
      return { isEnded: state?.is_ended === 1, lines }
    },

    async note({ connectionId, service, workRequestId }, isEnded) {
      const values = { is_ended: isEnded ? (1 as const) : (0 as const), read_at: new Date().toISOString() }
      await db
        .insertInto('work_request_log_state')
        .values({ connection_id: connectionId, service, work_request_id: workRequestId, ...values })
        .onConflict((conflict) => conflict.columns(['connection_id', 'work_request_id']).doUpdateSet(values))
        .execute()
    },

    onAppend(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    async close() {
      unsubscribe()
      listeners.clear()
      await writing
    },
  }
}

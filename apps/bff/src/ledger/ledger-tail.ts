import type { Kysely } from 'kysely'
import type { HeadName } from '../replicas/message.ts'
import type { Replicas } from '../replicas/replicas.ts'
import type { Tables } from '../store/tables.ts'
import type { LedgerRow } from './rows.ts'

/** Rows that are read at once. */
const rowsAtOnce = 200

const ledger = 'ledger' satisfies HeadName

/** Finds the rows that other replicas append. Appends are exclusive, so rows become visible in the order of their sequence. */
export interface LedgerTail {
  /** This replica has appended rows up to `last`: others are told, and `onRow` is not called for them. */
  appended(last: number, count: number): void
  close(): Promise<void>
}

interface LedgerTailOptions {
  reader: Kysely<Tables>
  replicas: Replicas
  onRow: (row: LedgerRow) => Promise<void>
  onError: (error: unknown) => void
}

export function createLedgerTail({ reader, replicas, onRow, onError }: LedgerTailOptions): LedgerTail {
  const { areSeveral, channel } = replicas
  const own = new Set<number>()
  let seen = 0
  const closing = new AbortController()
  let reading: Promise<void> = areSeveral ? begin() : Promise.resolve()

  /** What was written before this process began is no news. */
  async function begin() {
    try {
      const last = await reader
        .selectFrom('ledger')
        .select('sequence')
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst()
      seen = last?.sequence ?? 0
    } catch (error) {
      onError(error)
    }
  }

  async function readUpTo(head: number) {
    while (seen < head && !closing.signal.aborted) {
      const rows = await reader
        .selectFrom('ledger')
        .selectAll()
        .where('sequence', '>', seen)
        .orderBy('sequence')
        .limit(rowsAtOnce)
        .execute()
      for (const row of rows) {
        seen = row.sequence
        if (!own.delete(row.sequence)) await onRow(row)
      }
      if (rows.length < rowsAtOnce) return
    }
  }

  const unsubscribe = channel.on('head', ({ of, number }) => {
    if (of !== ledger) return
    reading = reading.then(() => readUpTo(number)).catch(onError)
  })

  return {
    appended(last, count) {
      if (!areSeveral) return
      for (let sequence = last - count + 1; sequence <= last; sequence += 1) own.add(sequence)
      channel.send({ is: 'head', of: ledger, number: last })
    },
    async close() {
      closing.abort()
      unsubscribe()
      await reading
    },
  }
}

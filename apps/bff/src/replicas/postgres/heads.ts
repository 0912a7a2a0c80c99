import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { HeadName, MessageOf } from '../message.ts'

/** How often the heads are read, in case a notification was lost. */
const everyMs = 3_000

interface HeadsOptions {
  reader: Kysely<Tables>
  onHead: (head: MessageOf<'head'>) => void
}

/** Reads how far the tables go that replicas follow, every few seconds. Call the result to stop. */
export function startHeads({ reader, onHead }: HeadsOptions): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let reading: Promise<void> = Promise.resolve()

  function schedule() {
    if (isClosed) return
    timer = setTimeout(() => {
      // While the database fails, requests say so; the next read tries again.
      reading = read().catch(() => undefined)
      void reading.then(schedule)
    }, everyMs)
  }

  async function read() {
    for (const { of, number } of await readHeads(reader)) if (!isClosed) onHead({ is: 'head', of, number })
  }

  schedule()
  return async () => {
    isClosed = true
    clearTimeout(timer)
    await reading
  }
}

async function readHeads(reader: Kysely<Tables>): Promise<{ of: string; number: number }[]> {
  const { rows } = await sql<{ of: string; number: number }>`
    select noun as of, version as number from inventory_versions
    union all select ${sql.lit('ledger' satisfies HeadName)}, coalesce(max(sequence), 0) from ledger
    union all select ${sql.lit('log-lines' satisfies HeadName)}, coalesce(max(sequence), 0) from work_request_logs
  `.execute(reader)
  return rows
}

import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Noun, Nouns } from './noun.ts'
import { tableOf } from './noun.ts'
import { bumpVersion, commonRows } from './rows.ts'
import type { Moved } from './write-place.ts'

/** How often the store is cleaned up. Milliseconds. */
const everyMs = 6 * 3_600_000

/** Rows that are removed at once, so that other writes do not wait. */
const rowsAtOnce = 500

interface RetentionOptions {
  db: Kysely<Tables>
  nouns: Nouns
  /** How long things that OCI has forgotten, and samples, are kept. Milliseconds. */
  keptMs: number
  onRemoved: (moved: Moved) => void
  log: { info(details: unknown, message: string): void; error(details: unknown, message: string): void }
}

/** Cleans the store up at once and every few hours. Call the result to stop, and to wait for a run. */
export function startRetention({ log, ...options }: RetentionOptions) {
  const closing = new AbortController()
  let running = run()
  const timer = setInterval(() => {
    running = running.then(run)
  }, everyMs)
  timer.unref()

  async function run(): Promise<void> {
    try {
      const removed = await removeExpired({ ...options, nowMs: Date.now(), signal: closing.signal })
      if (removed > 0) log.info({ removed }, 'Removed what OCI has forgotten and whose time is over')
    } catch (error) {
      if (!closing.signal.aborted)
        log.error({ err: error }, 'The store could not be cleaned up; the next run tries again')
    }
  }

  return async () => {
    closing.abort()
    clearInterval(timer)
    await running
  }
}

interface Removal extends Omit<RetentionOptions, 'log'> {
  nowMs: number
  /** Ends the removal after the batch that is running. */
  signal: AbortSignal
}

/**
 * Removes what OCI has forgotten longer ago than the time it is kept: the item, its page, and the log of a work request.
 * Resolves to the number of items.
 */
export async function removeExpired({ db, nouns, keptMs, onRemoved, nowMs, signal }: Removal): Promise<number> {
  const before = new Date(nowMs - keptMs).toISOString()
  let removed = 0
  for (const noun of Object.values(nouns).filter(({ isKept }) => isKept)) {
    let last = rowsAtOnce
    while (last === rowsAtOnce && !signal.aborted) {
      last = await removeForgotten(db, noun, before, onRemoved)
      removed += last
    }
  }
  if (signal.aborted) return removed
  await db.deleteFrom('inventory_things').where('forgotten_at', '<', before).execute()
  await db.deleteFrom('desktop_pool_samples').where('hour', '<', before).execute()
  return removed
}

/** Removes a batch, and resolves to its size. */
async function removeForgotten(
  db: Kysely<Tables>,
  noun: Noun,
  before: string,
  onRemoved: RetentionOptions['onRemoved'],
): Promise<number> {
  const rows = await commonRows(db)
    .selectFrom(tableOf[noun.name])
    .select(['connection_id', 'id'])
    .where('gone_at', '<', before)
    .limit(rowsAtOnce)
    .execute()
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  const version = await db.transaction().execute(async (transaction) => {
    await commonRows(transaction)
      .deleteFrom(tableOf[noun.name])
      .where('gone_at', '<', before)
      .where('id', 'in', ids)
      .execute()
    await transaction.deleteFrom('inventory_items').where('noun', '=', noun.name).where('id', 'in', ids).execute()
    if (noun.name === 'work-requests') {
      await transaction.deleteFrom('work_request_logs').where('work_request_id', 'in', ids).execute()
      await transaction.deleteFrom('work_request_log_state').where('work_request_id', 'in', ids).execute()
    }
    return bumpVersion(transaction, noun.name)
  })
  onRemoved(new Map([[noun.name, version]]))
  return rows.length
}

import { sql, type Kysely, type Transaction } from 'kysely'
import { isPostgres } from './dialect.ts'
import type { Tables } from './tables.ts'

/** What only one transaction at a time may write, in all processes. The numbers identify the locks, so they never change. */
const locks = { ledger: 1, 'log-archive': 2, 'sign-in-failures': 3 } as const

/** The first half of the key of a lock: other programs may use advisory locks in the same database. */
const gatehouse = 0x67617465

/** The last transaction per lock, in this process. */
const queues = new WeakMap<Kysely<Tables>, Map<keyof typeof locks, Promise<unknown>>>()

/**
 * Runs a transaction while no other process runs one with the same lock. What it writes becomes visible before the next one
 * begins, so numbers that are assigned in it become visible in order.
 *
 * SQLite has one writer at a time. On PostgreSQL the transaction holds an advisory lock until its end. In this process,
 * transactions wait without a connection of the pool.
 */
export async function exclusively<Result>(
  db: Kysely<Tables>,
  lock: keyof typeof locks,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  if (!isPostgres(db)) return db.transaction().execute(work)
  const ofStore = queues.get(db) ?? new Map<keyof typeof locks, Promise<unknown>>()
  queues.set(db, ofStore)
  const result = (ofStore.get(lock) ?? Promise.resolve()).then(() =>
    db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(gatehouse)}, ${sql.lit(locks[lock])})`.execute(transaction)
      return work(transaction)
    }),
  )
  ofStore.set(
    lock,
    result.catch(() => undefined),
  )
  return result
}

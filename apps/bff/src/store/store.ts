import type { Kysely } from 'kysely'
import { pendingMigrations } from './migrate.ts'
import { placeOf, type PostgresTarget } from './postgres/target.ts'
import { openSqlite, openSqliteToRead } from './sqlite/open.ts'
import { StoreError, toStoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/** All persistent data of Gatehouse, in a SQLite file or a PostgreSQL database. */
export interface Store {
  /** Reads and writes. On SQLite, one query or transaction after another. */
  readonly db: Kysely<Tables>
  /**
   * Only reads. A query sees every transaction that was committed before it began, and waits for no write. A slow one delays
   * no write, and no other read as long as a connection is free.
   */
  readonly reader: Kysely<Tables>
  /** The path of the file, or the database and its server, for messages. */
  readonly place: string
  /** Writes a row to check that writing works. Rejects when it fails. */
  checkWritable(): Promise<void>
  close(): Promise<void>
}

/** The folder of a SQLite file, or a PostgreSQL database. */
export type StoreTarget = string | PostgresTarget

export interface StoreOptions {
  /**
   * Takes the lock that allows one server per folder. Commands that run beside the server leave it out. A PostgreSQL
   * database has no such lock.
   */
  exclusive?: boolean
  /** How long to wait for a lock of another program on a SQLite file, in milliseconds. */
  busyMs?: number
}

/**
 * Opens the store, creates it if missing, and runs pending migrations. Throws a StoreError that names the cause: locked,
 * damaged, not writable, not reachable, not a store, or written by a later version.
 */
export async function openStore(
  target: StoreTarget,
  { exclusive = false, busyMs = 5_000 }: StoreOptions = {},
): Promise<Store> {
  if (typeof target === 'string') {
    const { db, reader, file, release } = await openSqlite(target, { exclusive, busyMs })
    return open({ db, reader, place: file, release })
  }
  const { openPostgres } = await loadPostgres()
  const db = await openPostgres(target)
  return open({ db, reader: db, place: placeOf(target), release: () => {} })
}

/**
 * Opens the store read-only, while Gatehouse may be running. Throws a StoreError, also when migrations are pending.
 */
export async function openStoreToRead(target: StoreTarget): Promise<Pick<Store, 'db' | 'reader' | 'place' | 'close'>> {
  const store = await connectToRead(target)
  try {
    if ((await pendingMigrations(store.db, store.place)).length > 0)
      throw new StoreError(
        `The store ${store.place} was written by an earlier version of Gatehouse. Start Gatehouse once, to bring it up to date.`,
      )
    return store
  } catch (error) {
    await store.close()
    throw toStoreError(store.place, error)
  }
}

async function connectToRead(target: StoreTarget): Promise<Store> {
  if (typeof target === 'string') {
    const { db, reader, file, release } = openSqliteToRead(target)
    return open({ db, reader, place: file, release })
  }
  const { openPostgresToRead } = await loadPostgres()
  const db = await openPostgresToRead(target)
  return open({ db, reader: db, place: placeOf(target), release: () => {} })
}

/** Loaded on use: a store in a file does not need the client. */
const loadPostgres = () => import('./postgres/open.ts')

function open({ db, reader, place, release }: Pick<Store, 'db' | 'reader' | 'place'> & { release: () => void }): Store {
  return {
    db,
    reader,
    place,
    async checkWritable() {
      const at = new Date().toISOString()
      await db
        .insertInto('heartbeat')
        .values({ id: 1, at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
        .execute()
    },
    async close() {
      await Promise.all([db.destroy(), reader.destroy()])
      release()
    },
  }
}

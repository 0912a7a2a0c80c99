import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { migrateToLatest, pendingMigrations } from './migrate.ts'
import { sqliteDialect } from './sqlite/dialect.ts'
import { StoreError, toStoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/** All persistent data of Gatehouse, in one SQLite file. */
export interface Store {
  /** Reads and writes, one query or transaction after another. */
  readonly db: Kysely<Tables>
  /**
   * Only reads. A query sees every transaction that was committed before it began, and waits for no write. A slow one delays
   * no write, and no other read as long as a connection is free.
   */
  readonly reader: Kysely<Tables>
  readonly file: string
  /** Writes a row to check that writing works. Rejects when it fails. */
  checkWritable(): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  /** Takes the lock that allows one server per store. Commands that run beside the server leave it out. */
  exclusive?: boolean
  /** How long to wait for a lock of another program, in milliseconds. */
  busyMs?: number
}

/** Connections that only read. Each is a thread, opened on its first use. */
const readers = 2

const fileIn = (folder: string) => join(folder, 'gatehouse.db')

/**
 * Opens the store in the folder, creates both if missing, and runs pending migrations. Throws a StoreError that names the
 * cause: locked, damaged, not writable, not a store, or written by a later version.
 */
export async function openStore(
  folder: string,
  { exclusive = false, busyMs = 5_000 }: StoreOptions = {},
): Promise<Store> {
  makeFolder(folder)
  const file = fileIn(folder)
  const release = exclusive ? takeOwnership(folder) : () => {}
  const db = connect({ file, busyMs })
  try {
    if ((await pendingMigrations(db, file)).length > 0) await migrateAlone(db, folder, exclusive)
  } catch (error) {
    await db.destroy()
    release()
    throw toStoreError(file, error)
  }
  return open(db, connect({ file, busyMs, readers }), file, release)
}

/**
 * Opens the store read-only, while Gatehouse may be running. Takes no lock that a writer has to wait for. Throws a
 * StoreError, also when migrations are pending.
 */
export async function openStoreToRead(folder: string): Promise<Pick<Store, 'db' | 'reader' | 'file' | 'close'>> {
  const file = fileIn(folder)
  if (!existsSync(file))
    throw new StoreError(`There is no store in the folder ${folder}. Choose the folder with GATEHOUSE_DATA_DIR.`)
  const db = connect({ file, busyMs: 5_000, readers: 1 })
  try {
    if ((await pendingMigrations(db, file)).length > 0)
      throw new StoreError(
        `The store ${file} was written by an earlier version of Gatehouse. Start Gatehouse once, to bring it up to date.`,
      )
    return open(db, db, file, () => {})
  } catch (error) {
    await db.destroy()
    throw toStoreError(file, error)
  }
}

/** One connection that writes, or some that only read. */
const connect = ({ file, busyMs, readers: count }: { file: string; busyMs: number; readers?: number }) =>
  new Kysely<Tables>({
    dialect: sqliteDialect({ file, busyMs, readOnly: count !== undefined, connections: count ?? 1 }),
  })

/** Takes the owner lock, so that a command cannot migrate the tables under a running server. */
async function migrateAlone(db: Kysely<Tables>, folder: string, isOwner: boolean): Promise<void> {
  const release = isOwner ? () => {} : takeOwnership(folder)
  try {
    await migrateToLatest(db)
  } finally {
    release()
  }
}

function open(db: Kysely<Tables>, reader: Kysely<Tables>, file: string, release: () => void): Store {
  return {
    db,
    reader,
    file,
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

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    throw new StoreError(`The folder ${folder} cannot be made (${code}). Choose another with GATEHOUSE_DATA_DIR.`, {
      cause,
    })
  }
}

/**
 * The operating system releases this lock when the process ends, even by a crash. It is on a file of its own, so that
 * commands can read and write the store while the server runs.
 */
function takeOwnership(folder: string): () => void {
  const file = join(folder, 'owner.lock')
  try {
    const lock = new DatabaseSync(file, { timeout: 0 })
    try {
      lock.exec('begin exclusive')
    } catch (error) {
      lock.close()
      throw error
    }
    return () => lock.close()
  } catch (cause) {
    const error = toStoreError(file, cause)
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === 5)
      throw new StoreError(
        `Another Gatehouse is running on the folder ${folder}. End it, or choose another folder with GATEHOUSE_DATA_DIR.`,
        { cause },
      )
    throw error
  }
}

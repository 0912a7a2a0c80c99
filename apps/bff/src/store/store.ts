import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { migrateToLatest, pendingMigrations } from './migrate.ts'
import { sqliteDatabase } from './sqlite.ts'
import { StoreError, toStoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/** All persistent data of Gatehouse, in one SQLite file. */
export interface Store {
  readonly db: Kysely<Tables>
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
  let db: Kysely<Tables> | undefined
  try {
    const database = new DatabaseSync(file, { timeout: busyMs })
    db = await connect(database)
    // In WAL mode readers and writers do not block each other. The file stores the mode, and setting it takes a lock.
    if (journalMode(database) !== 'wal') database.exec('pragma journal_mode = wal')
    database.exec('pragma synchronous = full; pragma foreign_keys = on')
    if ((await pendingMigrations(db, file)).length > 0) await migrateAlone(db, folder, exclusive)
  } catch (error) {
    await db?.destroy()
    release()
    throw toStoreError(file, error)
  }
  return open(db, file, release)
}

/**
 * Opens the store read-only, while Gatehouse may be running. Takes no lock that a writer has to wait for. Throws a
 * StoreError, also when migrations are pending.
 */
export async function openStoreToRead(folder: string): Promise<Pick<Store, 'db' | 'file' | 'close'>> {
  const file = fileIn(folder)
  if (!existsSync(file))
    throw new StoreError(`There is no store in the folder ${folder}. Choose the folder with GATEHOUSE_DATA_DIR.`)
  let db: Kysely<Tables> | undefined
  try {
    db = await connect(new DatabaseSync(file, { readOnly: true, timeout: 5_000 }))
    if ((await pendingMigrations(db, file)).length > 0)
      throw new StoreError(
        `The store ${file} was written by an earlier version of Gatehouse. Start Gatehouse once, to bring it up to date.`,
      )
    return open(db, file, () => {})
  } catch (error) {
    await db?.destroy()
    throw toStoreError(file, error)
  }
}

/** Connects at once, because Kysely's `destroy` closes the file only after a first connection. */
async function connect(database: DatabaseSync): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqliteDatabase(database) }) })
  await db.connection().execute(() => Promise.resolve())
  return db
}

const journalMode = (database: DatabaseSync) => database.prepare('pragma journal_mode').get()?.['journal_mode']

/** Takes the owner lock, so that a command cannot migrate the tables under a running server. */
async function migrateAlone(db: Kysely<Tables>, folder: string, isOwner: boolean): Promise<void> {
  const release = isOwner ? () => {} : takeOwnership(folder)
  try {
    await migrateToLatest(db)
  } finally {
    release()
  }
}

function open(db: Kysely<Tables>, file: string, release: () => void): Store {
  return {
    db,
    reader: db,
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
      await db.destroy()
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

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { migrateToLatest, pendingMigrations } from '../migrate.ts'
import { StoreError, toStoreError } from '../store-error.ts'
import type { Tables } from '../tables.ts'
import { sqliteDialect } from './dialect.ts'
import { takeOwnership } from './ownership.ts'

export interface SqliteStore {
  file: string
  db: Kysely<Tables>
  reader: Kysely<Tables>
  /** Gives the folder back to other servers. */
  release: () => void
}

/** Connections that only read. Each is a thread, opened on its first use. */
const readers = 2

const fileIn = (folder: string) => join(folder, 'gatehouse.db')

/** Opens the file in the folder, creates both if missing, and runs pending migrations. */
export async function openSqlite(
  folder: string,
  { exclusive, busyMs }: { exclusive: boolean; busyMs: number },
): Promise<SqliteStore> {
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
  return { file, db, reader: connect({ file, busyMs, readers }), release }
}

/** Opens the file for reading only. Takes no lock that a writer has to wait for. */
export function openSqliteToRead(folder: string): SqliteStore {
  const file = fileIn(folder)
  if (!existsSync(file))
    throw new StoreError(`There is no store in the folder ${folder}. Choose the folder with GATEHOUSE_DATA_DIR.`)
  const db = connect({ file, busyMs: 5_000, readers: 1 })
  return { file, db, reader: db, release: () => {} }
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

import { Kysely, sql } from 'kysely'
import { migrateToLatest, pendingMigrations } from '../migrate.ts'
import { StoreError, toStoreError } from '../store-error.ts'
import type { Tables } from '../tables.ts'
import { postgresColumns } from './columns.ts'
import { postgresDialect } from './pool.ts'
import { placeOf, type PostgresTarget } from './target.ts'

/** PostgreSQL 14, as `server_version_num` says it. */
const oldestVersion = 140_000

/**
 * Connects to the database, and runs pending migrations. Of several processes that start at once, one migrates and the
 * others wait for it.
 */
export async function openPostgres(target: PostgresTarget): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(target) })
  try {
    await checkServer(db, placeOf(target))
    if ((await pendingMigrations(db, placeOf(target))).length > 0) await migrate(target)
    return db
  } catch (error) {
    await db.destroy()
    throw toStoreError(placeOf(target), error)
  }
}

/** Connects for reading only. */
export async function openPostgresToRead(target: PostgresTarget): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(target, { readOnly: true }) })
  try {
    await checkServer(db, placeOf(target))
    return db
  } catch (error) {
    await db.destroy()
    throw toStoreError(placeOf(target), error)
  }
}

/** Without a limit on time: a migration may take long, and so may the wait for another process that migrates. */
async function migrate(target: PostgresTarget): Promise<void> {
  const db = new Kysely<Tables>({ dialect: postgresDialect({ ...target, connections: 1 }, { statementMs: 0 }) })
  try {
    await migrateToLatest(db.withPlugin(postgresColumns))
  } finally {
    await db.destroy()
  }
}

async function checkServer(db: Kysely<Tables>, place: string): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`.execute(
    db,
  )
  const { version = 0, encoding = '' } = rows[0] ?? {}
  if (version < oldestVersion)
    throw new StoreError(`The server of the ${place} is older than PostgreSQL 14. Name a newer one in DATABASE_URL.`)
  if (encoding !== 'UTF8')
    throw new StoreError(`The ${place} has the encoding ${encoding}. Create one with the encoding UTF8.`)
}

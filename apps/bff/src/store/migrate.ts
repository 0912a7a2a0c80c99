import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { isPostgres } from './dialect.ts'
import { migrations } from './migrations.ts'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/**
 * The names of the migrations that have not run on this store. Throws a StoreError when a later version or another
 * program wrote it.
 */
export async function pendingMigrations(db: Kysely<Tables>, place: string): Promise<string[]> {
  const tables = await tableNames(db)
  if (!tables.includes('kysely_migration')) {
    if (tables.length === 0) return Object.keys(migrations)
    throw new StoreError(
      isPostgres(db)
        ? `The ${place} has tables of something else. Name an empty database in DATABASE_URL.`
        : `The file ${place} is a database of something else. Move it away, or choose another folder with GATEHOUSE_DATA_DIR.`,
    )
  }
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  const done = rows.map(({ name }) => name)
  const later = done.find((name) => !Object.hasOwn(migrations, name))
  if (later !== undefined)
    throw new StoreError(
      `The store ${place} was written by a later version of Gatehouse (it has "${later}"). Start that version, or restore a backup made before it.`,
    )
  return Object.keys(migrations).filter((name) => !done.includes(name))
}

/** Without views, which extensions of PostgreSQL add, and without other schemas. */
async function tableNames(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const schema = isPostgres(db) ? await currentSchema(db) : undefined
  return tables.filter((table) => !table.isView && table.schema === schema).map(({ name }) => name)
}

/** The schema of PostgreSQL that tables are created in. */
export async function currentSchema(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db)
  return rows[0]?.name
}

/** Runs all pending migrations. */
export async function migrateToLatest(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error)
    throw error instanceof Error ? error : new Error('The store could not be brought up to date.', { cause: error })
}

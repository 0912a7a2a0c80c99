import type { Kysely } from 'kysely'

/** What the processes that serve one database share. `tables.ts` says what the tables hold. */
export async function createReplicas(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'integer', (column) => column.notNull())
    .addColumn('note', 'text')
    .execute()

  await db.schema
    .createTable('oci_budgets')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('tokens', 'double precision', (column) => column.notNull())
    .addColumn('per_second', 'double precision', (column) => column.notNull())
    .addColumn('updated_at', 'integer', (column) => column.notNull())
    .addColumn('throttled_at', 'integer', (column) => column.notNull())
    .addColumn('rests_until', 'integer', (column) => column.notNull())
    .addColumn('urgent_rests_until', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('oci_budgets_key', ['connection_id', 'service'])
    .execute()

  await db.schema
    .createTable('kept_secrets')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute()

  await db.schema.alterTable('inventory_places').addColumn('every_ms', 'integer').execute()
}

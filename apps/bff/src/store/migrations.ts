import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres, makeAppendOnly } from './dialect.ts'
import { createInventory, indexSearch } from './inventory-tables.ts'
import { createReplicas } from './replica-tables.ts'
import type { WorkRequestLogTable } from './tables.ts'
import { versionLedgerRows } from './versioned-ledger.ts'

/** Run in order of their names. A released migration is never edited; a change is a further migration.
 * They name column types as SQLite does; `postgres/columns.ts` says what they are in PostgreSQL. */
export const migrations: Record<string, Migration> = {
  '001-first-light': { up: firstLight },
  '002-versioned-ledger': { up: versionLedgerRows },
  '003-inventory': { up: createInventory },
  '004-replicas': { up: createReplicas },
  '005-search-index': { up: indexSearch },
}

async function firstLight(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('is_demo', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.references('users.id').onDelete('cascade'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sessions_by_expiry').on('sessions').column('expires_at').execute()

  await db.schema
    .createTable('sign_in_failures')
    .addColumn('subject', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .execute()

  await createLedger(db)
  await createLogArchive(db)

  await db.schema
    .createTable('heartbeat')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
}

async function createLedger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ledger')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('attempt_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('act', 'text')
    .addColumn('person_id', 'text')
    .addColumn('person_name', 'text')
    .addColumn('person_role', 'text')
    .addColumn('connection_id', 'text')
    .addColumn('service', 'text')
    .addColumn('subject_id', 'text')
    .addColumn('subject_name', 'text')
    .addColumn('comment', 'text')
    .addColumn('seen', 'text')
    .addColumn('signed_as', 'text')
    .addColumn('operation', 'text')
    .addColumn('input', 'text')
    .addColumn('retry_token', 'text')
    .addColumn('status', 'text')
    .addColumn('work_request_id', 'text')
    .addColumn('opc_request_id', 'text')
    .addColumn('oci_code', 'text')
    .addColumn('problem_code', 'text')
    .addColumn('problem', 'text')
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('ledger_one_intent')
    .unique()
    .on('ledger')
    .column('attempt_id')
    .where(sql.ref('kind'), '=', sql.lit('intent'))
    .execute()
  await db.schema.createIndex('ledger_by_attempt').on('ledger').columns(['attempt_id', 'sequence']).execute()
  await db.schema.createIndex('ledger_by_subject').on('ledger').columns(['subject_id', 'sequence']).execute()
  await makeAppendOnly(db, 'ledger', 'The ledger is append-only')
}

/** What tells two lines of a log apart. */
const lineKey = [
  'connection_id',
  'work_request_id',
  'kind',
  'at',
  'text',
  'ordinal',
] satisfies (keyof WorkRequestLogTable)[]

async function createLogArchive(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('work_request_logs')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('work_request_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .$call((table) => (isPostgres(db) ? table : table.addUniqueConstraint('work_request_logs_once', [...lineKey])))
    .execute()
  // An index of PostgreSQL holds no text longer than 2,704 bytes (postgresql.org/docs/current/btree.html).
  if (isPostgres(db))
    await db.schema
      .createIndex('work_request_logs_once')
      .unique()
      .on('work_request_logs')
      .columns(lineKey.filter((column) => column !== 'text'))
      .expression(sql`md5(${sql.ref('text')})`)
      .execute()
  await db.schema
    .createIndex('work_request_logs_in_order')
    .on('work_request_logs')
    .columns(['connection_id', 'work_request_id', 'sequence'])
    .execute()

  await db.schema
    .createTable('work_request_log_state')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('work_request_id', 'text', (column) => column.notNull())
    .addColumn('is_ended', 'integer', (column) => column.notNull())
    .addColumn('read_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('work_request_log_state_key', ['connection_id', 'work_request_id'])
    .execute()
}

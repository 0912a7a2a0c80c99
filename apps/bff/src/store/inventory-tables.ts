import { sql, type Kysely } from 'kysely'
import { isPostgres } from './dialect.ts'

type Column = readonly [name: string, type: 'text' | 'integer' | 'double precision', isRequired?: 'required']

/** The columns of each noun beside the common ones: what its lists filter and sort by. */
const nouns: Record<string, { columns: readonly Column[]; indexes: Record<string, readonly string[]> }> = {
  desktop_pools: {
    columns: [
      ['name_key', 'text', 'required'],
      ['state', 'text', 'required'],
      ['state_rank', 'integer', 'required'],
      ['health', 'text', 'required'],
      ['attention', 'integer', 'required'],
      ['compartment_key', 'text'],
      ['size', 'integer', 'required'],
      ['next_at', 'text'],
      ['desktops', 'integer'],
      ['connected', 'integer'],
      ['disconnected', 'integer'],
      ['standby', 'integer'],
      ['stopped', 'integer'],
      ['free', 'integer'],
      ['created_at', 'text'],
    ],
    indexes: {},
  },
  desktops: {
    columns: [
      ['name_key', 'text', 'required'],
      ['user_key', 'text'],
      ['pool_id', 'text', 'required'],
      ['pool_key', 'text'],
      ['state', 'text', 'required'],
      ['session', 'text', 'required'],
      ['session_rank', 'integer', 'required'],
      ['last_action_at', 'text'],
      ['client_key', 'text'],
      ['image_key', 'text'],
      ['connected_at', 'text'],
      ['created_at', 'text'],
    ],
    indexes: {
      by_name: ['name_key', 'connection_id', 'id'],
      // Covers what the usage of a compartment's pools is counted from.
      by_place: ['connection_id', 'service', 'compartment_id', 'pool_id', 'session', 'state'],
      by_pool: ['connection_id', 'pool_id', 'name_key'],
      by_filters: ['state', 'session', 'pool_id', 'connection_id', 'compartment_id'],
    },
  },
  access_requests: {
    columns: [
      ['phase', 'text', 'required'],
      ['state', 'text', 'required'],
      ['severity', 'text'],
      ['severity_rank', 'integer'],
      ['resource_type', 'text'],
      ['urgency', 'text', 'required'],
      ['summary_key', 'text', 'required'],
      ['resource_key', 'text', 'required'],
      ['hours', 'double precision'],
      ['requested_at', 'text'],
      ['name_key', 'text', 'required'],
      ['compartment_key', 'text'],
      ['updated_at', 'text'],
    ],
    indexes: {},
  },
  work_requests: {
    columns: [
      ['progress', 'text', 'required'],
      ['state', 'text', 'required'],
      ['operation', 'text', 'required'],
      ['percent', 'double precision', 'required'],
      ['compartment_key', 'text'],
      ['accepted_at', 'text'],
      ['finished_at', 'text'],
      ['took_ms', 'integer'],
    ],
    indexes: { by_time: ['accepted_at'] },
  },
}

/** The inventory: what was read at OCI, a table per noun, and the places it was read in. `tables.ts` says what they hold. */
export async function createInventory(db: Kysely<unknown>): Promise<void> {
  for (const [noun, { columns, indexes }] of Object.entries(nouns)) {
    let table = db.schema
      .createTable(noun)
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('service', 'text', (column) => column.notNull())
      .addColumn('compartment_id', 'text', (column) => column.notNull())
      .addColumn('search', 'text', (column) => column.notNull())
      .addColumn('print', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('first_seen_at', 'text', (column) => column.notNull())
      .addColumn('last_seen_at', 'text')
      .addColumn('gone_at', 'text')
    for (const [name, type, isRequired] of columns)
      table = table.addColumn(name, type, (column) => (isRequired ? column.notNull() : column))
    table = table.addPrimaryKeyConstraint(`${noun}_key`, ['connection_id', 'id'])
    // SQLite then keeps the rows in the order of their key, without a second index for it.
    await (isPostgres(db) ? table : table.modifyEnd(sql`without rowid`)).execute()
    const all = { by_place: ['connection_id', 'service', 'compartment_id'], ...indexes }
    for (const [name, on] of Object.entries(all))
      await db.schema
        .createIndex(`${noun}_${name}`)
        .on(noun)
        .columns([...on])
        .execute()
  }

  await db.schema
    .createTable('inventory_items')
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('source', 'text')
    .addPrimaryKeyConstraint('inventory_items_key', ['noun', 'connection_id', 'id'])
    .execute()

  await db.schema
    .createTable('inventory_places')
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('compartment_id', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text')
    .addColumn('failing_since', 'text')
    .addColumn('reason', 'text')
    .addColumn('opc_request_id', 'text')
    .addColumn('ever_held', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('inventory_places_key', ['noun', 'connection_id', 'service', 'compartment_id'])
    .execute()

  await db.schema
    .createTable('inventory_versions')
    .addColumn('noun', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('inventory_things')
    .addColumn('topic', 'text', (column) => column.primaryKey())
    .addColumn('thing', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text', (column) => column.notNull())
    .addColumn('forgotten_at', 'text')
    .execute()

  await db.schema
    .createTable('desktop_pool_samples')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('desktop_pool_id', 'text', (column) => column.notNull())
    .addColumn('hour', 'text', (column) => column.notNull())
    .addColumn('connected', 'integer', (column) => column.notNull())
    .addColumn('in_use', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('desktop_pool_samples_key', ['connection_id', 'desktop_pool_id', 'hour'])
    .execute()
}

/** What each noun's list is sorted by at first, and the columns of its filters that have few values. */
const firstSorts: Record<string, readonly [sort: string, ...filters: string[]]> = {
  desktop_pools: ['name_key', 'state', 'health'],
  desktops: ['name_key', 'state', 'session'],
  access_requests: ['urgency', 'service', 'phase', 'state', 'severity', 'resource_type'],
  work_requests: ['accepted_at', 'service', 'progress', 'state', 'operation'],
}

/**
 * Indexes that hold all that a search or a filter in the first order reads. For SQLite: an index of PostgreSQL holds no text
 * longer than 2,704 bytes (postgresql.org/docs/current/btree.html).
 */
export async function indexSearch(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('desktops_by_pool').execute()
  await db.schema
    .createIndex('desktops_by_pool')
    .on('desktops')
    .columns(['pool_id', 'name_key', 'connection_id', 'id'])
    .execute()
  if (isPostgres(db)) return
  for (const index of ['desktops_by_name', 'work_requests_by_time']) await db.schema.dropIndex(index).execute()
  for (const [noun, [sort, ...filters]] of Object.entries(firstSorts))
    await db.schema
      .createIndex(`${noun}_by_search`)
      .on(noun)
      .columns([sort, 'connection_id', 'id', 'compartment_id', 'search', 'gone_at', ...filters])
      .execute()
}

import { sql, type Kysely } from 'kysely'

/* Migration 002. It has its own copy of the rules for rows of version 1, because a released migration never changes. */

/** Adds the version and the columns of version 2, and fills `acts` and `act_people` from the existing rows. */
export async function versionLedgerRows(db: Kysely<unknown>): Promise<void> {
  // SQLite adds one column per statement.
  await db.schema
    .alterTable('ledger')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  for (const column of ['compartment_id', 'baseline', 'note'])
    await db.schema.alterTable('ledger').addColumn(column, 'text').execute()
  await db.schema.alterTable('ledger').addColumn('was_sent', 'integer').execute()

  await createActs(db)
  await fillActs(db)

  await db.schema
    .createTable('key_bindings')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('bound_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('key_bindings_key', ['connection_id', 'name_key'])
    .execute()
}

async function createActs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('acts')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('attempt_id', 'text', (column) => column.notNull().unique())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('settled', 'integer', (column) => column.notNull())
    .addColumn('person_key', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('compartment_id', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  for (const [name, column] of [
    ['acts_by_act', 'act'],
    ['acts_by_status', 'status'],
    ['acts_by_person', 'person_key'],
    ['acts_by_subject', 'subject_id'],
    ['acts_by_time', 'at'],
  ] as const)
    await db.schema.createIndex(name).on('acts').columns([column, 'sequence']).execute()
  await db.schema
    .createIndex('acts_unsettled')
    .on('acts')
    .column('sequence')
    .where(sql.ref('settled'), '=', sql.lit(0))
    .execute()

  await db.schema
    .createTable('act_people')
    .addColumn('person_key', 'text', (column) => column.primaryKey())
    .execute()
}

/** Type aliases, because Kysely's `withTables` does not accept interfaces. */
type OldRow = {
  sequence: number
  kind: string
  attempt_id: string
  at: string
  act: string | null
  person_name: string | null
  subject_id: string | null
  connection_id: string | null
  status: string | null
}

type FilledTables = {
  ledger: OldRow
  acts: Record<'attempt_id' | 'act' | 'status' | 'person_key' | 'subject_id' | 'connection_id' | 'at', string> & {
    sequence: number
    settled: 0 | 1
    compartment_id: string | null
  }
  act_people: { person_key: string }
}

const batch = 1000

/** In the order of the rows, so that the latest outcome of an act decides. */
async function fillActs(db: Kysely<unknown>): Promise<void> {
  const tables = db.withTables<FilledTables>()
  for (let last = 0; ;) {
    const rows = await tables
      .selectFrom('ledger')
      .select(['sequence', 'kind', 'attempt_id', 'at', 'act', 'person_name', 'subject_id', 'connection_id', 'status'])
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(batch)
      .execute()
    for (const row of rows) await (row.kind === 'intent' ? fillAct(tables, row) : fillOutcome(tables, row))
    if (rows.length < batch) return
    last = rows.at(-1)?.sequence ?? last
  }
}

async function fillAct(db: Kysely<FilledTables>, row: OldRow): Promise<void> {
  const person_key = (row.person_name ?? '').normalize('NFKC').toLowerCase()
  await db
    .insertInto('acts')
    .values({
      sequence: row.sequence,
      attempt_id: row.attempt_id,
      act: row.act ?? '',
      status: 'sent',
      settled: 0,
      person_key,
      subject_id: row.subject_id ?? '',
      connection_id: row.connection_id ?? '',
      compartment_id: null,
      at: row.at,
    })
    .execute()
  await db
    .insertInto('act_people')
    .values({ person_key })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const statusOf: Readonly<Record<string, string>> = { confirmed: 'accepted', refused: 'failed', unknown: 'unknown' }

async function fillOutcome(db: Kysely<FilledTables>, { attempt_id, status }: OldRow): Promise<void> {
  const now = statusOf[status ?? '']
  if (now === undefined) return
  await db
    .updateTable('acts')
    // Version 1 ended with OCI's answer, so confirmed acts are not followed.
    .set({ status: now, settled: now === 'unknown' ? 0 : 1 })
    .where('attempt_id', '=', attempt_id)
    .execute()
}

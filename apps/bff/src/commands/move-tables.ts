import { sql, type Kysely, type TableMetadata, type Transaction } from 'kysely'
import { verifyLedger, type Verification } from '../ledger/verify.ts'
import { currentSchema } from '../store/migrate.ts'
import { StoreError } from '../store/store-error.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

export interface Move {
  /** The rows of each table. */
  tables: { name: string; rows: number }[]
  ledger: Verification
}

/** PostgreSQL takes 65,535 parameters in a statement. */
const parametersPerInsert = 50_000
const rowsPerInsert = 1_000

/** Of this moment and this process, and not worth moving. */
const notMoved = ['heartbeat', 'leases', 'oci_budgets']

/**
 * Copies every row of a SQLite store into an empty PostgreSQL store, in one transaction: after a failure the target is as
 * empty as before. Throws a StoreError when the target is not empty, when a table has another number of rows than its source,
 * or when the ledger is not whole on the target.
 */
export function moveStore(from: Pick<Store, 'db' | 'place'>, to: Pick<Store, 'db' | 'place'>): Promise<Move> {
  return to.db.transaction().execute(async (transaction) => {
    const tables = await tablesOf(transaction)
    await requireEmpty(transaction, tables, to.place)
    const moved: Move['tables'] = []
    for (const table of tables) moved.push({ name: table.name, rows: await copyTable(from.db, transaction, table) })
    const ledger = await verifyLedger({ db: transaction })
    if (ledger.faults.length > 0)
      throw new StoreError(
        `The ledger of ${from.place} is not whole, so nothing was moved:\n${ledger.faults.map((fault) => `  - ${fault}`).join('\n')}`,
      )
    return { tables: moved, ledger }
  })
}

/** `users` first, because sessions refer to them. */
async function tablesOf(db: Kysely<Tables>): Promise<TableMetadata[]> {
  const schema = await currentSchema(db)
  const tables = await db.introspection.getTables()
  return tables
    .filter((table) => table.schema === schema && !table.isView && !notMoved.includes(table.name))
    .sort((a, b) => Number(b.name === 'users') - Number(a.name === 'users'))
}

/** Locks the tables, so that they stay empty until they are filled. */
async function requireEmpty(db: Transaction<Tables>, tables: readonly TableMetadata[], place: string): Promise<void> {
  for (const { name } of tables) {
    await sql`lock table ${sql.table(name)} in share row exclusive mode`.execute(db)
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0)
      throw new StoreError(
        `The ${place} has rows in the table ${name} already. Name an empty database in DATABASE_URL.`,
      )
  }
}

/** Returns the number of rows. */
async function copyTable(
  from: Kysely<Tables>,
  to: Transaction<Tables>,
  { name, columns }: TableMetadata,
): Promise<number> {
  const names = columns.map((column) => column.name)
  const size = Math.min(rowsPerInsert, Math.floor(parametersPerInsert / names.length))
  for await (const rows of batchesOf(from, name, names, size))
    await sql`insert into ${sql.table(name)} (${sql.join(names.map((column) => sql.ref(column)))})
      values ${sql.join(rows.map((row) => sql`(${sql.join(names.map((column) => row[column]))})`))}`.execute(to)
  for (const column of columns) if (column.isAutoIncrementing) await continueNumbers(from, to, name, column.name)

  const [source, target] = [await countOf(from, name), await countOf(to, name)]
  if (source !== target)
    throw new StoreError(
      `The table ${name} has ${source} rows, and ${target} of them arrived, so nothing was moved. End every program that uses the store, and try again.`,
    )
  return target
}

type Row = Record<string, string | number | null>

/** All rows in the order of the primary key, some at a time. */
async function* batchesOf(db: Kysely<Tables>, table: string, columns: string[], size: number): AsyncGenerator<Row[]> {
  const { rows: key } = await sql<{ name: string }>`
    select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db)
  const keyColumns = sql.join(key.map(({ name }) => sql.ref(name)))
  let after = sql`true`
  for (;;) {
    const { rows } = await sql<Row>`
      select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
      where ${after} order by ${keyColumns} limit ${size}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = sql`(${keyColumns}) > (${sql.join(key.map(({ name }) => last[name]))})`
  }
}

/** A number that was given once is not given again, even if its row is gone: browsers resume after the last one they have. */
async function continueNumbers(
  from: Kysely<Tables>,
  to: Transaction<Tables>,
  table: string,
  column: string,
): Promise<void> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(from)
  const last = rows[0]?.seq ?? 0
  if (last > 0) await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last})`.execute(to)
}

async function countOf(db: Kysely<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}

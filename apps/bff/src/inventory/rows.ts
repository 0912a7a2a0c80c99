import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { InventoryRow, Tables } from '../store/tables.ts'
import { tableOf, type NounName, type PlaceIds } from './noun.ts'

/** The tables of the nouns, with the columns that all of them have. */
type Common = Record<(typeof tableOf)[NounName], InventoryRow>

/** Gives access to a noun's table by its common columns, whichever noun it is. */
export const commonRows = (db: Kysely<Tables>) => db as unknown as Kysely<Common> // every noun's table has these columns

export const column = (name: string): RawBuilder<unknown> => sql.ref(name)

/** Rows per statement, below the limits on parameters of both databases. */
export const rowsPerStatement = 100

export function chunked<T>(all: readonly T[], size = rowsPerStatement): T[][] {
  const chunks: T[][] = []
  for (let start = 0; start < all.length; start += size) chunks.push(all.slice(start, start + size))
  return chunks
}

/** The prints of the rows of a place, by id: what the next read is compared with. */
export async function printsOf(
  db: Kysely<Tables>,
  noun: NounName,
  { connectionId, service, compartmentId }: PlaceIds,
): Promise<Map<string, string>> {
  const rows = await commonRows(db)
    .selectFrom(tableOf[noun])
    .select(['id', 'print'])
    .where('connection_id', '=', connectionId)
    .where('service', '=', service)
    .where('compartment_id', '=', compartmentId)
    .where('gone_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, print }) => [id, print]))
}

/** Moves a noun's version. Transactions that move it become visible in this order, because the row is locked until then. */
export async function bumpVersion(db: Kysely<Tables>, noun: NounName): Promise<number> {
  const row = await db
    .insertInto('inventory_versions')
    .values({ noun, version: 1 })
    .onConflict((conflict) =>
      conflict.column('noun').doUpdateSet({ version: sql<number>`inventory_versions.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function readVersions(db: Kysely<Tables>): Promise<Map<string, number>> {
  const rows = await db.selectFrom('inventory_versions').selectAll().execute()
  return new Map(rows.map(({ noun, version }) => [noun, version]))
}

import { sql, type Kysely, type RawBuilder } from 'kysely'
import { isPostgres } from '../store/dialect.ts'
import type { Tables } from '../store/tables.ts'
import type { Filter, Noun } from './noun.ts'
import { column } from './rows.ts'
import type { ScopePlaces } from './scope.ts'
import { tableOf } from './noun.ts'

/** The search and the filters of a list, as the contract names them. */
export interface Selection {
  search?: string | undefined
  filters: Readonly<Record<string, readonly string[] | undefined>>
  places: ScopePlaces
}

export interface WindowSelection extends Selection {
  sort?: string | undefined
  offset: number
  limit: number
}

type Condition = RawBuilder<unknown>

const commonFilters: Record<string, Filter> = {
  connection: { column: 'connection_id' },
  compartment: { column: 'compartment_id' },
  // a condition alone: its values are not counted
  id: { where: (ids) => sql`id in (${sql.join(ids)})` },
}

export const filtersOf = (noun: Noun): Record<string, Filter> => ({ ...commonFilters, ...noun.filters })

/** A row of a window: its item as JSON, and when OCI no longer listed it. */
export interface WindowRow {
  item: string
  goneAt: string | null
}

/** The rows of a window, in order. */
export async function selectRows(db: Kysely<Tables>, noun: Noun, selection: WindowSelection): Promise<WindowRow[]> {
  const { offset, limit, sort } = selection
  if (limit === 0) return []
  // The narrow rows are sorted first, and the items are read for the rows of the window alone.
  const { rows } = await sql<{ connection_id: string; id: string; gone_at: string | null }>`
    select connection_id, id, ${noun.isKept ? column('gone_at') : sql`null`} as gone_at
    from ${sql.table(tableOf[noun.name])}
    where ${where(noun, selection)} ${orderBy(noun, sort, columnsFor(db, selection))}
    limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(db)
  if (rows.length === 0) return []
  const items = await db
    .selectFrom('inventory_items')
    .select(['connection_id', 'id', 'item'])
    .where('noun', '=', noun.name)
    .where('id', 'in', [...new Set(rows.map(({ id }) => id))])
    .execute()
  const byKey = new Map(items.map((row) => [`${row.connection_id} ${row.id}`, row.item]))
  return rows.flatMap(({ connection_id, id, gone_at }) => {
    const item = byKey.get(`${connection_id} ${id}`)
    // Written between the two reads: the next version of the window has it.
    return item === undefined ? [] : { item, goneAt: gone_at }
  })
}

/** How many rows match. */
export async function countRows(db: Kysely<Tables>, noun: Noun, selection: Selection): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from ${sql.table(tableOf[noun.name])} where ${where(noun, selection)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** How many of the rows that pass all other filters have each value of a filter. */
export async function countValues(db: Kysely<Tables>, noun: Noun, selection: Selection, name: string) {
  const filter = filtersOf(noun)[name]
  if (!filter || !('column' in filter)) return []
  const others = { ...selection, filters: { ...selection.filters, [name]: undefined } }
  const value = columnsFor(db, others)(filter.column)
  const { rows } = await sql<{ value: string | null; count: number | string }>`
    select ${value} as value, count(*) as count
    from ${sql.table(tableOf[noun.name])} where ${where(noun, others)}
    group by ${value}`.execute(db)
  return rows.flatMap(({ value, count }) => (value === null ? [] : { value, count: Number(count) }))
}

/** The condition on rows; for queries of a noun's own too. */
export function where(noun: Noun, { search, filters, places }: Selection): Condition {
  const declared = filtersOf(noun)
  const chosen = Object.entries(filters).flatMap(([name, values]) => {
    const filter = declared[name]
    if (!filter || !values || values.length === 0) return []
    if ('where' in filter) return filter.where(values)
    return sql`${column(filter.column)} in (${sql.join(values)})`
  })
  const conditions = [...inPlaces(places), ...chosen, ...wordsOf(search).map(contains)]
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

export const wordsOf = (search = '') => search.toLowerCase().split(/\s+/).filter(Boolean)

/** The word is part of one of the row's texts. */
export const contains = (word: string): Condition => sql`search like ${`%${escaped(word)}%`} escape '\\'`

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

function inPlaces(places: ScopePlaces): Condition[] {
  if (places === null) return []
  if (places.size === 0) return [sql`false`]
  const each = [...places].map(([connectionId, compartments]) =>
    compartments === 'all'
      ? sql`connection_id = ${connectionId}`
      : sql`(connection_id = ${connectionId} and compartment_id in (${sql.join([...compartments])}))`,
  )
  return [sql`(${sql.join(each, sql` or `)})`]
}

interface Order {
  name: string
  isDescending: boolean
}

function orderOf(noun: Noun, sort = noun.defaultSort): Order {
  const isDescending = sort.startsWith('-')
  return { name: noun.sorts[isDescending ? sort.slice(1) : sort] ?? 'id', isDescending }
}

/**
 * How a query names the columns that it sorts or groups by. A search reads every row, which is quick in the order of the
 * table, and slow in that of an index: the unary plus keeps SQLite from using one.
 * (sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_)
 */
const columnsFor =
  (db: Kysely<Tables>, { search }: Selection) =>
  (name: string): Condition =>
    wordsOf(search).length > 0 && !isPostgres(db) ? sql`+${column(name)}` : column(name)

/** Rows without a value come last in both directions. The id makes the order complete. */
function orderBy(noun: Noun, sort: string | undefined, named: (name: string) => Condition): Condition {
  const { name, isDescending } = orderOf(noun, sort)
  return isDescending
    ? sql`order by ${named(name)} desc nulls last, connection_id desc, id desc`
    : sql`order by ${named(name)} nulls last, connection_id, id`
}

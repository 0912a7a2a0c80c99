import { sql, type Kysely, type RawBuilder } from 'kysely'
import { isPostgres } from '../store/dialect.ts'
import type { Tables } from '../store/tables.ts'
import type { Filter, Noun } from './noun.ts'
import { itemKey, jsonOfItems } from './items.ts'
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

/** The rows of a window, in order, and how many rows match. */
export async function selectWindow(
  db: Kysely<Tables>,
  noun: Noun,
  selection: WindowSelection,
): Promise<{ rows: WindowRow[]; total: number }> {
  // Most searches find less than a window: then the rows are the number, and the table is read once.
  const isSearch = wordsOf(selection.search).length > 0
  const counting = isSearch ? null : countRows(db, noun, selection)
  const [rows, counted] = await Promise.all([selectRows(db, noun, selection), counting])
  const { offset, limit } = selection
  const isLast = rows.length < limit && (rows.length > 0 || offset === 0)
  const total = counted ?? (isLast ? offset + rows.length : await countRows(db, noun, selection))
  return { rows, total }
}

/** The rows of a window, in order. */
export async function selectRows(db: Kysely<Tables>, noun: Noun, selection: WindowSelection): Promise<WindowRow[]> {
  const { offset, limit, sort } = selection
  if (limit === 0) return []
  // The narrow rows are sorted first, and the items are read for the rows of the window alone.
  const { rows } = await sql<{ connection_id: string; id: string; gone_at: string | null }>`
    select connection_id, id, ${noun.isKept ? column('gone_at') : sql`null`} as gone_at
    from ${sql.table(tableOf[noun.name])}
    where ${where(noun, selection, inOrderOfSort(db, noun, selection))} ${orderBy(noun, sort)}
    limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(db)
  if (rows.length === 0) return []
  const keys = rows.map(({ connection_id, id }) => ({ connectionId: connection_id, id }))
  const items = await jsonOfItems(db, noun.name, keys)
  return rows.flatMap(({ connection_id, id, gone_at }) => {
    const item = items.get(itemKey({ connectionId: connection_id, id }))
    // Written between the two reads: the next version of the window has it.
    return item === undefined ? [] : { item, goneAt: gone_at }
  })
}

/** How many rows match. */
export async function countRows(db: Kysely<Tables>, noun: Noun, selection: Selection): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from ${sql.table(tableOf[noun.name])} where ${where(noun, selection, filtered(db, noun, selection))}`.execute(
    db,
  )
  return Number(rows[0]?.count ?? 0)
}

/** How many of the rows that pass all other filters have each value of a filter. */
export async function countValues(db: Kysely<Tables>, noun: Noun, selection: Selection, name: string) {
  const filter = filtersOf(noun)[name]
  if (!filter || !('column' in filter)) return []
  const others = { ...selection, filters: { ...selection.filters, [name]: undefined } }
  const named = filtered(db, noun, others)
  const value = named(filter.column)
  const { rows } = await sql<{ value: string | null; count: number | string }>`
    select ${value} as value, count(*) as count
    from ${sql.table(tableOf[noun.name])} where ${where(noun, others, named)}
    group by ${value}`.execute(db)
  return rows.flatMap(({ value, count }) => (value === null ? [] : { value, count: Number(count) }))
}

/** The condition on rows; for queries of a noun's own too. */
export function where(noun: Noun, { search, filters, places }: Selection, named: Naming = column): Condition {
  const declared = filtersOf(noun)
  const chosen = Object.entries(filters).flatMap(([name, values]) => {
    const filter = declared[name]
    if (!filter || !values || values.length === 0) return []
    if ('where' in filter) return filter.where(values)
    return sql`${named(filter.column)} in (${sql.join(values)})`
  })
  const conditions = [...inPlaces(places, named), ...chosen, ...wordsOf(search).map(contains)]
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

export const wordsOf = (search = '') => search.toLowerCase().split(/\s+/).filter(Boolean)

/** The word is part of one of the row's texts. */
export const contains = (word: string): Condition => sql`search like ${`%${escaped(word)}%`} escape '\\'`

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

function inPlaces(places: ScopePlaces, named: Naming): Condition[] {
  if (places === null) return []
  if (places.size === 0) return [sql`false`]
  const each = [...places].map(([connectionId, compartments]) => {
    const inConnection = sql`${named('connection_id')} = ${connectionId}`
    if (compartments === 'all') return inConnection
    return sql`(${inConnection} and ${named('compartment_id')} in (${sql.join([...compartments])}))`
  })
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

/** How a query names the columns that it filters or groups by. */
type Naming = (name: string) => Condition

/**
 * The unary plus keeps SQLite from choosing an index by this column.
 * (sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_)
 */
const withoutIndex: Naming = (name) => sql`+${column(name)}`

/**
 * For rows in an order. Without statistics, SQLite takes any filter for a narrow one: it would find most of the rows by an
 * index, one by one, and then sort them. The index of the first sort holds the columns of the filters.
 */
const inOrderOfSort = (db: Kysely<Tables>, noun: Noun, { filters }: Selection): Naming =>
  isPostgres(db) || isNarrowed(noun, filters) ? column : withoutIndex

/** For numbers. A search reads every row, which is quick in the order of an index that holds all it needs, and slow in another. */
const filtered = (db: Kysely<Tables>, noun: Noun, selection: Selection): Naming =>
  wordsOf(selection.search).length > 0 ? inOrderOfSort(db, noun, selection) : column

const isNarrowed = (noun: Noun, filters: Selection['filters']): boolean =>
  Object.entries(noun.filters).some(([name, filter]) => 'isNarrow' in filter && (filters[name]?.length ?? 0) > 0)

/** Rows without a value come last in both directions. The id makes the order complete. */
function orderBy(noun: Noun, sort: string | undefined): Condition {
  const { name, isDescending } = orderOf(noun, sort)
  return isDescending
    ? sql`order by ${column(name)} desc nulls last, connection_id desc, id desc`
    : sql`order by ${column(name)} nulls last, connection_id, id`
}

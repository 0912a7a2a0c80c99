import { Type, type Static, type TArray, type TOptional, type TSchema, type TString } from 'typebox'
import { endpoint } from './endpoint.ts'
import type { Permission } from './permissions.ts'
import { Instant, Nullable, Sources, Unread } from './shared.ts'

/*
 * A list of the console is a window over the inventory: the BFF searches, filters, sorts and counts, and the browser holds
 * only the rows around those on screen.
 */

/** How recent the data of a window is, and what is missing from it. */
export const Freshness = Type.Object({
  /** When the place that was read longest ago was read. Null while none has been read. */
  readAt: Nullable(Instant),
  /** The longest interval between two reads of a place, while everything can be read. Milliseconds. */
  everyMs: Type.Integer(),
  sources: Sources,
  /** How many places there are, of which `pending` and `unreadTotal` are a part. A place is a compartment in a service. */
  places: Type.Integer(),
  /** Places that have not been read yet, without those that failed. Connections whose places are not known count too. */
  pending: Type.Integer(),
  /** Places whose last read failed, the longest failing first; at most `unreadShown` of them. */
  unread: Type.Array(Unread),
  unreadTotal: Type.Integer(),
})
export type Freshness = Static<typeof Freshness>

/** The most unread places that a reply lists. */
export const unreadShown = 100

export const defaultRows = 100
export const mostRows = 500

/** The most rows that one query names by their ids. */
export const mostIds = 100

/** What a window shows: the places, the search and the filters. */
const selectionFields = <F extends string>(filters: readonly F[]) => ({
  /** `frankfurt`, `frankfurt/ocid1.compartment…` (with all compartments below it), or `region:eu-frankfurt-1`. */
  scope: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  /** Words that all have to occur, in any case. */
  search: Type.Optional(Type.String({ maxLength: 200 })),
  ...(Object.fromEntries(
    filters.map((name) => [name, Type.Optional(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 100 }))]),
  ) as Record<F, TOptional<TArray<TString>>>), // each name of `filters` is a key, made just here
})

/** The filters that every list has: the id of a connection, the id of a compartment. */
export const placeFilters = ['connection', 'compartment'] as const

const sortSchema = <S extends string>(sorts: readonly S[]) =>
  Type.Unsafe<S | `-${S}`>(Type.Enum(sorts.flatMap((name) => [name, `-${name}`])))

/** The query of a list. `sort=-name` is descending. Rows without a value come last in both directions. */
export const WindowQuery = <F extends string, S extends string>(filters: readonly F[], sorts: readonly S[]) =>
  Type.Object(
    {
      ...selectionFields(filters),
      /** Only these rows: what became of the rows that a person selected. */
      id: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: mostIds })),
      sort: Type.Optional(sortSchema(sorts)),
      offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 0, maximum: mostRows })),
    },
    { additionalProperties: false },
  )

/** The query of a list's counts. */
export const CountsQuery = <F extends string>(filters: readonly F[]) =>
  Type.Object(selectionFields(filters), { additionalProperties: false })

/** The query of a list as a file: all matching rows. */
export const FileQuery = <F extends string, S extends string>(filters: readonly F[], sorts: readonly S[]) =>
  Type.Object({ ...selectionFields(filters), sort: Type.Optional(sortSchema(sorts)) }, { additionalProperties: false })

export const Window = <T extends TSchema>(item: T) =>
  Type.Object({
    rows: Type.Array(item),
    /** How many rows match. */
    total: Type.Integer(),
    /** Differs whenever `rows` or `total` do. */
    version: Type.String(),
    freshness: Freshness,
  })
export interface Window<T> {
  rows: T[]
  total: number
  version: string
  freshness: Freshness
}

/** Rows per value of each filter. The count of a value is of rows that pass all other filters and the search. */
export const Counts = Type.Object({
  /** Rows within the scope, whatever the search and the filters. */
  all: Type.Integer(),
  filters: Type.Record(
    Type.String(),
    Type.Array(
      Type.Object({
        value: Type.String(),
        /** The name of what the value identifies, such as a pool; null for a value that names itself. */
        label: Nullable(Type.String()),
        count: Type.Integer(),
      }),
    ),
  ),
  version: Type.String(),
})
export type Counts = Static<typeof Counts>

interface ListOptions<
  Path extends string,
  P extends Permission,
  T extends TSchema,
  F extends string,
  S extends string,
> {
  /** Below `/api/`. */
  path: Path
  permission: P
  /** "Desktops over all connections and compartments". */
  summary: string
  item: T
  /** Besides `connection` and `compartment`. */
  filters: readonly F[]
  sorts: readonly S[]
}

/** The endpoints of a list: the window, its counts, and all matching rows as a CSV file. */
export function listOf<
  Path extends string,
  P extends Permission,
  T extends TSchema,
  F extends string,
  S extends string,
>({ path, permission, summary, item, filters: ownFilters, sorts }: ListOptions<Path, P, T, F, S>) {
  const filters = [...placeFilters, ...ownFilters]
  return {
    filters,
    sorts,
    list: endpoint({
      method: 'GET',
      url: `/api/${path}`,
      permission,
      schema: { summary, querystring: WindowQuery(filters, sorts), response: { 200: Window(item) } },
    }),
    count: endpoint({
      method: 'GET',
      url: `/api/${path}/counts`,
      permission,
      schema: {
        summary: `${summary}: rows per filter value`,
        querystring: CountsQuery(filters),
        response: { 200: Counts },
      },
    }),
    download: endpoint({
      method: 'GET',
      url: `/api/${path}.csv`,
      permission,
      schema: {
        summary: `${summary}: all matching rows as CSV`,
        querystring: FileQuery(filters, sorts),
        response: { 200: Type.String() },
      },
    }),
  }
}

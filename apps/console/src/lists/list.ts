import type { AccessRequestSummary, Api, Desktop, DesktopPoolSummary, WorkRequest } from '@gatehouse/contract'
import { toUrl } from '../api/call.ts'
import type { Filters } from '../ui/facets.ts'
import type { ListAddress } from '../ui/use-list-state.ts'
import { readFilters, readSort, writeSort, type Sort } from '../ui/list-state.ts'

/** What each list lists, by its path below `/api/`. */
export interface ListRows {
  'access-requests': AccessRequestSummary
  'desktop-pools': DesktopPoolSummary
  desktops: Desktop
  'work-requests': WorkRequest
}

export type ListPath = keyof ListRows

type WindowQuery<Path extends ListPath> = Api[`GET /api/${Path}`]['query']
type SelectionQuery<Path extends ListPath> = Api[`GET /api/${Path}/counts`]['query']
export type FilterName<Path extends ListPath> = Exclude<keyof SelectionQuery<Path>, 'scope' | 'search'> & string
type SortName<Path extends ListPath> = Exclude<NonNullable<WindowQuery<Path>['sort']>, `-${string}`>

/** A list of the contract, with what its page offers. */
export interface List<Path extends ListPath> extends ListAddress {
  path: Path
  /** The filters in the address, in the order of their chips. */
  filters: readonly FilterName<Path>[]
  sorts: readonly SortName<Path>[]
  sort: { column: SortName<Path>; descending: boolean }
}

/** Which rows of a list, in which order. */
export interface ListQuery {
  /** As in the address of the page; empty for everything. */
  scope: string
  search: string
  filters: Filters
  sort: Sort
}

/** What a page sets itself, whatever the address says. */
export type Fixed = Partial<Pick<ListQuery, 'scope' | 'search' | 'filters'>>

/** The query in the address of a page. */
export const readQuery = (list: ListAddress, params: URLSearchParams, fixed: Fixed = {}): ListQuery => ({
  scope: fixed.scope ?? params.get('scope') ?? '',
  search: fixed.search ?? params.get('q') ?? '',
  filters: { ...readFilters(params, list.filters), ...fixed.filters },
  sort: readSort(params.get('sort'), list.sorts, list.sort),
})

/** The rows of one page: 100 of them, except for acts and panels. */
export interface Page {
  offset: number
  limit: number
}

type Params = Readonly<Record<string, string | number | readonly string[]>>

/*
 * Equal queries have equal addresses: names and values are in a fixed order, and what is empty is left out. The address
 * of a window, of counts, and of the overview is its topic on the event stream too.
 */

export const windowParams = (query: ListQuery, { offset, limit }: Page): Params => ({
  ...fileParams(query),
  ...(offset > 0 && { offset }),
  limit,
})

export const countsParams = ({ scope, search, filters }: ListQuery): Params => {
  const words = search.trim().toLowerCase().split(/\s+/).join(' ')
  const chosen = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => [name, values.toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { ...(scope && { scope }), ...(words && { search: words }), ...Object.fromEntries(chosen) }
}

const fileParams = (query: ListQuery): Params => ({ ...countsParams(query), sort: writeSort(query.sort) })

/** Identifies a query: equal for equal rows in the same order. */
export const listKey = (path: ListPath, query: ListQuery) => toUrl(path, {}, fileParams(query))

/** The rows of a query whatever their order, for selections. */
export const matchKey = (path: ListPath, query: ListQuery) => toUrl(path, {}, countsParams(query))

/** The address of all matching rows as a CSV file. */
export const csvUrl = (path: ListPath, query: ListQuery) => toUrl(`/api/${path}.csv`, {}, fileParams(query))

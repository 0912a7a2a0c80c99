import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { Filters } from './facets.ts'
import { readFilters, readSort, writeFilter, writeParam, writeSort, type Sort } from './list-state.ts'

/** What a list can be filtered and sorted by. */
export interface ListAddress {
  filters: readonly string[]
  sorts: readonly string[]
  /** When the address names none. */
  sort: Sort
}

export interface ListState {
  filters: Filters
  setFilter: (facetId: string, values: readonly string[]) => void
  /** Clears all filters and the search. */
  clear: () => void
  search: string
  setSearch: (search: string) => void
  sort: Sort
  setSort: (sort: Sort) => void
}

/** How a list is filtered, searched and sorted, kept in the address: `?state=ACTIVE&q=east&sort=-name`. */
export function useListState({ filters: names, sorts, sort }: ListAddress): ListState {
  const [params, setParams] = useSearchParams()
  // the router's params lag behind: of two quick changes the second must build on the first
  const latest = useRef(params)
  useEffect(() => {
    latest.current = params
  }, [params])

  const change = useCallback(
    (next: (params: URLSearchParams) => URLSearchParams) => {
      latest.current = next(latest.current)
      setParams(latest.current, { replace: true, preventScrollReset: true })
    },
    [setParams],
  )
  const setSearch = useCallback((search: string) => change((now) => writeParam(now, 'q', search)), [change])

  return {
    filters: readFilters(params, names),
    setFilter: (facetId, values) => change((now) => writeFilter(now, facetId, values)),
    clear: () => change((now) => names.reduce((next, id) => writeFilter(next, id, []), writeParam(now, 'q', ''))),
    search: params.get('q') ?? '',
    setSearch,
    sort: readSort(params.get('sort'), sorts, sort),
    setSort: (next) => change((now) => writeParam(now, 'sort', writeSort(next))),
  }
}

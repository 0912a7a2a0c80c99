import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useSettled } from '../ui/use-settled.ts'
import { useListState } from '../ui/use-list-state.ts'
import { csvUrl, readQuery, type Fixed, type List, type ListPath, type ListQuery } from './list.ts'
import { countsQuery, topicOf, windowQuery } from './queries.ts'
import { useLiveWindows } from './use-live-windows.ts'
import { useWindow } from './use-window.ts'

/**
 * A list as its page shows it: the search, filters and sort in the address, with the rows, the counts and the file that
 * follow from them.
 */
export function useList<Path extends ListPath>(list: List<Path>, fixed: Fixed = {}) {
  const state = useListState(list)
  const [params] = useSearchParams()
  const query = readQuery(list, params, fixed)
  const rows = useWindow(list.path, query)
  const counts = useCounts(list.path, query)
  const isSearched = fixed.search === undefined && query.search.trim() !== ''
  const isFiltered = isSearched || Object.values(state.filters).some((values) => values.length > 0)
  const all = useTotal(list.path, unfiltered(query, fixed), isFiltered)
  return {
    ...state,
    path: list.path,
    query,
    rows,
    counts,
    /** A search or a filter is set in the address. */
    isFiltered,
    /** How many rows there are without search and filters. Undefined until they are counted. */
    all: isFiltered ? all : rows.total,
    csv: csvUrl(list.path, query),
  }
}

export type ListOnPage<Path extends ListPath> = ReturnType<typeof useList<Path>>

/** Counts take the BFF longer than rows, so they wait for a pause in typing. */
const countsAfterMs = 250

/** Rows per filter value, kept current. Those of the previous query until they are counted. */
export function useCounts(path: ListPath, query: ListQuery) {
  const counts = countsQuery(path, query)
  const enabled = useSettled(topicOf(counts), countsAfterMs)
  useLiveWindows(enabled ? [topicOf(counts)] : [])
  return useQuery({ ...counts, enabled }).data
}

/** Rows per filter value within the scope, whatever the search and the filters are. */
export const useUnfilteredCounts = (path: ListPath, query: Pick<ListQuery, 'scope' | 'sort'>) =>
  useCounts(path, { ...query, search: '', filters: {} })

const unfiltered = (query: ListQuery, fixed: Fixed): ListQuery => ({
  ...query,
  search: fixed.search ?? '',
  filters: fixed.filters ?? {},
})

function useTotal(path: ListPath, query: ListQuery, enabled: boolean) {
  const window = windowQuery(path, query, { offset: 0, limit: 0 })
  useLiveWindows(enabled ? [topicOf(window)] : [])
  return useQuery({ ...window, enabled }).data?.total
}

import type { Freshness, Window } from '@gatehouse/contract'
import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { scopeName, writeScope } from '../frame/scope.ts'
import { usePlaces } from '../frame/use-places.ts'
import type { ListPath, ListRows } from '../lists/list.ts'
import { overviewQuery, topicOf, windowQuery, type WindowKey } from '../lists/queries.ts'
import { useLiveWindows } from '../lists/use-live-windows.ts'
import { placesInWords } from '../lists/words.ts'
import type { Filters } from '../ui/facets.ts'
import type { Sort } from '../ui/list-state.ts'

/** The data of a panel. It loads and fails independently of the other panels. */
export interface PanelData<T> {
  /** Undefined while it loads or when it could not be read. */
  data: T | undefined
  /** Why there is no data. */
  error: Error | null
  retry: () => void
  retrying: boolean
}

interface PanelQuery {
  filters: Filters
  sort: Sort
  limit: number
}

/** The first rows of a list within the scope. */
export function usePanel<Path extends ListPath>(
  path: Path,
  { filters, sort, limit }: PanelQuery,
): PanelData<Window<ListRows[Path]>> {
  const scope = writeScope(usePlaces().scope)
  return useFollowed(windowQuery(path, { scope, search: '', filters, sort }, { offset: 0, limit }))
}

/** The numbers of the overview within the scope. */
export const useOverview = () => useFollowed(overviewQuery(writeScope(usePlaces().scope)))

function useFollowed<T>(options: UseQueryOptions<T, Error, T, WindowKey>): PanelData<T> {
  useLiveWindows([topicOf(options)])
  const { data, error, isFetching, refetch } = useQuery(options)
  return { data, error: data ? null : error, retry: () => void refetch(), retrying: isFetching }
}

/** Gives which places a panel is about: "in 14 compartments, 2 regions", "in Frankfurt". */
export function useWhere() {
  const { scope, connections } = usePlaces()
  return (freshness: Freshness) =>
    `in ${scope.kind === 'all' ? placesInWords(freshness) : scopeName(scope, connections)}`
}

import type { Window } from '@gatehouse/contract'
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import type { ListPath, ListRows } from './list.ts'
import { idsPerRead, rowsQuery, topicOf } from './queries.ts'
import { useLiveWindows } from './use-live-windows.ts'

/**
 * The present state of rows, in their order, whatever the search and the filters of the list are. A row is as it was given
 * until it is read, and absent when it no longer exists.
 */
export function useRows<Path extends ListPath>(path: Path, rows: readonly ListRows[Path][]): ListRows[Path][] {
  const chunks = Array.from({ length: Math.ceil(rows.length / idsPerRead) }, (_, at) =>
    rows.slice(at * idsPerRead, (at + 1) * idsPerRead),
  )
  const queries = chunks.map((chunk) =>
    rowsQuery(
      path,
      chunk.map(({ id }) => id),
    ),
  )
  useLiveWindows(queries.map(topicOf))
  return useQueries({
    queries,
    combine: (results: UseQueryResult<Window<ListRows[Path]>>[]) =>
      results.flatMap(({ data }, at) => {
        const chunk = chunks[at] ?? []
        if (!data) return chunk
        const byId = new Map(data.rows.map((row) => [row.id, row]))
        return chunk.flatMap(({ id }) => byId.get(id) ?? [])
      }),
  })
}

import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import type { ListPath, ListRows } from './list.ts'
import { idsPerRead, rowsQuery } from './rows-query.ts'

/**
 * The present state of rows, in their order, whatever the search and the filters of the list are. A row is as it was given
 * until it is read, and absent when it no longer exists. `readAtMs` is when the given rows were read; by default they are
 * read again.
 */
export function useRows<Path extends ListPath>(
  path: Path,
  rows: readonly ListRows[Path][],
  readAtMs = 0,
): ListRows[Path][] {
  const chunks = Array.from({ length: Math.ceil(rows.length / idsPerRead) }, (_, at) =>
    rows.slice(at * idsPerRead, (at + 1) * idsPerRead),
  )
  return useQueries({
    queries: chunks.map((chunk) => ({
      ...rowsQuery(
        path,
        chunk.map(({ id }) => id),
      ),
      initialData: chunk,
      initialDataUpdatedAt: readAtMs,
    })),
    combine: (results: UseQueryResult<ListRows[Path][]>[]) =>
      results.flatMap(({ data }, at) => {
        const chunk = chunks[at] ?? []
        if (!data) return chunk
        const byId = new Map(data.map((row) => [row.id, row]))
        return chunk.flatMap(({ id }) => byId.get(id) ?? [])
      }),
  })
}

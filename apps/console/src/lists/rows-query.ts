import { queryOptions } from '@tanstack/react-query'
import type { ListPath, ListRows } from './list.ts'
import { readWindow } from './queries.ts'

/** An address with 50 OCIDs is 5 kB long; some proxies refuse more than 8 kB. */
export const idsPerRead = 50

export const rowsKey = (noun: string) => [noun, 'rows'] as const

/** Rows by their ids, whatever the search and filters of the list are. Ids that do not exist are missing. */
export const rowsQuery = <Path extends ListPath>(path: Path, ids: readonly string[]) =>
  queryOptions({
    queryKey: [...rowsKey(path), ...ids],
    queryFn: async ({ signal }): Promise<ListRows[Path][]> =>
      (await readWindow(path, { id: ids, limit: idsPerRead }, signal)).rows,
    gcTime: 0,
  })

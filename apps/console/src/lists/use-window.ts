import type { Freshness, Window } from '@gatehouse/contract'
import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useThrottled } from '../ui/use-throttled.ts'
import type { Rows } from '../ui/table/rows.ts'
import { createThrottle } from '../ui/throttle.ts'
import { listKey, type ListPath, type ListQuery, type ListRows } from './list.ts'
import { pageQuery, pageRows, topicOf } from './queries.ts'
import { useLiveWindows } from './use-live-windows.ts'

/** Scrolling through many pages asks for one of them in this time. */
const scrollMs = 100
/** Every change of topics makes the stream begin again. */
const followMs = 1000

export interface ListWindow<Row> extends Rows<Row> {
  /** The query that these rows match. While another one is read, it is still the one before. */
  query: ListQuery
  freshness: Freshness | undefined
  /** Why the rows could not be read. Rows that were read before remain. */
  error: Error | null
  retry: () => void
  retrying: boolean
}

interface Pages {
  /** Of the query. */
  key: string
  first: number
  last: number
}

/**
 * The rows of a list around those in view: the pages on screen and one on each side. The rows of the previous query
 * remain until the first page of another one is read. The pages on screen are followed on the event stream.
 */
export function useWindow<Path extends ListPath>(path: Path, query: ListQuery): ListWindow<ListRows[Path]> {
  const key = listKey(path, query)
  const [shown, setShown] = useState({ key, query })
  const [inView, setInView] = useState<Pages>({ key, first: 0, last: 0 })
  const wanted = useQuery(pageQuery(path, query, 0))
  if (shown.key !== key && wanted.data) setShown({ key, query })
  // another query begins at the top
  const visible = inView.key === shown.key ? inView : { first: 0, last: 0 }

  // the first page tells how many rows there are until another page is read
  const firstPage = useQueryClient().getQueryData(pageQuery(path, shown.query, 0).queryKey)
  const around = pagesBetween(Math.max(0, visible.first - 1), visible.last + 1)
  const pages = useQueries({
    queries: around.map((page) => ({
      ...pageQuery(path, shown.query, page),
      enabled: page <= visible.last || page * pageRows < (firstPage?.total ?? 0),
    })),
    combine: combinePages,
  })
  const topics = pagesBetween(visible.first, visible.last).map((page) => topicOf(pageQuery(path, shown.query, page)))
  useLiveWindows(useThrottled(topics.join('\n'), followMs).split('\n'))

  const [scrolled] = useState(() => createThrottle<Pages>(scrollMs, setInView))
  useEffect(() => scrolled.cancel, [scrolled])
  const shownKey = shown.key
  const onRange = useCallback(
    (first: number, last: number) =>
      scrolled.push({ key: shownKey, first: Math.floor(first / pageRows), last: Math.floor(last / pageRows) }),
    [scrolled, shownKey],
  )

  const latest = pages.latest ?? firstPage
  const offset = around[0] ?? 0
  const rowAt = (index: number) => pages.rows[Math.floor(index / pageRows) - offset]?.[index % pageRows]
  const error = wanted.error ?? pages.error
  return {
    key: shown.key,
    query: shown.query,
    total: latest?.total,
    rowAt,
    loaded: pages.rows.flatMap((rows) => rows ?? []),
    onRange,
    isChanging: shown.key !== key && wanted.isFetching,
    freshness: latest?.freshness,
    error,
    retry: () => void (wanted.error ? wanted.refetch() : pages.refetch()),
    retrying: wanted.isFetching,
  }
}

const pagesBetween = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

function combinePages<Row>(results: UseQueryResult<Window<Row>>[]) {
  // pages that were read at different times may differ in their total
  const [latest] = results.filter(({ data }) => data).toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)
  return {
    rows: results.map(({ data }) => data?.rows),
    latest: latest?.data,
    error: results.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all(results.filter(({ error }) => error).map(({ refetch }) => refetch())),
  }
}

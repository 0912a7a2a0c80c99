import type { Api, Counts, Window } from '@gatehouse/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call, toUrl } from '../api/call.ts'
import { topicMaxLength } from '../live/topics.ts'
import { countsParams, windowParams, type ListPath, type ListQuery, type ListRows, type Page } from './list.ts'

/** The rows of a page of a list. */
export const pageRows = 100
/** Pages out of view are dropped after this time, so that scrolling through 50,000 rows does not keep them. */
const keptMs = 15_000
/** First pages are kept longer: for the way back to a list, and back from a search. */
const firstKeptMs = 60_000

/** An address with 50 OCIDs is 5 kB long; some proxies refuse more than 8 kB. */
export const idsPerRead = 50
/** The pace of windows that the stream cannot follow, because their address is too long for a topic. */
const unfollowedPaceMs = 3_000
const paceOf = (topic: string) => (topic.length > topicMaxLength ? unfollowedPaceMs : false)

/** The key of what a topic of windows is about: its noun, then the address. */
export const windowKey = (address: string) => [address.split(/[/?]/, 1)[0] ?? '', 'window', address] as const

export type WindowKey = ReturnType<typeof windowKey>

/** The topic that tells when the window, the counts or the overview of this query change. */
export const topicOf = ({ queryKey: [, , address] }: { queryKey: WindowKey }) => address

/** A window of a list. */
export const windowQuery = <Path extends ListPath>(path: Path, query: ListQuery, page: Page) =>
  queryOf(path, windowParams(query, page), page.offset === 0 ? firstKeptMs : keptMs)

/** Rows by their ids, whatever the search and filters of the list are. Ids that do not exist are missing. */
export const rowsQuery = <Path extends ListPath>(path: Path, ids: readonly string[]) =>
  queryOf(path, { id: ids, limit: idsPerRead }, 0)

function queryOf<Path extends ListPath>(path: Path, params: Readonly<Record<string, unknown>>, gcTime: number) {
  const address = toUrl(path, {}, params)
  return queryOptions({
    queryKey: windowKey(address),
    queryFn: ({ signal }) => readWindow(path, params, signal),
    refetchInterval: paceOf(address),
    gcTime,
  })
}

/** A page of a list, counted from 0. */
export const pageQuery = <Path extends ListPath>(path: Path, query: ListQuery, page: number) =>
  windowQuery(path, query, { offset: page * pageRows, limit: pageRows })

/** Rows per filter value. The counts of another search replace these when they are read. */
export function countsQuery(path: ListPath, query: ListQuery) {
  const params = countsParams(query)
  const address = toUrl(`${path}/counts`, {}, params)
  return queryOptions({
    queryKey: windowKey(address),
    queryFn: async ({ signal }): Promise<Counts> =>
      // all counts have the same shape; the filters in `params` are those of this list
      call(`GET /api/${path}/counts` as 'GET /api/desktops/counts', { query: params, signal }),
    refetchInterval: paceOf(address),
    placeholderData: keepPreviousData,
  })
}

/** The numbers of the overview, within a scope. */
export function overviewQuery(scope: string) {
  const query = scope === '' ? {} : { scope }
  return queryOptions({
    queryKey: windowKey(toUrl('overview', {}, query)),
    queryFn: ({ signal }) => call('GET /api/overview', { query, signal }),
  })
}

/** Reads a window without keeping it. */
export async function readWindow<Path extends ListPath>(
  path: Path,
  params: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Window<ListRows[Path]>> {
  const query = params as Api['GET /api/desktops']['query'] // the parameters are those of this list
  const window: unknown = await call(`GET /api/${path}` as 'GET /api/desktops', { query, signal })
  return window as Window<ListRows[Path]> // the path tells what the rows are
}

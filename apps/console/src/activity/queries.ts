import type { ActivityFilters } from '@gatehouse/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call, toUrl } from '../api/call.ts'

const entriesPerRead = 100

/** The ledger, newest first, page by page towards the past. */
export const ledgerQuery = (filters: ActivityFilters) =>
  infiniteQueryOptions({
    queryKey: ['activity', 'ledger', filters],
    queryFn: ({ signal, pageParam }) =>
      call('GET /api/activity', {
        query: { ...filters, limit: entriesPerRead, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as number | null, // null is the newest page
    getNextPageParam: ({ next }) => next,
  })

/** One entry by its place in the ledger, or null when there is none. */
export const entryQuery = (sequence: number) =>
  queryOptions({
    queryKey: ['activity', 'entry', sequence],
    queryFn: async ({ signal }) => {
      const { items } = await call('GET /api/activity', { query: { before: sequence + 1, limit: 1 }, signal })
      return items.find((action) => action.sequence === sequence) ?? null
    },
  })

/** The address of the filtered ledger as a CSV file. */
export const csvUrl = (filters: ActivityFilters) => toUrl('/api/activity.csv', {}, filters)

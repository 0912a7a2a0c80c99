import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

/*
 * What more than one room reads. Everything of a kind comes whole, over all connections and compartments; the stream
 * keeps it true.
 */

export const accessRequestsQuery = queryOptions({
  queryKey: ['access-requests', 'all'],
  queryFn: ({ signal }) => call('GET /api/access-requests', { signal }),
})

export const desktopPoolsQuery = queryOptions({
  queryKey: ['desktop-pools', 'all'],
  queryFn: ({ signal }) => call('GET /api/desktop-pools', { signal }),
})

export const desktopsQuery = queryOptions({
  queryKey: ['desktops', 'all'],
  queryFn: ({ signal }) => call('GET /api/desktops', { signal }),
})

export const workRequestsQuery = queryOptions({
  queryKey: ['work-requests', 'all'],
  queryFn: ({ signal }) => call('GET /api/work-requests', { signal }),
})

/** What people did last, newest first. */
export const recentActivityQuery = queryOptions({
  queryKey: ['activity', 'recent'],
  queryFn: ({ signal }) => call('GET /api/activity', { query: { limit: 50 }, signal }),
})

/** What people did to one thing, newest first. */
export const activityOfQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['activity', 'of', subjectId],
    queryFn: ({ signal }) => call('GET /api/activity', { query: { subjectId, limit: 200 }, signal }),
  })

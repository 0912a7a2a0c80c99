import type { Action } from '@gatehouse/contract'
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

const actsShown = { pending: 500, recent: 200 }
/** How far back the acts are read that may have failed just now. */
const recentMs = 60 * 60_000

/**
 * The acts that are not settled, and those of the last hour, newest first. One query for every page and row that shows
 * what goes on with a thing.
 */
export const currentActsQuery = queryOptions({
  queryKey: ['activity', 'current'],
  queryFn: async ({ signal }): Promise<readonly Action[]> => {
    const from = new Date(Date.now() - recentMs).toISOString()
    const [pending, recent] = await Promise.all([
      call('GET /api/activity', { query: { pending: true, limit: actsShown.pending }, signal }),
      call('GET /api/activity', { query: { from, limit: actsShown.recent }, signal }),
    ])
    const byId = new Map([...pending.items, ...recent.items].map((action) => [action.id, action]))
    return [...byId.values()].toSorted((a, b) => b.sequence - a.sequence)
  },
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

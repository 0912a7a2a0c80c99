import type { Action } from '@gatehouse/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

const actsShown = { pending: 500, recent: 200 }
/** How far back to read acts that may have failed recently. */
const recentMs = 60 * 60_000

/**
 * The unsettled acts and those of the last hour, newest first. One query for every page and row that shows the acts on
 * a thing.
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

/** The latest acts, newest first. */
export const recentActivityQuery = queryOptions({
  queryKey: ['activity', 'recent'],
  queryFn: ({ signal }) => call('GET /api/activity', { query: { limit: 50 }, signal }),
})

/** The acts on one thing, newest first. */
export const activityOfQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['activity', 'of', subjectId],
    queryFn: ({ signal }) => call('GET /api/activity', { query: { subjectId, limit: 200 }, signal }),
  })

import type { Freshness } from '@gatehouse/contract'

/** The freshness of a list of which every place was read. For tests. */
export const freshness = (differs: Partial<Freshness> = {}): Freshness => ({
  readAt: '2026-11-22T10:00:05Z',
  everyMs: 15_000,
  sources: { connections: 2, regions: 2, compartments: 14 },
  places: 28,
  pending: 0,
  unread: [],
  unreadTotal: 0,
  ...differs,
})

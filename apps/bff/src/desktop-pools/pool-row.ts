import type { DesktopPoolSummary } from '@gatehouse/contract'
import type { Noun } from '../inventory/noun.ts'
import { sortableInstant, sortKey, sortKeyOrNull } from '../inventory/sort-key.ts'
import { attentionRank, freeSeats, poolHealth, stateRank } from './pool-trouble.ts'

/** The row of a pool. Written when its pool is read, and when the desktops of its compartment are. */
export const poolRow = {
  name: 'desktop-pools',
  columns: (pool: DesktopPoolSummary) => ({
    name_key: sortKey(pool.name),
    state: pool.state,
    state_rank: stateRank(pool.state),
    health: poolHealth(pool),
    attention: attentionRank(pool),
    compartment_key: sortKeyOrNull(pool.compartment?.path),
    size: pool.maximumSize,
    next_at: sortableInstant(pool.nextAction?.at ?? null),
    desktops: pool.usage?.desktops ?? null,
    connected: pool.usage?.connected ?? null,
    disconnected: pool.usage?.disconnected ?? null,
    standby: pool.usage?.standby ?? null,
    stopped: pool.usage?.stopped ?? null,
    free: freeSeats(pool),
    created_at: sortableInstant(pool.createdAt),
  }),
  search: ({ name, id, compartment }: DesktopPoolSummary) => [name, id, compartment?.path],
} satisfies Pick<Noun<DesktopPoolSummary, 'desktop-pools'>, 'name' | 'columns' | 'search'>

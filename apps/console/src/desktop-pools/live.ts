import type { DesktopPool, DesktopPoolSummary } from '@gatehouse/contract'
import { applyChange } from '../live/apply-change.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import { desktopPoolQuery, desktopPoolsQuery } from './queries.ts'

/** How each event of this room updates the cache. */
export const desktopPoolEvents: LiveHandlers<'desktop-pools' | 'desktop-pool'> = {
  'desktop-pools': (client, change) =>
    client.setQueryData(desktopPoolsQuery.queryKey, (listing) => applyChange(listing, change)),

  'desktop-pool': (client, { desktopPool }) => {
    client.setQueryData(desktopPoolQuery(desktopPool).queryKey, desktopPool)
    client.setQueryData(desktopPoolsQuery.queryKey, (listing) => listing && withPool(listing, desktopPool))
  },
}

/** Updates the pool's row from its detail, ahead of the next read of the listing. */
const withPool = <L extends { items: DesktopPoolSummary[] }>(listing: L, pool: DesktopPool): L => ({
  ...listing,
  items: listing.items.map((item) => (item.id === pool.id ? { ...item, ...summaryOf(pool) } : item)),
})

const summaryOf = ({ name, state, compartment, maximumSize, standbySize, usage, nextAction, tags }: DesktopPool) => ({
  name,
  state,
  compartment,
  maximumSize,
  standbySize,
  usage,
  nextAction,
  tags,
})

import type { DesktopPool, DesktopPoolSummary } from '@gatehouse/contract'
import { applyChange } from '../live/apply-change.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import { desktopPoolQuery, desktopPoolsQuery } from './queries.ts'

/** What each event of this room changes in the cache. */
export const desktopPoolEvents: LiveHandlers<'desktop-pools' | 'desktop-pool'> = {
  'desktop-pools': (client, change) =>
    client.setQueryData(desktopPoolsQuery.queryKey, (listing) => applyChange(listing, change)),

  'desktop-pool': (client, { desktopPool }) => {
    client.setQueryData(desktopPoolQuery(desktopPool).queryKey, desktopPool)
    client.setQueryData(desktopPoolsQuery.queryKey, (listing) => listing && withPool(listing, desktopPool))
  },
}

/** The listing with that pool as it was read on its own; its row need not wait for the next reading of all. */
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

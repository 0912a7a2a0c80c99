import type { Desktop, DesktopPoolSummary, Listing, PoolUsage } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import type { Place } from '../live/everywhere.ts'
import { listingSource } from '../live/listing-source.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { createCache } from '../live/cache.ts'
import { poolUsage } from './pool-usage.ts'
import { toDesktopPoolSummary } from './to-desktop-pool.ts'

/** How long details are cached. They change rarely, and a change in the list invalidates them. */
const detailsKeptMs = 60_000

/** The maximum age of the desktops that usage is counted from, while no pool is in transition. */
const usageWithinMs = 5_000

const callMs = 15_000

const inTransit = new Set(['CREATING', 'UPDATING', 'DELETING'])

export const isPoolMoving = ({ state }: Pick<DesktopPoolSummary, 'state'>) => inTransit.has(state)

/** The pools over all connections and compartments, with the usage of each. */
export function desktopPoolsSource(keyring: Keyring, live: LiveHub) {
  const details = createDetails()
  return listingSource<DesktopPoolSummary>({
    topic: 'desktop-pools',
    keyring,
    services: ['desktops'],
    read: ({ connection, compartment }: Place, signal) =>
      Array.fromAsync(
        connection.client.items(
          'desktops.listDesktopPools',
          { compartmentId: compartment.id, limit: 500 },
          { signal, callMs },
        ),
        // One call at a time: the number of compartments read concurrently already sets the concurrency.
        async (row) => toDesktopPoolSummary(connection, row, await details(connection, row), null),
      ),
    complete: (listing) => withUsage(listing, live),
    moving: isPoolMoving,
    toEvent: (data) => ({ event: 'desktop-pools', data }),
  })
}

/** The details of a listed pool, from the cache. The list has no schedule and no standby. Null when it cannot be read. */
function createDetails() {
  const cache = createCache<Desktops.DesktopPool>(detailsKeptMs)
  const prints = new Map<string, string>()

  return async ({ id: connectionId, client }: BffConnection, row: Desktops.DesktopPoolSummary) => {
    const key = `${connectionId}/${row.id}`
    const print = JSON.stringify({ ...row, activeDesktops: null })
    if (prints.get(key) !== print) cache.invalidate(key)
    prints.set(key, print)
    try {
      return await cache.getOrRead(key, async () => {
        const { body } = await client.call('desktops.getDesktopPool', { desktopPoolId: row.id }, { callMs })
        return body
      })
    } catch {
      return null
    }
  }
}

/** Counts the usage from the desktops of all pools, which are read once. Null for pools whose desktops could not be read. */
async function withUsage(listing: Listing<DesktopPoolSummary>, live: LiveHub): Promise<Listing<DesktopPoolSummary>> {
  const withinMs = listing.items.some(isPoolMoving) ? undefined : usageWithinMs
  const desktops = await live.read({ kind: 'desktops' }, withinMs === undefined ? {} : { withinMs })
  const unread = new Set(
    desktops.listing.unread.map(({ connectionId, compartment }) => `${connectionId}/${compartment?.id ?? ''}`),
  )
  const byPool = Map.groupBy(desktops.listing.items, ({ poolId }) => poolId)
  return {
    ...listing,
    items: listing.items.map((pool) => {
      const { connectionId, compartment } = pool
      const isUnread = unread.has(`${connectionId}/`) || unread.has(`${connectionId}/${compartment?.id ?? ''}`)
      return { ...pool, usage: usageOf(byPool.get(pool.id), isUnread) }
    }),
  }
}

function usageOf(desktops: Desktop[] | undefined, isUnread: boolean): PoolUsage | null {
  if (desktops) return poolUsage(desktops)
  return isUnread ? null : poolUsage([])
}

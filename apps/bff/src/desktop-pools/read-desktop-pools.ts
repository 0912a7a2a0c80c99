import type { Desktop, DesktopPoolSummary, Listing, PoolUsage } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import type { Place } from '../live/everywhere.ts'
import { listingSource } from '../live/listing-source.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { createCache } from '../live/cache.ts'
import { poolUsage } from './pool-usage.ts'
import { toDesktopPoolSummary } from './to-desktop-pool.ts'

/** Configuration changes by hand; a change of what the list shows has it read anew. */
const detailsKeptMs = 60_000

/** How old the desktops may be from which the use of calm pools is counted. */
const usageWithinMs = 5_000

const callMs = 15_000

const inTransit = new Set(['CREATING', 'UPDATING', 'DELETING'])

export const isPoolMoving = ({ state }: Pick<DesktopPoolSummary, 'state'>) => inTransit.has(state)

/** The pools over all connections and compartments, with how much of each is in use. */
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
        // one after the other: how many calls are made at a time is decided by how many compartments are
        async (row) => toDesktopPoolSummary(connection, row, await details(connection, row), null),
      ),
    complete: (listing) => withUsage(listing, live),
    moving: isPoolMoving,
    toEvent: (data) => ({ event: 'desktop-pools', data }),
  })
}

/** The pool behind a row, as it was lately: its schedule and standby are not in the list. Null when it cannot be read. */
function createDetails() {
  const kept = createCache<Desktops.DesktopPool>(detailsKeptMs)
  const prints = new Map<string, string>()

  return async ({ id: connectionId, client }: BffConnection, row: Desktops.DesktopPoolSummary) => {
    const key = `${connectionId}/${row.id}`
    const print = JSON.stringify({ ...row, activeDesktops: null })
    if (prints.get(key) !== print) kept.invalidate(key)
    prints.set(key, print)
    try {
      return await kept.getOrRead(key, async () => {
        const { body } = await client.call('desktops.getDesktopPool', { desktopPoolId: row.id }, { callMs })
        return body
      })
    } catch {
      return null
    }
  }
}

/** Counted from the desktops, which are read for all pools at once; null where they could not be. */
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

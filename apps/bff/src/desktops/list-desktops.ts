import type { Desktop } from '@gatehouse/contract'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import type { Place } from '../live/everywhere.ts'
import { listingSource, toListingState, type ListingState } from '../live/listing-source.ts'
import { createCache } from '../live/cache.ts'
import type { Source } from '../live/source.ts'
import { topicName, type TopicOf } from '../live/topic.ts'
import { toDesktop, toPoolDesktop } from './to-desktop.ts'

/** The largest page known to work, because there are thousands of desktops. */
const pageSize = 1_000

const callMs = 15_000

const inTransit = new Set(['CREATING', 'UPDATING', 'DELETING'])

const isMoving = ({ state }: Desktop) => inTransit.has(state)

/** Every desktop, over all connections and compartments. */
export const desktopsSource = (keyring: Keyring) =>
  listingSource<Desktop>({
    topic: 'desktops',
    keyring,
    services: ['desktops'],
    read: ({ connection, compartment }: Place, signal) =>
      Array.fromAsync(
        connection.client.items(
          'desktops.listDesktops',
          { compartmentId: compartment.id, limit: pageSize },
          { signal, callMs },
        ),
        (row) => toDesktop(connection.id, row),
      ),
    moving: isMoving,
    toEvent: (data) => ({ event: 'desktops', data }),
  })

/** How long a pool's compartment is cached. It rarely changes. */
const compartmentsKeptMs = 5 * 60_000

/** The desktops of one pool, with who owns them. */
export function poolDesktopsSources(keyring: Keyring) {
  const compartmentIds = createCache<string>(compartmentsKeptMs)

  async function read(
    connection: BffConnection,
    desktopPoolId: string,
    signal: AbortSignal,
  ): Promise<ListingState<Desktop>> {
    const { client } = connection
    const compartmentId = await compartmentIds.getOrRead(`${connection.id}/${desktopPoolId}`, async () => {
      const { body } = await client.call('desktops.getDesktopPool', { desktopPoolId })
      return body.compartmentId
    })
    const where = { compartmentId, desktopPoolId, limit: pageSize }
    const [rows, named] = await Promise.all([
      Array.fromAsync(client.items('desktops.listDesktopPoolDesktops', where, { signal, callMs })),
      // This read only adds the names, so its failure does not fail the list.
      Array.fromAsync(client.items('desktops.listDesktops', where, { signal, callMs })).catch(() => []),
    ])
    const byId = new Map(named.map((row) => [row.id, row]))
    const items = rows.map((row) => toPoolDesktop(connection.id, desktopPoolId, row, byId.get(row.desktopId)))
    const sources = { connections: 1, regions: 1, compartments: 1 }
    const readAt = new Date().toISOString()
    return toListingState({
      listing: { items, readAt, snapshotAt: readAt, sources, unread: [] },
      parts: new Map(),
    })
  }

  return (topic: TopicOf<'desktop-pool-desktops'>): Source<ListingState<Desktop>> => ({
    ...listingSource<Desktop>({
      topic: topicName(topic),
      keyring,
      services: ['desktops'],
      read: () => Promise.resolve([]),
      moving: isMoving,
      toEvent: (data) => ({ event: 'desktop-pool-desktops', data }),
    }),
    movingGrowth: 1,
    read: async (_previous, signal) => read(keyring.get(topic.connectionId), topic.id, signal),
  })
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getDesktopPool, listDesktopPools, previewDesktopPoolStop } from '@gatehouse/contract'
import { thingSource } from '../live/thing-source.ts'
import { topicName } from '../live/topic.ts'
import { sendSnapshot } from '../plugins/send-snapshot.ts'
import type { Services } from '../services.ts'
import { poolUsage } from '../desktop-pools/pool-usage.ts'
import { desktopPoolsSource, isPoolMoving } from '../desktop-pools/read-desktop-pools.ts'
import { toDesktopPool } from '../desktop-pools/to-desktop-pool.ts'

/** How many connected users the preview of a stop names. */
const usersNamed = 50

/** Desktop pools: the list, one pool with its details, and the users that a stop would disconnect. */
export const desktopPools: FastifyPluginAsyncTypebox<Services> = async (app, { keyring, live }) => {
  live.provide('desktop-pools', () => desktopPoolsSource(keyring, live))
  live.provide('desktop-pool', (topic) =>
    thingSource({
      async read(signal) {
        const connection = keyring.get(topic.connectionId)
        const [{ body }, usage] = await Promise.all([
          connection.client.call('desktops.getDesktopPool', { desktopPoolId: topic.id }, { signal }),
          usageOf(topic.connectionId, topic.id).catch(() => null),
        ])
        return toDesktopPool(connection, body, usage)
      },
      toEvent: (desktopPool) => ({ event: 'desktop-pool', data: { topic: topicName(topic), desktopPool } }),
      moving: isPoolMoving,
      ended: ({ state }) => state === 'DELETED',
    }),
  )

  const usageOf = async (connectionId: string, id: string) =>
    poolUsage((await live.read({ kind: 'desktop-pool-desktops', connectionId, id })).listing.items)

  app.route({
    ...listDesktopPools,
    handler: async (_, reply) => sendSnapshot(reply, (await live.read({ kind: 'desktop-pools' })).listing),
  })

  app.route({
    ...getDesktopPool,
    handler: ({ params: { connectionId, desktopPoolId } }) =>
      live.read({ kind: 'desktop-pool', connectionId, id: desktopPoolId }),
  })

  app.route({
    ...previewDesktopPoolStop,
    handler: async ({ params: { connectionId, desktopPoolId } }) => {
      const { listing } = await live.read(
        { kind: 'desktop-pool-desktops', connectionId, id: desktopPoolId },
        // The preview must show who is connected now, so a cached state is not enough.
        { withinMs: 0 },
      )
      const connected = listing.items.filter(({ isConnected }) => isConnected)
      return {
        usage: poolUsage(listing.items),
        connectedUsers: connected
          .map(({ userName, name, id }) => userName || name || id)
          .sort((one, other) => one.localeCompare(other, 'en'))
          .slice(0, usersNamed),
        readAt: listing.readAt,
      }
    },
  })
}

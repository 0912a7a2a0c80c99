import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getDesktopPool, previewDesktopPoolStop } from '@gatehouse/contract'
import { poolUsage } from '../desktop-pools/pool-usage.ts'
import { isPoolMoving } from '../desktop-pools/pool-trouble.ts'
import { usageIn } from '../desktop-pools/pool-usage-rows.ts'
import { toDesktopPool } from '../desktop-pools/to-desktop-pool.ts'
import { toPoolDesktop } from '../desktops/to-desktop.ts'
import { thingSource } from '../live/thing-source.ts'
import { topicName } from '../live/topic.ts'
import type { Services } from '../services.ts'

/** How many connected users the preview of a stop names. */
const usersNamed = 50

const previewMs = 15_000

/** One desktop pool with its details, and the users that a stop would disconnect. */
export const desktopPools: FastifyPluginAsyncTypebox<Services> = async (
  app,
  { keyring, live, inventory, store, things },
) => {
  live.provide('desktop-pool', (topic) =>
    things.keep(
      topic,
      thingSource({
        async read(signal) {
          const connection = keyring.get(topic.connectionId)
          const { body } = await connection.client.call(
            'desktops.getDesktopPool',
            { desktopPoolId: topic.id },
            { signal },
          )
          const place = { connectionId: connection.id, service: 'desktops' as const, compartmentId: body.compartmentId }
          inventory.attend(place)
          const usage = await usageIn(store.reader, place)
          return toDesktopPool(connection, body, usage(body.id))
        },
        toEvent: (desktopPool) => ({ event: 'desktop-pool', data: { topic: topicName(topic), desktopPool } }),
        moving: isPoolMoving,
        ended: ({ state }) => state === 'DELETED',
      }),
    ),
  )

  app.route({
    ...getDesktopPool,
    handler: ({ params: { connectionId, desktopPoolId } }) =>
      things.read({ kind: 'desktop-pool', connectionId, id: desktopPoolId }),
  })

  app.route({
    ...previewDesktopPoolStop,
    handler: async ({ params: { connectionId, desktopPoolId } }) => {
      const { client } = keyring.get(connectionId)
      const options = { urgent: true, callMs: previewMs }
      const { body } = await client.call('desktops.getDesktopPool', { desktopPoolId }, options)
      // Read at OCI: the preview must show who is connected now.
      const where = { compartmentId: body.compartmentId, desktopPoolId, limit: 1_000 }
      const items = client.items('desktops.listDesktopPoolDesktops', where, options)
      const desktops = await Array.fromAsync(items, toPoolDesktop)
      return {
        usage: poolUsage(desktops),
        connectedUsers: desktops
          .filter(({ session }) => session === 'connected')
          .map(({ userName, id }) => userName || id)
          .sort((one, other) => one.localeCompare(other, 'en'))
          .slice(0, usersNamed),
        readAt: new Date().toISOString(),
      }
    },
  })
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Action } from '@gatehouse/contract'
import {
  getDesktopPool,
  listDesktopPools,
  previewDesktopPoolStop,
  startDesktopPool,
  stopDesktopPool,
} from '@gatehouse/contract'
import type { BffConnection } from '../keyring/keyring.ts'
import { thingSource } from '../live/thing-source.ts'
import { topicName } from '../live/topic.ts'
import { toProblem } from '../problem.ts'
import { sendSnapshot } from '../plugins/send-snapshot.ts'
import type { Services } from '../services.ts'
import { poolUsage } from './desktop-pools/pool-usage.ts'
import { desktopPoolsSource, isPoolMoving } from './desktop-pools/read-desktop-pools.ts'
import { toDesktopPool } from './desktop-pools/to-desktop-pool.ts'

/** How many of the users that a stop would cut off are named. */
const usersNamed = 50

/** Desktop pools: all of them, each whole, who a stop would cut off, and switching them on and off. */
export const desktopPools: FastifyPluginAsyncTypebox<Services> = async (app, { keyring, ledger, live }) => {
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
        // who is at work is the very thing that is asked
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

  app.route({
    ...startDesktopPool,
    handler: async ({ params: { connectionId, desktopPoolId }, body: { attemptId }, user: person }, reply) => {
      const connection = keyring.get(connectionId)
      reply.code(202)
      return nudging(connection, desktopPoolId, (subject) =>
        ledger.act({
          person,
          connection,
          act: 'startDesktopPool',
          attemptId,
          subject,
          operation: 'desktops.startDesktopPool',
          input: { desktopPoolId },
        }),
      )
    },
  })

  app.route({
    ...stopDesktopPool,
    handler: async ({ params: { connectionId, desktopPoolId }, body: { attemptId }, user: person }, reply) => {
      const connection = keyring.get(connectionId)
      reply.code(202)
      return nudging(connection, desktopPoolId, (subject) =>
        ledger.act({
          person,
          connection,
          act: 'stopDesktopPool',
          attemptId,
          subject,
          operation: 'desktops.stopDesktopPool',
          input: { desktopPoolId },
        }),
      )
    },
  })

  /** Acts on a pool under its name, and has everything that shows it looked at again, however it went. */
  async function nudging(connection: BffConnection, id: string, act: (subject: Subject) => Promise<Action>) {
    const name = await nameOf(connection, id)
    try {
      return await act({ service: 'desktops', id, name })
    } finally {
      const { id: connectionId } = connection
      live.nudge('desktop-pools', 'desktops', 'work-requests')
      live.nudge({ kind: 'desktop-pool', connectionId, id }, { kind: 'desktop-pool-desktops', connectionId, id })
    }
  }
}

interface Subject {
  service: 'desktops'
  id: string
  name: string
}

/** For the ledger: only a pool that does not exist keeps the act from being tried. */
async function nameOf({ client }: BffConnection, desktopPoolId: string): Promise<string> {
  try {
    return (await client.call('desktops.getDesktopPool', { desktopPoolId })).body.displayName
  } catch (error) {
    if (toProblem(error).code === 'not_found') throw error
    return desktopPoolId
  }
}

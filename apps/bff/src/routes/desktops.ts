import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Action } from '@gatehouse/contract'
import { listDesktopPoolDesktops, listDesktops, startDesktop, stopDesktop } from '@gatehouse/contract'
import type { BffConnection } from '../keyring/keyring.ts'
import { toProblem } from '../problem.ts'
import { sendSnapshot } from '../plugins/send-snapshot.ts'
import type { Services } from '../services.ts'
import { desktopsSource, poolDesktopsSources } from './desktops/list-desktops.ts'

/** Desktops: all of them, those of a pool, and switching one on and off. */
export const desktops: FastifyPluginAsyncTypebox<Services> = async (app, { keyring, ledger, live }) => {
  live.provide('desktops', () => desktopsSource(keyring))
  live.provide('desktop-pool-desktops', poolDesktopsSources(keyring))

  app.route({
    ...listDesktops,
    handler: async (_, reply) => sendSnapshot(reply, (await live.read({ kind: 'desktops' })).listing),
  })

  app.route({
    ...listDesktopPoolDesktops,
    handler: async ({ params: { connectionId, desktopPoolId } }, reply) => {
      const { listing } = await live.read({ kind: 'desktop-pool-desktops', connectionId, id: desktopPoolId })
      return sendSnapshot(reply, listing)
    },
  })

  app.route({
    ...startDesktop,
    handler: async ({ params: { connectionId, desktopId }, body: { attemptId }, user: person }, reply) => {
      const connection = keyring.get(connectionId)
      reply.code(202)
      return nudging(connection, desktopId, async (subject) =>
        ledger.act({
          person,
          connection,
          act: 'startDesktop',
          attemptId,
          subject,
          operation: 'desktops.startDesktop',
          input: { desktopId },
        }),
      )
    },
  })

  app.route({
    ...stopDesktop,
    handler: async ({ params: { connectionId, desktopId }, body: { attemptId, soft }, user: person }, reply) => {
      const connection = keyring.get(connectionId)
      reply.code(202)
      return nudging(connection, desktopId, async (subject) =>
        ledger.act({
          person,
          connection,
          act: 'stopDesktop',
          attemptId,
          subject,
          operation: 'desktops.stopDesktop',
          // how OCI stops a desktop when it is not told is not documented
          input: { desktopId, isSoftStop: soft },
        }),
      )
    },
  })

  /** Acts on a desktop under its name, and has everything that shows it looked at again, however it went. */
  async function nudging(connection: BffConnection, desktopId: string, act: (subject: Subject) => Promise<Action>) {
    const { name, poolId } = await describe(connection, desktopId)
    try {
      return await act({ service: 'desktops', id: desktopId, name })
    } finally {
      const pool =
        poolId === null ? [] : [{ kind: 'desktop-pool-desktops', connectionId: connection.id, id: poolId } as const]
      live.nudge('desktops', 'desktop-pools', 'work-requests', ...pool)
    }
  }
}

interface Subject {
  service: 'desktops'
  id: string
  name: string
}

/** The name is for the ledger: only a desktop that does not exist keeps the act from being tried. */
async function describe({ client }: BffConnection, desktopId: string) {
  try {
    const { body } = await client.call('desktops.getDesktop', { desktopId })
    return { name: body.displayName, poolId: body.poolId }
  } catch (error) {
    if (toProblem(error).code === 'not_found') throw error
    return { name: desktopId, poolId: null }
  }
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listDesktopPoolDesktops, listDesktops } from '@gatehouse/contract'
import { sendSnapshot } from '../plugins/send-snapshot.ts'
import type { Services } from '../services.ts'
import { desktopsSource, poolDesktopsSources } from '../desktops/list-desktops.ts'

/** Desktops: the list of all, and the list of one pool. */
export const desktops: FastifyPluginAsyncTypebox<Services> = async (app, { keyring, live }) => {
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
}

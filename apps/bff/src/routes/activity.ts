import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { downloadActivity, listActivity } from '@gatehouse/contract'
import { activityCsv } from './activity-csv.ts'
import type { Services } from '../services.ts'

export const activity: FastifyPluginAsyncTypebox<Services> = async (app, { ledger }) => {
  app.route({ ...listActivity, handler: ({ query }) => ledger.list(query) })

  app.route({
    ...downloadActivity,
    handler: async ({ query }, reply) => {
      const today = new Date().toISOString().slice(0, 10)
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="gatehouse-activity-${today}.csv"`)
      return reply.send(Readable.from(activityCsv(ledger, query)) as unknown as string) // the promised text, as a stream
    },
  })
}

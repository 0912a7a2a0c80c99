import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { downloadActivity, getAction, listActivity } from '@gatehouse/contract'
import { Problem } from '../problem.ts'
import type { Services } from '../services.ts'
import { activityCsv } from './activity-csv.ts'

/** The ledger: the list of acts, one act, and the CSV download. */
export const activity: FastifyPluginAsyncTypebox<Services> = async (app, { journal, acts }) => {
  app.route({
    ...listActivity,
    handler: async ({ query }) => {
      const { items, next } = await journal.list(query)
      return { items: items.map((attempt) => acts.toAction(attempt)), next }
    },
  })

  app.route({
    ...getAction,
    handler: async ({ params: { attemptId } }) => {
      const attempt = await journal.find(attemptId)
      if (!attempt) throw new Problem('not_found', 'No act is recorded under this id.')
      return acts.toAction(attempt)
    },
  })

  app.route({
    ...downloadActivity,
    handler: async ({ query }, reply) => {
      const today = new Date().toISOString().slice(0, 10)
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="gatehouse-activity-${today}.csv"`)
      const file = activityCsv(
        (page) => journal.list({ ...query, ...page }),
        (attempt) => acts.toAction(attempt),
      )
      return reply.send(Readable.from(file) as unknown as string) // the promised text, as a stream
    },
  })
}

import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** One line for each answer: what was asked, by whom, how it ended. Files of the console are for debugging only. */
export const requestLog = fp(
  async (app: FastifyInstance) => {
    app.addHook('onResponse', async (request, reply) => {
      const path = request.url.split('?', 1)[0]
      const line = {
        method: request.method,
        path,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
        person: request.signedIn?.name,
      }
      if (path?.startsWith('/api/')) request.log.info(line, 'Answered')
      else request.log.debug(line, 'Answered')
    })
  },
  { name: 'request-log' },
)

import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** Logs one line per reply: request, person and status. Replies with console files are logged at `debug`. */
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

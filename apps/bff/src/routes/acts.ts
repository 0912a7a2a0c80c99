import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { actNames, stopTrying, tryAgain } from '@gatehouse/contract'
import { acts as table } from '../acts/table.ts'
import type { AnyBody } from '../acts/act.ts'
import type { Services } from '../services.ts'

/** One route per act of the contract, and the routes to try an attempt again or to stop trying. */
export const acts: FastifyPluginAsyncTypebox<Services> = async (app, { acts }) => {
  for (const name of actNames) {
    app.route({
      ...table[name].endpoint,
      handler: async (request, reply) => {
        const { user: person, params, body } = request
        reply.code(202)
        return acts.perform(name, {
          person,
          params: params as Record<string, string>, // validated by the act's endpoint, as the body is
          body: body as AnyBody,
          gone: whenGone(reply),
        })
      },
    })
  }

  app.route({
    ...tryAgain,
    handler: async ({ params: { attemptId }, user }, reply) => {
      reply.code(202)
      return acts.tryAgain(attemptId, user, whenGone(reply))
    },
  })

  app.route({
    ...stopTrying,
    handler: ({ params: { attemptId }, user }) => acts.stopTrying(attemptId, user),
  })
}

/** Fires when the connection is closed before the answer was written. */
function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

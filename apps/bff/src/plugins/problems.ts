import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Problem, toProblem } from '../problem.ts'

/** Answers every error as a problem (RFC 9457). The cause of an internal error is logged and not sent. */
export const problems = fp(
  async (app: FastifyInstance) => {
    app.setErrorHandler((error, request, reply) => sendProblem(translate(error), request, reply))
  },
  { name: 'problems' },
)

/**
 * Answers with a problem, and logs it: at `error` for a status of 500 and above, else at `info`. A client that has left, as
 * all have when the server closes, is told nothing, so that is `info` too.
 */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  const { code, status, opcRequestId } = problem
  if (status >= 500 && !reply.raw.destroyed)
    request.log.error({ err: problem.cause ?? problem, code, opcRequestId }, problem.message)
  else request.log.info({ code, opcRequestId, ociCode: problem.ociCode }, problem.message)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', Math.ceil(problem.retryAfterSeconds))
  return reply
    .status(status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem.toDetails(request.id)))
}

function translate(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Error && 'statusCode' in error) {
    const problem = fromFastify(error as FastifyError) // errors with a status come from Fastify or a plugin that follows its form
    if (problem) return problem
  }
  return toProblem(error)
}

/** Fastify's own refusals: fastify.dev/docs/latest/Reference/Errors */
function fromFastify(error: FastifyError): Problem | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('too_large', 'The body is larger than the limit.', { cause: error })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('invalid_input', 'The body must be JSON, with content-type application/json.', {
        cause: error,
      })
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Problem('invalid_input', 'The body is not JSON.', { cause: error })
  }
  // A file that must not be served answers like a missing one, so that its existence is not revealed.
  if (error.statusCode === 403 || error.statusCode === 404)
    return new Problem('not_found', 'There is nothing at this address.', { cause: error })
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem('invalid_input', 'The request could not be understood.', { cause: error })
  return undefined
}

import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Operation } from '@gatehouse/oci-api'
import { operationIds, operations } from '@gatehouse/oci-api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Fault } from '../fault.ts'
import type { Handlers } from '../services/index.ts'
import { brokenReply } from './broken-reply.ts'
import type { FaultRule } from './faults.ts'
import type { PagingFault } from './paged.ts'
import type { OperationCall } from './perform.ts'
import { perform } from './perform.ts'
import type { WireReply } from './reply.ts'
import type { SandboxState } from './state.ts'

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const

/** Every operation, at the root for the home region and below the name of each region. */
export async function ociRoutes(
  app: FastifyInstance,
  { state, handlers }: { state: SandboxState; handlers: Handlers },
) {
  app.removeAllContentTypeParsers()
  // the body's hash is taken over its very bytes
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, request, reply) => send(reply, faultReply(state, request, error)))

  const byPath = Map.groupBy(
    operationIds.map((id) => operations[id]),
    (operation) => operation.path.replace(/\{(\w+)\}/g, ':$1'),
  )
  const places = [{ prefix: '', region: state.world.homeRegion }]
  for (const region of state.world.regions.keys()) places.push({ prefix: `/${region}`, region })
  for (const { prefix, region } of places)
    for (const [path, there] of byPath) {
      for (const operation of there)
        app.route({
          method: operation.method,
          url: prefix + path,
          handler: (request, reply) => answer(state, handlers, operation, region, request, reply),
        })
      const allowed = there.map(({ method }): string => method)
      app.route({
        method: methods.filter((method) => !allowed.includes(method)),
        url: prefix + path,
        handler: (request, reply) => {
          reply.header('allow', allowed.join(', '))
          throw new Fault(405, 'MethodNotAllowed', `${request.method} is not possible here, only ${allowed.join(', ')}`)
        },
      })
    }
}

async function answer(
  state: SandboxState,
  handlers: Handlers,
  operation: Operation,
  region: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  state.calls.count(operation.id)
  const pathParameters = request.params as Record<string, string> // from the path's own names
  const target = request.raw.url ?? ''
  const fault = state.faults.take({
    operation: operation.id,
    region,
    pathIds: Object.values(pathParameters),
    query: target.split('?').slice(1).join('?'),
  })
  if (fault?.delayMs) await sleep(fault.delayMs, undefined, { ref: false })
  const broken = fault && brokenReply(fault)
  if (broken && !fault.afterEffect) return send(reply, broken)

  const call: OperationCall = {
    method: request.method,
    target,
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    region,
    pathParameters,
    origin: `${request.protocol}://${request.host}`,
    pagingFault: pagingFaultOf(fault),
  }
  const sound = perform(state, handlers, operation, call)
  return send(reply, broken ?? sound)
}

const pagingFaultOf = (fault: FaultRule | undefined): PagingFault | undefined =>
  fault?.break === 'endless-pages' || fault?.break === 'same-page' ? fault.break : undefined

/** A reply for whatever was thrown; what is no fault of the caller's is logged and kept to ourselves. */
export function faultReply(state: SandboxState, request: FastifyRequest, error: unknown): WireReply {
  const fault = error instanceof Fault ? error : fromFastify(error)
  if (!fault) state.log.error({ err: error, method: request.method, url: request.url }, 'An operation failed')
  const { status, code, message } =
    fault ?? new Fault(500, 'InternalServerError', 'The sandbox failed; its log tells more')
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, message }) }
}

/** What Fastify refuses before an operation sees it. */
function fromFastify(error: unknown): Fault | undefined {
  const { code, statusCode } = error as { code?: string; statusCode?: number } // Fastify's errors have both
  if (statusCode === 413) return new Fault(413, 'PayloadTooLarge', 'The body is larger than the sandbox takes (1 MiB)')
  if (code?.startsWith('FST_ERR_CTP')) return new Fault(400, 'CannotParseRequest', 'The body could not be read')
  return undefined
}

/** Sends it with a request id: the client's own with two parts more, or three of ours. */
export function send(reply: FastifyReply, wire: WireReply | 'cut') {
  if (wire === 'cut') {
    reply.hijack()
    reply.raw.destroy()
    return reply
  }
  if (wire.isForeign) return reply.code(wire.status).headers(wire.headers).send(wire.body)
  const sent = reply.request.headers['opc-request-id']
  const mayRepeat = typeof sent === 'string' && /^[\w./-]{1,255}$/.test(sent)
  return reply
    .code(wire.status)
    .headers(wire.headers)
    .header('opc-request-id', [mayRepeat ? sent : part(), part(), part()].join('/'))
    .send(wire.body)
}

const part = () => randomBytes(16).toString('hex').toUpperCase()

import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import Fastify from 'fastify'
import { controlRoutes } from '../control/routes.ts'
import { Fault } from '../fault.ts'
import type { Handlers } from '../services/index.ts'
import { faultReply, ociRoutes, send } from './oci-routes.ts'
import type { SandboxState } from './state.ts'

const longestBody = 1024 * 1024

/** The sandbox's HTTP server, not yet listening. */
export async function buildApp(state: SandboxState, handlers: Handlers): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: longestBody,
    // closing ends open keep-alive connections at once
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    // the control API says what it does not know, and drops nothing
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    // OCIDs are longer than Fastify's 100 characters
    routerOptions: { maxParamLength: 1024, querystringParser: () => ({}) },
    clientErrorHandler: refuse,
    frameworkErrors: (_error, request, reply) => {
      send(reply, faultReply(state, request, new Fault(400, 'InvalidParameter', 'The path is not well formed')))
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split('?')
    send(reply, faultReply(state, request, new Fault(404, 'NotFound', `There is no operation at ${path}`)))
  })
  await app.register(controlRoutes, { prefix: '/control', state })
  await app.register(ociRoutes, { state, handlers })
  return app
}

/** What Node cannot even read as HTTP still gets an answer in OCI's form. */
function refuse(error: NodeJS.ErrnoException, socket: Socket) {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, code, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'RequestHeaderFieldsTooLarge', 'The headers are too large']
      : ['400 Bad Request', 'CannotParseRequest', 'This is not HTTP']
  const body = JSON.stringify({ code, message })
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  )
}

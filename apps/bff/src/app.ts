import { randomUUIDv7 } from 'node:crypto'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastifyRateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { access, requireEveryEndpoint } from './plugins/access.ts'
import { compression } from './plugins/compression.ts'
import { consoleFiles } from './plugins/console.ts'
import { health } from './plugins/health.ts'
import { openapi, openapiDocument } from './plugins/openapi.ts'
import { createOriginCheck, isLoopback } from './plugins/origin.ts'
import { problems } from './plugins/problems.ts'
import { requestLog } from './plugins/request-log.ts'
import { securityHeaders } from './plugins/security-headers.ts'
import { session } from './plugins/session.ts'
import { validatorCompiler } from './plugins/validation.ts'
import { Problem } from './problem.ts'
import { accessRequests } from './routes/access-requests.ts'
import { activity } from './routes/activity.ts'
import { acts } from './routes/acts.ts'
import { connections } from './routes/connections.ts'
import { desktopPools } from './routes/desktop-pools.ts'
import { events } from './routes/events.ts'
import { listRoutes } from './routes/lists.ts'
import { overview } from './routes/overview.ts'
import { sessionRoutes } from './routes/session.ts'
import { workRequests } from './routes/work-requests.ts'
import type { Services } from './services.ts'
import type { SignInOffer } from './sign-in-offer.ts'

export interface AppOptions {
  log: FastifyBaseLogger
  offer: SignInOffer
  /** Signs the session cookie. */
  secret: string
  now?: () => number
}

/** The largest accepted body, in bytes. Enough for a comment and a message of 2,000 characters each. */
const bodyLimit = 64 * 1024

/** Builds the server without listening, so that tests and the process use the same one. */
export async function buildApp(services: Services, options: AppOptions): Promise<FastifyInstance> {
  const { config, store, keyring, journal } = services
  const { log, offer, secret, now = Date.now } = options
  const { publicUrl, trustProxy, consoleFolder, host } = config.server
  const secure = publicUrl?.protocol === 'https:'

  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUIDv7(),
    trustProxy,
    bodyLimit,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)

  await app.register(problems)
  await app.register(requestLog)
  await app.register(securityHeaders, { secure })
  await app.register(compression)
  await app.register(fastifyRateLimit, { global: false, errorResponseBuilder: tooMany })
  await app.register(access)
  await app.register(openapi)
  await app.register(health, { store, keyring, journal })
  await app.register(consoleFiles, { folder: consoleFolder })

  const requireOwnOrigin = createOriginCheck({ publicUrl, loopback: isLoopback(host) })

  await app.register(async (api) => {
    api.addHook('onRequest', requireOwnOrigin)
    await api.register(session, { store, ...config.session, secret, secure, now })
    api.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    })

    await api.register(openapiDocument)
    // One line per noun.
    await api.register(sessionRoutes, { ...services, offer, secure, now })
    await api.register(connections, services)
    await api.register(accessRequests, services)
    await api.register(desktopPools, services)
    await api.register(listRoutes, services)
    await api.register(overview, services)
    await api.register(workRequests, services)
    await api.register(activity, services)
    await api.register(acts, services)
    await api.register(events, services)
  })

  requireEveryEndpoint(app)
  return app
}

const tooMany = (_request: unknown, { ttl }: { ttl: number }) =>
  new Problem('too_many_requests', 'Too many attempts to sign in from this address. Try again in a minute.', {
    retryAfterSeconds: Math.ceil(ttl / 1000),
  })

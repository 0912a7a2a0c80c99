import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { endpoints, permissions, type Access } from '@gatehouse/contract'
import { Problem } from '../problem.ts'
import { notSignedIn } from './session.ts'

const known: readonly unknown[] = [...permissions, 'signed-in', 'anyone']

/**
 * The one place where permission is asked for. A route below `/api` that does not say who may call it does not boot, and
 * each is guarded by itself: one that is registered where nobody reads the session is closed to all. To be registered
 * before any route.
 */
export const access = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRoute', (route) => {
      if (!isApi(route.url)) return
      const permission = 'permission' in route ? route.permission : undefined
      if (!known.includes(permission))
        throw new Error(`The route ${[route.method].flat().join(', ')} ${route.url} does not say who may call it`)
      route.config = { ...route.config, permission: permission as Access } // among the known ones
      route.onRequest = [requirePermission, ...[route.onRequest ?? []].flat()]
    })
  },
  { name: 'access' },
)

/** Throws `not_signed_in` or `forbidden`. */
async function requirePermission(request: FastifyRequest): Promise<void> {
  const { permission } = request.routeOptions.config
  if (permission === 'anyone') return
  if (permission === undefined || !request.signedIn) throw notSignedIn()
  if (permission === 'signed-in' || request.signedIn.permissions.includes(permission)) return
  throw new Problem(
    'forbidden',
    `As ${request.signedIn.role} you may not do this: it needs the permission ${permission}.`,
  )
}

/** What the contract promises must be there: an endpoint without a route does not boot. */
export function requireEveryEndpoint(app: FastifyInstance): void {
  const missing = endpoints.filter(({ method, url }) => !app.hasRoute({ method, url }))
  if (missing.length > 0)
    throw new Error(`No route serves ${missing.map(({ method, url }) => `${method} ${url}`).join(', ')}`)
}

export const isApi = (url: string) => url === '/api' || url.startsWith('/api/')

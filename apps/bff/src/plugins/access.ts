import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { endpoints, permissions, type Access } from '@gatehouse/contract'
import { Problem } from '../problem.ts'
import { notSignedIn } from './session.ts'

const allowedValues: readonly unknown[] = [...permissions, 'signed-in', 'anyone']

/**
 * The only place that checks permissions; register it before any route. The app does not boot when a route below `/api`
 * has no `permission`. Every route gets its own check, so a route without the session plugin refuses all callers.
 */
export const access = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRoute', (route) => {
      if (!isApi(route.url)) return
      const permission = 'permission' in route ? route.permission : undefined
      if (!allowedValues.includes(permission))
        throw new Error(`The route ${[route.method].flat().join(', ')} ${route.url} does not say who may call it`)
      route.config = { ...route.config, permission: permission as Access } // checked above
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

/** Throws when an endpoint of the contract has no route, so that the app does not boot. */
export function requireEveryEndpoint(app: FastifyInstance): void {
  const missing = endpoints.filter(({ method, url }) => !app.hasRoute({ method, url }))
  if (missing.length > 0)
    throw new Error(`No route serves ${missing.map(({ method, url }) => `${method} ${url}`).join(', ')}`)
}

export const isApi = (url: string) => url === '/api' || url.startsWith('/api/')

import {
  endpoints,
  problemStatus,
  rolePermissions,
  roles,
  stopDesktopPool,
  type Endpoint,
  type Role,
} from '@gatehouse/contract'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser, startStack, type Browser, type Stack } from '../testing/stack.ts'
import { access, requireEveryEndpoint } from './access.ts'

let stack: Stack
const browsers = new Map<Role | 'nobody', Browser>()
beforeAll(async () => {
  stack = await startStack()
  browsers.set('nobody', createBrowser(stack.app))
  for (const role of roles) browsers.set(role, await stack.signIn(role))
})
afterAll(() => stack.close())

const mayCall = (role: Role | 'nobody', { permission }: Endpoint) => {
  if (permission === 'anyone') return true
  if (role === 'nobody') return false
  return permission === 'signed-in' || rolePermissions[role].includes(permission)
}

/** Of the right shape, and of nothing that exists: whoever may call gets as far as that. */
const urlOf = ({ url }: Endpoint) =>
  url
    .replace(':connectionId', 'nowhere')
    .replace(':service', url.includes('work-requests') ? 'desktops' : 'operator-access-control')
    .replaceAll(/:\w+/g, 'ocid1.nothing.oc1.eu-frankfurt-1.aaaaaaaa')

const cells = endpoints
  // signing out would end the sessions that the other cells use, and is anyone's
  .filter(({ method, url }) => method !== 'DELETE' || url !== '/api/session')
  .flatMap((endpoint: Endpoint) => [...roles, 'nobody' as const].map((role) => ({ endpoint, role })))

describe('permissions of routes', () => {
  for (const { endpoint, role } of cells) {
    const may = mayCall(role, endpoint)
    test(`${role} ${may ? 'may' : 'may not'} call ${endpoint.method} ${endpoint.url}`, async () => {
      const browser = browsers.get(role)
      // a body that no endpoint takes: permission is asked for before it is looked at
      const body = endpoint.method === 'GET' ? undefined : { nothing: true }
      const reply = await browser!.inject({ method: endpoint.method, url: urlOf(endpoint), body }) // one for each, above
      const refusal = role === 'nobody' ? 'not_signed_in' : 'forbidden'
      const isRefused = reply.body.includes(`"code":"${refusal}"`) && reply.statusCode === problemStatus[refusal]
      expect(isRefused, reply.body).toBe(!may)
      expect(reply.statusCode === 401 || reply.statusCode === 403).toBe(!may)
    })
  }

  test('a refusal names the missing permission', async () => {
    const reply = await browsers.get('viewer')!.post(urlOf(stopDesktopPool), {}) // one for each, above
    expect(reply.json().detail).toBe('As viewer you may not do this: it needs the permission desktop-pools:operate.')
  })
})

test('a server that does not serve every endpoint of the contract does not boot', () => {
  expect(() => requireEveryEndpoint(stack.app)).not.toThrow()
  expect(() => requireEveryEndpoint(Fastify())).toThrow('No route serves GET /api/session, POST /api/session')
})

const whoever = { permission: 'whoever' }
const forEveryone = { permission: 'signed-in' }

test('a route without a permission does not boot', async () => {
  const app = Fastify()
  await app.register(access)
  expect(() => app.get('/api/forgotten', async () => 'secret')).toThrow(
    'GET /api/forgotten does not say who may call it',
  )
  expect(() => app.route({ method: 'GET', url: '/api/odd', ...whoever, handler: async () => '' })).toThrow('/api/odd')
  expect(() => app.get('/elsewhere', async () => 'a page')).not.toThrow()
})

test('a route without the session plugin refuses all callers', async () => {
  const app = Fastify()
  await app.register(access)
  app.route({ method: 'GET', url: '/api/stray', ...forEveryone, handler: async () => 'secret' })
  const reply = await app.inject({ url: '/api/stray' })
  expect(reply.statusCode).not.toBe(200)
  expect(reply.body).not.toContain('secret')
})

test('an unknown address is a 404 for every caller', async () => {
  for (const browser of browsers.values()) {
    const reply = await browser.get('/api/nowhere')
    expect(reply.statusCode).toBe(404)
    expect(reply.json()).toMatchObject({ code: 'not_found' })
  }
})

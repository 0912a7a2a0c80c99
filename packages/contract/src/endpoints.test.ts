import { expect, test } from 'vitest'
import { Action, actNames, endpoints, permissions, problemStatus, rolePermissions, roles } from './index.ts'

test('every endpoint names who may call it', () => {
  const known = [...permissions, 'signed-in', 'anyone']
  for (const endpoint of endpoints) expect(known, `${endpoint.method} ${endpoint.url}`).toContain(endpoint.permission)
})

test('no two endpoints share a method and address', () => {
  const addresses = endpoints.map(({ method, url }) => `${method} ${url}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('everyone who is signed in may read, sign out and try their own act again, and nothing else', () => {
  const open = endpoints.filter(({ permission }) => permission === 'anyone' || permission === 'signed-in')
  expect(open.filter(({ method }) => method !== 'GET').map(({ url }) => url)).toEqual([
    '/api/session',
    '/api/session',
    // the route asks for the permission of the act
    '/api/activity/:attemptId/try-again',
    // it reads: each topic needs its own permission
    '/api/events',
  ])
})

test('every change that reaches OCI carries the id of its attempt, and answers with the recorded act', () => {
  const acts = endpoints.filter(({ act }) => act)
  expect(acts.length).toBe(actNames.length)
  for (const { schema, url } of acts) {
    expect(schema.body, url).toMatchObject({ required: expect.arrayContaining(['attemptId']) })
    expect(schema.response, url).toEqual({ 202: Action })
  }
})

test('the acts are found among what the modules export', () => {
  expect(actNames).toEqual(expect.arrayContaining(['approveAccessRequest', 'stopDesktopPool', 'deleteDesktop']))
  expect(actNames).not.toContain('getDesktopPool')
})

test('each role may do all that a viewer may, and only the admin everything', () => {
  for (const role of roles) expect(rolePermissions[role]).toEqual(expect.arrayContaining([...rolePermissions.viewer]))
  expect(roles.filter((role) => rolePermissions[role].length === permissions.length)).toEqual(['admin'])
})

test('every problem code has an error status', () => {
  for (const status of Object.values(problemStatus)) expect(status).toBeGreaterThanOrEqual(400)
})

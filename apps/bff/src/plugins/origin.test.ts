import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser, startStack, type Stack } from '../testing/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.close())

const signOutWith = (headers: Record<string, string>, app = stack.app) =>
  app.inject({ method: 'DELETE', url: '/api/session', headers: { host: 'localhost:7070', ...headers } })

describe('a change', () => {
  for (const [whence, headers] of [
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['an older browser on our own page', { origin: 'http://localhost:7070' }],
    ['a script that names our address', { origin: 'http://localhost:7070', 'user-agent': 'curl/8' }],
  ] as [string, Record<string, string>][])
    test(`from ${whence} is taken`, async () => {
      expect((await signOutWith(headers)).statusCode).toBe(200)
    })

  for (const [whence, headers] of [
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another site that names our origin', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:7070' }],
    ['a neighbouring subdomain', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['an older browser on another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:8080' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a client that says nothing', {}],
  ] as [string, Record<string, string>][])
    test(`from ${whence} is refused`, async () => {
      const reply = await signOutWith(headers)
      expect(reply.statusCode).toBe(403)
      expect(reply.json()).toMatchObject({ code: 'foreign_origin' })
    })
})

test('reading is not refused, wherever the link was', async () => {
  const reply = await stack.app.inject({ url: '/api/session', headers: { 'sec-fetch-site': 'cross-site' } })
  expect(reply.statusCode).toBe(200)
})

test('a foreign name that resolves to this machine gets nothing', async () => {
  const reply = await stack.app.inject({ url: '/api/session', headers: { host: 'rebound.evil.example:7070' } })
  expect(reply.json()).toMatchObject({ code: 'foreign_origin' })
})

test('behind a proxy the public address counts, not the host of the request', async () => {
  await using proxied = await startStack({ env: { GATEHOUSE_PUBLIC_URL: 'http://gatehouse.internal:8000' } })
  expect((await signOutWith({ origin: 'http://gatehouse.internal:8000' }, proxied.app)).statusCode).toBe(200)
  expect((await signOutWith({ origin: 'http://localhost:7070' }, proxied.app)).statusCode).toBe(403)
})

test('before anyone has signed in, signing in from another site is refused too', async () => {
  const reply = await createBrowser(stack.app).inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: { name: 'viewer', password: stack.demoPassword },
  })
  expect(reply.json()).toMatchObject({ code: 'foreign_origin' })
})

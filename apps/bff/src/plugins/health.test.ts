import { afterAll, beforeAll, expect, test } from 'vitest'
import Fastify from 'fastify'
import { startStack, type Stack } from '../testing/stack.ts'
import { health } from './health.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.close())

test('anyone may ask whether it runs and whether it is ready', async () => {
  expect((await stack.app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' })
  const ready = await stack.app.inject({ url: '/readyz' })
  expect(ready.statusCode).toBe(200)
  expect(ready.json()).toEqual({ status: 'ready', store: 'ok', keys: 'ok' })
  expect(ready.headers['cache-control']).toBe('no-store')
})

async function readiness(options: { check?: () => Promise<void>; trouble?: string }) {
  const app = Fastify()
  await app.register(health, {
    store: { checkWritable: options.check ?? (() => Promise.resolve()) },
    keyring: { checkKeys: () => Promise.resolve() },
    journal: {
      trouble: () =>
        options.trouble === undefined ? null : { message: options.trouble, since: '2026-11-22T09:00:00Z' },
    },
  })
  return app.inject({ url: '/readyz' })
}

test('it is not ready when the store cannot be written, and says no more of the cause than anyone may read', async () => {
  const reply = await readiness({
    check: () => Promise.reject(new Error('disk of the accounting department is full')),
  })
  expect(reply.statusCode).toBe(503)
  expect(reply.json()).toEqual({
    status: 'not ready',
    store: 'failing',
    keys: 'ok',
    reason: 'The store cannot be written; the log says why.',
  })
})

test('it is not ready while entries of the ledger cannot be written, though the store takes a small write', async () => {
  const reply = await readiness({ trouble: 'The disk is full.' })
  expect(reply.statusCode).toBe(503)
  expect(reply.json()).toMatchObject({ store: 'failing', reason: 'The disk is full.' })
})

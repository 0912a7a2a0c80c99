import { afterAll, beforeAll, expect, test, vi } from 'vitest'
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

test('it is not ready when the store cannot be written or a key cannot be read, and tells no more than that', async () => {
  const app = Fastify()
  const checkWritable = vi.fn(() => Promise.reject(new Error('disk of the accounting department is full')))
  await app.register(health, { store: { checkWritable }, keyring: { checkKeys: () => Promise.resolve() } })
  const reply = await app.inject({ url: '/readyz' })
  expect(reply.statusCode).toBe(503)
  expect(reply.json()).toEqual({ status: 'not ready', store: 'failing', keys: 'ok' })
})

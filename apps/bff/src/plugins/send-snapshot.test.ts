import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { sendSnapshot } from './send-snapshot.ts'

test('a snapshot is serialised once by its route’s schema for all callers', async () => {
  let looks = 0
  const snapshot = {
    get name() {
      looks += 1
      return 'engineering'
    },
    secret: 'not promised',
  }
  await using app = Fastify()
  app.route({
    method: 'GET',
    url: '/',
    schema: { response: { 200: { type: 'object', properties: { name: { type: 'string' } } } } },
    handler: async (_, reply) => sendSnapshot(reply, snapshot),
  })
  for (const _ of [1, 2, 3]) {
    const reply = await app.inject('/')
    expect(reply.body).toBe('{"name":"engineering"}')
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
  }
  expect(looks).toBe(1)
})

import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Keyring } from '../keyring/keyring.ts'
import type { Store } from '../store/store.ts'

interface HealthOptions {
  store: Pick<Store, 'checkWritable'>
  keyring: Pick<Keyring, 'checkKeys'>
}

/** For whatever watches over the process: `/healthz` says that it runs, `/readyz` that it can do its work. */
export const health = fp(
  async (app: FastifyInstance, { store, keyring }: HealthOptions) => {
    const options = { logLevel: 'warn' } as const

    app.get('/healthz', options, async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      return { status: 'ok' }
    })

    app.get('/readyz', options, async (request, reply) => {
      const checks = { store: store.checkWritable(), keys: keyring.checkKeys() }
      const results = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => {
          try {
            await check
            return [name, 'ok'] as const
          } catch (error) {
            request.log.error({ err: error }, `Not ready: the check of the ${name} failed`)
            return [name, 'failing'] as const
          }
        }),
      )
      const ready = results.every(([, state]) => state === 'ok')
      reply.status(ready ? 200 : 503).header('cache-control', 'no-store')
      return { status: ready ? 'ready' : 'not ready', ...Object.fromEntries(results) }
    })
  },
  { name: 'health' },
)

import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Keyring } from '../keyring/keyring.ts'
import type { Journal } from '../ledger/journal.ts'
import { reasonOf } from '../store/store-error.ts'
import type { Store } from '../store/store.ts'

interface HealthOptions {
  store: Pick<Store, 'checkWritable'>
  keyring: Pick<Keyring, 'checkKeys'>
  journal: Pick<Journal, 'trouble'>
}

/** Probes for a monitor: `/healthz` says that the process runs, `/readyz` whether it can serve, and the reason if not. */
export const health = fp(
  async (app: FastifyInstance, { store, keyring, journal }: HealthOptions) => {
    const options = { logLevel: 'warn' } as const

    app.get('/healthz', options, async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      return { status: 'ok' }
    })

    app.get('/readyz', options, async (request, reply) => {
      const failed = (what: string) => (error: unknown) => {
        request.log.error({ err: error }, `Not ready: the check of the ${what} failed`)
        return error instanceof Error ? error : new Error(String(error))
      }
      const [storeError, keysError] = await Promise.all([
        store.checkWritable().then(() => null, failed('store')),
        keyring.checkKeys().then(() => null, failed('keys')),
      ])
      // The small write of the check can succeed on a full disk while the ledger's writes fail. The journal logs the cause.
      const reason = journal.trouble()?.message ?? (storeError && reasonOf(storeError))
      const isReady = reason === null && keysError === null
      reply.status(isReady ? 200 : 503).header('cache-control', 'no-store')
      return {
        status: isReady ? 'ready' : 'not ready',
        store: reason === null ? 'ok' : 'failing',
        keys: keysError === null ? 'ok' : 'failing',
        ...(reason !== null && { reason }),
      }
    })
  },
  { name: 'health' },
)

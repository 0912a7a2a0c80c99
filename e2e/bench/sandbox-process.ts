/** A process of its own with a sandbox of the size it is told, and beside it a bare Fastify route for any bytes. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { startSandbox } from '@gatehouse/sandbox'
import Fastify from 'fastify'

export interface WantedSandbox {
  pools: number
  desktops: number
}

export interface StartedSandbox {
  url: string
  bareUrl: string
  tenancyId: string
  user: { id: string; fingerprint: string; privateKeyPem: string }
  compartments: { id: string; name: string }[]
  /** Bytes, after a collection: of the process before it had a sandbox, and with it. */
  heap: { before: number; after: number }
  resident: number
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void // the flag above puts it there

function heapUsed() {
  collect()
  return process.memoryUsage().heapUsed
}

process.once('message', (size: WantedSandbox) => void start(size))

async function start(size: WantedSandbox) {
  const before = heapUsed()
  const sandbox = await startSandbox({ life: false, size })
  const user = sandbox.users.find(({ name }) => name === 'console')
  if (!user) throw new Error('The sandbox has no user named console')

  let bytes = ''
  const bare = Fastify({ bodyLimit: 8 * 1024 * 1024, routerOptions: { maxParamLength: 1024 } })
  bare.put('/bytes', (request, reply) => {
    bytes = JSON.stringify(request.body)
    return reply.code(204).send()
  })
  bare.get('*', (_, reply) => reply.type('application/json').send(bytes))

  const started: StartedSandbox = {
    url: sandbox.url,
    bareUrl: await bare.listen({ port: 0, host: '127.0.0.1' }),
    tenancyId: sandbox.tenancyId,
    user: { id: user.id, fingerprint: user.fingerprint, privateKeyPem: user.privateKeyPem() },
    compartments: sandbox.compartments,
    heap: { before, after: heapUsed() },
    resident: process.memoryUsage.rss(),
  }
  process.send?.(started)
}

/** A process of its own with a sandbox of the size it is told, and beside it a bare Fastify route for any bytes. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { startSandbox } from '@gatehouse/sandbox'
import type { StartOptions } from '@gatehouse/sandbox'
import Fastify from 'fastify'

export type WantedSandbox = Pick<StartOptions, 'size' | 'configDir'>

export interface StartedSandbox {
  url: string
  bareUrl: string
  tenancyId: string
  regions: string[]
  user: { id: string; fingerprint: string; privateKeyPem: string }
  compartments: { id: string; name: string }[]
  /** How much the world has, over all regions. */
  counts: { pools: number; desktops: number; accessRequests: number; workRequests: number }
  /** The OCI config file, if it was told where to write one. */
  configFile?: string
  startMs: number
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

process.once('disconnect', () => process.exit())
process.once('message', (wanted: WantedSandbox) => void start(wanted))

async function start(wanted: WantedSandbox) {
  const before = heapUsed()
  const startedAt = performance.now()
  const sandbox = await startSandbox({ life: false, ...wanted })
  const startMs = performance.now() - startedAt
  const user = sandbox.users.find(({ name }) => name === 'console')
  if (!user) throw new Error('The sandbox has no user named console')

  let bytes = ''
  const bare = Fastify({ bodyLimit: 8 * 1024 * 1024, routerOptions: { maxParamLength: 1024 } })
  bare.put('/bytes', (request, reply) => {
    bytes = JSON.stringify(request.body)
    return reply.code(204).send()
  })
  bare.get('*', (_, reply) => reply.type('application/json').send(bytes))

  const regions = [...sandbox.world.regions.values()]
  const sum = (of: (region: (typeof regions)[number]) => number) => regions.reduce((all, region) => all + of(region), 0)
  const started: StartedSandbox = {
    url: sandbox.url,
    bareUrl: await bare.listen({ port: 0, host: '127.0.0.1' }),
    tenancyId: sandbox.tenancyId,
    regions: sandbox.regions,
    user: { id: user.id, fingerprint: user.fingerprint, privateKeyPem: user.privateKeyPem() },
    compartments: sandbox.compartments,
    counts: {
      pools: sum(({ desktopPools }) => desktopPools.size),
      desktops: sum(({ desktops }) => desktops.size),
      accessRequests: sum((region) => region.accessRequests.size + region.delegatedResourceAccessRequests.size),
      workRequests: sum(({ workRequests }) => workRequests.size),
    },
    ...(sandbox.configFile && { configFile: sandbox.configFile }),
    startMs,
    heap: { before, after: heapUsed() },
    resident: process.memoryUsage.rss(),
  }
  process.send?.(started)
}

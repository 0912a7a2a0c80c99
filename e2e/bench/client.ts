import { fork } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { apiKeyPrincipal, createOciClient } from '@gatehouse/oci-client'
import { startSandbox } from '@gatehouse/sandbox'
import common from 'oci-common'
import desktops from 'oci-desktops'
import { paired, ratioText, throughput, throughputOfProcessor } from './statistics.ts'

const rounds = 7
const load = { calls: 600, inFlight: 32 }
/** Longer, since here a few hundredths matter. */
const longLoad = { calls: 2000, inFlight: 32 }

/**
 * Signed GETs of a page of ten pools, 32 in flight: ours against Oracle's client on the same server, and against nothing
 * but the RSA-2048 signatures that this machine can make.
 */
export async function benchClient() {
  const sandbox = await startSandbox({ port: 0, life: false })
  const user = sandbox.users.find(({ name }) => name === 'console')!
  const server = fork(join(import.meta.dirname, 'fixed-server.ts'))
  server.send(JSON.stringify({ items: [...sandbox.world.regions.values()].flatMap(tenPools) }))
  const [port] = (await once(server, 'message')) as [number]
  const endpoint = `http://127.0.0.1:${port}`

  const pem = user.privateKeyPem()
  const compartmentId = sandbox.tenancyId
  const ours = createOciClient({
    principal: apiKeyPrincipal({
      tenancyId: sandbox.tenancyId,
      userId: user.id,
      fingerprint: user.fingerprint,
      privateKey: pem,
    }),
    region: 'eu-frankfurt-1',
    endpoint,
    joinReads: false, // the same read again and again is the point here
  })
  const theirs = new desktops.DesktopServiceClient(
    {
      authenticationDetailsProvider: new common.SimpleAuthenticationDetailsProvider(
        sandbox.tenancyId,
        user.id,
        user.fingerprint,
        pem,
        null,
        common.Region.EU_FRANKFURT_1,
      ),
    },
    { circuitBreaker: new common.CircuitBreaker({ disableClientCircuitBreaker: true }) },
  )
  theirs.endpoint = endpoint

  const call = () => ours.call('desktops.listDesktopPools', { compartmentId })
  const signature = signing(pem)
  const result = await paired(
    () => throughput(call, load),
    () =>
      throughput(
        () => theirs.listDesktopPools({ compartmentId, retryConfiguration: common.NoRetryConfigurationDetails }),
        load,
      ),
    rounds,
  )
  const processor = await paired(
    () => throughputOfProcessor(call, longLoad),
    () => throughputOfProcessor(signature, longLoad),
    rounds,
  )
  const clock = await paired(
    () => throughput(call, longLoad),
    () => throughput(signature, longLoad),
    rounds,
  )
  await ours.close()
  theirs.close()
  server.kill()
  await sandbox.close()
  return [
    {
      name: 'Signed calls at 32 in flight, our client / Oracle’s',
      value: ratioText(result),
      aim: '≥ 2 ×',
      detail: `${result.a.toFixed(0)}/s against ${result.b.toFixed(0)}/s`,
    },
    {
      name: 'The same per second of the client’s processor time / signatures alone',
      value: ratioText(processor),
      aim: '≥ 0.85 ×',
      detail: `${(1000 / processor.a).toFixed(2)} ms a call, ${(1000 / processor.b).toFixed(2)} ms a signature`,
    },
    {
      name: 'The same by the clock / signatures alone',
      value: ratioText(clock),
      aim: '',
      detail: `${clock.a.toFixed(0)}/s against ${clock.b.toFixed(0)}/s; the server is on the same cores`,
    },
  ]
}

/** What a signature costs at the least: the same text each time, on the threads of the pool. */
function signing(privateKeyPem: string): () => Promise<Buffer> {
  const key = createPrivateKey(privateKeyPem)
  const text = Buffer.from('x-date: now\n(request-target): get /\nhost: localhost')
  return () =>
    new Promise((resolve, reject) => {
      sign('sha256', text, key, (error, signature) => (error ? reject(error) : resolve(signature)))
    })
}

const tenPools = (region: { desktopPools: { values(): Iterable<{ wire: object }> } }) =>
  [...region.desktopPools.values()].slice(0, 5).map((row) => row.wire)

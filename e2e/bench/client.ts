import { fork } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { apiKeyPrincipal, createOciClient } from '@gatehouse/oci-client'
import { startSandbox } from '@gatehouse/sandbox'
import { paired, ratioText, throughput, throughputOfProcessor } from './statistics.ts'

const rounds = 9
const load = { calls: 600, inFlight: 32 }
/** Longer, since here a few hundredths matter. */
const longLoad = { calls: 2000, inFlight: 32 }

interface Signing {
  tenancyId: string
  userId: string
  fingerprint: string
  privateKey: string
}

/**
 * Signed GETs of a page of ten pools, 32 in flight: ours against nothing but the RSA-2048 signatures that this machine can
 * make, and against Oracle's client on the same server.
 */
export async function benchClient() {
  const { signing, page } = await readPage()
  const server = fork(join(import.meta.dirname, 'fixed-server.ts'))
  server.send(page)
  const [port] = (await once(server, 'message')) as [number]
  const endpoint = `http://127.0.0.1:${port}`

  const compartmentId = signing.tenancyId
  // the same read again and again is the point here
  const ours = createOciClient({
    principal: apiKeyPrincipal(signing),
    region: 'eu-frankfurt-1',
    endpoint,
    joinReads: false,
  })
  const call = () => ours.call('desktops.listDesktopPools', { compartmentId })
  const signature = signatureBy(signing.privateKey)

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
  const theirs = await oracleClient(signing, endpoint)
  const against = await paired(
    () => throughput(call, load),
    () => throughput(() => theirs.list(compartmentId), load),
    rounds,
  )
  await ours.close()
  theirs.close()
  server.kill()
  return [
    {
      name: 'Signed calls at 32 in flight, our client / Oracle’s',
      value: ratioText(against),
      aim: '≥ 2 ×',
      detail: `${against.a.toFixed(0)}/s against ${against.b.toFixed(0)}/s`,
    },
    {
      name: 'Signed calls per second of the client’s processor time / signatures alone',
      value: ratioText(processor),
      aim: '≥ 0.85 ×',
      detail: `${(1000 / processor.a).toFixed(2)} ms a call, ${(1000 / processor.b).toFixed(2)} ms a signature`,
    },
    {
      name: 'Signed calls by the clock / signatures alone',
      value: ratioText(clock),
      aim: '',
      detail: `${clock.a.toFixed(0)}/s against ${clock.b.toFixed(0)}/s; the server that answers takes its part of the same cores`,
    },
  ]
}

/** A page as it comes from OCI, and somebody who can ask for it. */
async function readPage(): Promise<{ signing: Signing; page: string }> {
  const sandbox = await startSandbox({ port: 0, life: false })
  const { url, tenancyId, users, compartments } = sandbox
  const user = users.find(({ name }) => name === 'console')
  const compartment = compartments.find(({ name }) => name === 'desktops-engineering')
  if (!user || !compartment) throw new Error('The sandbox has other users or compartments than it had')
  const { id: userId, fingerprint } = user
  const signing = { tenancyId, userId, fingerprint, privateKey: user.privateKeyPem() }
  const client = createOciClient({ principal: apiKeyPrincipal(signing), region: 'eu-frankfurt-1', endpoint: url })
  const { body } = await client.call('desktops.listDesktopPools', { compartmentId: compartment.id })
  await client.close()
  await sandbox.close()
  const { items } = body
  return { signing, page: JSON.stringify({ items: Array.from({ length: 10 }, (_, at) => items[at % items.length]) }) }
}

/** What a signature costs at the least: the same text each time, on the threads of the pool. */
function signatureBy(privateKey: string): () => Promise<Buffer> {
  const key = createPrivateKey(privateKey)
  const text = Buffer.from('x-date: now\n(request-target): get /\nhost: localhost')
  return () =>
    new Promise((resolve, reject) => {
      sign('sha256', text, key, (error, signature) => (error ? reject(error) : resolve(signature)))
    })
}

/** Loaded only here, so that what it keeps in memory weighs on nothing but its own measurement. */
async function oracleClient({ tenancyId, userId, fingerprint, privateKey }: Signing, endpoint: string) {
  const { default: common } = await import('oci-common')
  const { default: desktops } = await import('oci-desktops')
  const client = new desktops.DesktopServiceClient(
    {
      authenticationDetailsProvider: new common.SimpleAuthenticationDetailsProvider(
        tenancyId,
        userId,
        fingerprint,
        privateKey,
        null,
        common.Region.EU_FRANKFURT_1,
      ),
    },
    { circuitBreaker: new common.CircuitBreaker({ disableClientCircuitBreaker: true }) },
  )
  client.endpoint = endpoint
  return {
    list: (compartmentId: string) =>
      client.listDesktopPools({ compartmentId, retryConfiguration: common.NoRetryConfigurationDetails }),
    close: () => client.close(),
  }
}

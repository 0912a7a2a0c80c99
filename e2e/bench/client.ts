import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createOciClient } from '@gatehouse/oci-client'
import { startSandbox } from '@gatehouse/sandbox'
import common from 'oci-common'
import desktops from 'oci-desktops'
import { apiKeyPrincipal } from '@gatehouse/oci-client'
import { paired, ratioText, throughput } from './statistics.ts'

const rounds = 7
const load = { calls: 600, inFlight: 32 }

/** Signed GETs of a page of ten pools, 32 in flight, ours against Oracle's client, on the same server. */
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

  const result = await paired(
    () => throughput(() => ours.call('desktops.listDesktopPools', { compartmentId }), load),
    () =>
      throughput(
        () => theirs.listDesktopPools({ compartmentId, retryConfiguration: common.NoRetryConfigurationDetails }),
        load,
      ),
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
  ]
}

const tenPools = (region: { desktopPools: { values(): Iterable<{ wire: object }> } }) =>
  [...region.desktopPools.values()].slice(0, 5).map((row) => row.wire)

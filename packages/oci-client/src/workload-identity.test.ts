import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { certificateFor } from './testing/certificate.ts'
import { failureOf } from './testing/client.ts'
import { folderWith } from './testing/files.ts'
import { issueToken, regionsSeenBy, sandboxForTest } from './testing/sandbox.ts'
import { workloadIdentity } from './workload-identity.ts'

/** What a pod of an OKE cluster finds: its files, and the service that gives tokens of OCI for its own. */
async function podForTest(issue: (publicKey: KeyObject, count: number) => Promise<string | number>) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const cert = certificateFor(publicKey, { subject: 'cluster', signedBy: privateKey, host: 'localhost' })
  const folder = await folderWith({ token: 'service-account-1\n', 'ca.crt': cert })
  const bearers: (string | undefined)[] = []
  const answerTo = async ({ url, method, headers }: IncomingMessage, body: Buffer) => {
    bearers.push(headers.authorization)
    const { podKey } = JSON.parse(String(body)) as { podKey: string } // or the test fails
    const key = createPublicKey({ key: Buffer.from(podKey, 'base64'), type: 'spki', format: 'der' })
    return url === '/resourcePrincipalSessionTokens' && method === 'POST' ? issue(key, bearers.length) : 404
  }
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const server = createServer({ key, cert }, (request, response) => {
    void buffer(request)
      .then((body) => answerTo(request, body))
      .then((answer) =>
        typeof answer === 'number'
          ? response.writeHead(answer).end()
          : response.end(Buffer.from(answer).toString('base64')),
      )
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  const [tokenFile, certificateFile] = [join(folder, 'token'), join(folder, 'ca.crt')]
  const environment = { KUBERNETES_SERVICE_HOST: 'localhost', KUBERNETES_SERVICE_PORT_PROXYMUX: String(port) }
  return { tokenFile, certificateFile, environment, bearers }
}

const answerWith = (token: string) => JSON.stringify({ token: `ST$${token}` })

describe('a workload identity', () => {
  test('is who its pod is', async () => {
    const sandbox = await sandboxForTest()
    const pod = await podForTest(async (key) => answerWith(await issueToken(sandbox, key, 60)))
    const principal = await workloadIdentity({
      ...pod,
      environment: { ...pod.environment, OCI_RESOURCE_PRINCIPAL_REGION: 'eu-frankfurt-1' },
    })
    expect(principal).toMatchObject({ region: 'eu-frankfurt-1', tenancyId: sandbox.tenancyId })
    expect(await regionsSeenBy(sandbox, principal)).toBeGreaterThan(1)
    expect(pod.bearers).toEqual(['Bearer service-account-1'])
  })

  test('gets another token before that one expires, with what the service account has by then', async () => {
    const sandbox = await sandboxForTest()
    const pod = await podForTest(async (key) => answerWith(await issueToken(sandbox, key, 5)))
    const principal = await workloadIdentity(pod)
    const keyId = await principal.keyId()
    await writeFile(pod.tokenFile, 'service-account-2')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 4.5 * 60_000 })
    onTestFinished(() => void vi.useRealTimers())
    await expect.poll(() => principal.keyId()).not.toBe(keyId)
    expect(pod.bearers).toEqual(['Bearer service-account-1', 'Bearer service-account-2'])
    vi.useRealTimers()
    expect(await regionsSeenBy(sandbox, principal)).toBeGreaterThan(1)
  })

  test('is asked for again when the cluster fails for a moment', async () => {
    const sandbox = await sandboxForTest()
    const pod = await podForTest(async (key, count) =>
      count < 3 ? 503 : answerWith(await issueToken(sandbox, key, 5)),
    )
    await workloadIdentity(pod)
    expect(pod.bearers).toHaveLength(3)
  })
})

describe('a workload identity that cannot be had says why', () => {
  test('outside of a cluster', async () => {
    expect((await failureOf(workloadIdentity({ environment: {} }))).message).toBe(
      'The workload identity is not available here: the environment has no KUBERNETES_SERVICE_HOST.',
    )
  })

  test('without a service account', async () => {
    const error = await failureOf(
      workloadIdentity({ environment: { KUBERNETES_SERVICE_HOST: 'localhost' }, tokenFile: '/nowhere/token' }),
    )
    expect(error.message).toBe('The file /nowhere/token, which the workload identity needs, does not exist.')
  })

  test.each<[string, string | number, string]>([
    ['refused', 403, 'The workload identity was refused a token by its cluster, with status 403.'],
    ['not JSON', 'ST$secret', 'The workload identity got an answer without a token from its cluster.'],
    ['no token', '{"secret":1}', 'The workload identity got an answer without a token from its cluster.'],
    ['a bad token', answerWith('a "secret"'), 'The workload identity was given a value that is not a token.'],
  ])('when the answer is %s', async (_, answer, message) => {
    const pod = await podForTest(() => Promise.resolve(answer))
    const error = await failureOf(workloadIdentity(pod))
    expect(error).toMatchObject({ kind: 'bad-profile', message })
    expect(inspect(error)).not.toContain('secret')
    expect(inspect(error)).not.toContain('service-account-1')
    expect(pod.bearers).toHaveLength(1)
  })

  test('when the cluster is not the one whose certificate it has', async () => {
    const pod = await podForTest(() => Promise.resolve(answerWith('never.seen.here')))
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const other = certificateFor(publicKey, { subject: 'other', signedBy: privateKey, host: 'localhost' })
    await writeFile(pod.certificateFile, other)
    const error = await failureOf(workloadIdentity(pod))
    expect(error.message).toBe('The workload identity got no token.')
    expect(pod.bearers).toEqual([])
  })
})

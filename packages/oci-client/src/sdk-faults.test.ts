import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { OperationId, OperationInput } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import { OkeWorkloadIdentityAuthenticationDetailsProvider } from 'oci-common'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createOciClient } from './client.ts'
import { certificateFor } from './testing/certificate.ts'
import { folderWith } from './testing/files.ts'
import { principal, publicKey } from './testing/keys.ts'
import { callWithSdk, inputForSdk } from './testing/sdk.ts'
import { sendJson, serverForTest } from './testing/server.ts'
import { isSignedBy } from './testing/signature.ts'
import { workloadIdentity } from './workload-identity.ts'

/**
 * Where Oracle's SDK 2.139.1 is wrong, mostly on the wire, and we differ on purpose. Each test says both what it does and what
 * we do; one that fails after an update of the SDK is good news.
 */
async function bothSend<Id extends OperationId>(id: Id, input: OperationInput<Id>) {
  const server = await serverForTest((response) => sendJson(response, 200, { items: [] }))
  const client = createOciClient({ principal, endpoint: server.url, retry: false })
  onTestFinished(() => client.close())
  await client.call(id, input)
  await callWithSdk(server.url, operations[id], inputForSdk(operations[id], { ...input }))
  const [ours, theirs] = server.requests
  if (!ours || !theirs) throw new Error('A request is missing')
  return { ours, theirs }
}

const queryOf = ({ target }: { target: string }) => [...new URL(target, 'http://oci.test').searchParams]

describe('a query value', () => {
  test('with an ampersand becomes another parameter, which may name another compartment', async () => {
    const { ours, theirs } = await bothSend('desktops.listDesktops', {
      compartmentId: 'allowed',
      displayName: 'x&compartmentId=other',
    })
    expect(queryOf(theirs)).toEqual([
      ['displayName', 'x'],
      ['compartmentId', 'other'],
      ['compartmentId', 'allowed'],
    ])
    expect(isSignedBy(publicKey, theirs)).toBe(true)
    expect(queryOf(ours)).toEqual([
      ['displayName', 'x&compartmentId=other'],
      ['compartmentId', 'allowed'],
    ])
  })

  test('with a number sign swallows every parameter after it', async () => {
    const { ours, theirs } = await bothSend('desktops.listDesktops', { compartmentId: 'allowed', displayName: 'x#y' })
    expect(queryOf(theirs)).toEqual([['displayName', 'x']])
    expect(queryOf(ours)).toEqual([
      ['displayName', 'x#y'],
      ['compartmentId', 'allowed'],
    ])
  })

  test('with a plus arrives with a space', async () => {
    const { ours, theirs } = await bothSend('desktops.listDesktops', { compartmentId: 'allowed', displayName: 'a+b' })
    expect(queryOf(theirs)[0]).toEqual(['displayName', 'a b'])
    expect(queryOf(ours)[0]).toEqual(['displayName', 'a+b'])
  })

  test('with a percent sign arrives malformed', async () => {
    const { ours, theirs } = await bothSend('desktops.listDesktops', { compartmentId: 'allowed', displayName: '50%' })
    expect(theirs.target).toContain('displayName=50%&')
    expect(ours.target).toContain('displayName=50%25&')
  })

  test.each(['é', '日本', '🙂'])('with %s is not the one that was signed', async (displayName) => {
    const { ours, theirs } = await bothSend('desktops.listDesktops', { compartmentId: 'allowed', displayName })
    expect(isSignedBy(publicKey, theirs)).toBe(false)
    expect(isSignedBy(publicKey, ours)).toBe(true)
    expect(queryOf(ours)[0]).toEqual(['displayName', displayName])
  })

  test('that is empty is left out, as if it had not been asked for', async () => {
    const { ours, theirs } = await bothSend('desktops.listDesktops', { compartmentId: 'allowed', displayName: '' })
    expect(queryOf(theirs)).toEqual([['compartmentId', 'allowed']])
    expect(queryOf(ours)[0]).toEqual(['displayName', ''])
  })

  test('that is a date is local time stamped as UTC, without milliseconds or a padded hour', async () => {
    const timeStart = new Date(2026, 0, 2, 5, 6, 7, 89)
    const { ours, theirs } = await bothSend('operator-access-control.listAccessRequests', {
      compartmentId: 'allowed',
      timeStart,
    })
    expect(queryOf(theirs)).toContainEqual(['timeStart', '2026-01-02T5:06:07Z'])
    expect(queryOf(ours)).toContainEqual(['timeStart', timeStart.toISOString()])
  })
})

test('a body of no members is not sent at all', async () => {
  const { ours, theirs } = await bothSend('desktops.updateDesktop', { desktopId: 'a', body: {} })
  expect(theirs.body.toString()).toBe('')
  expect(ours.body.toString()).toBe('{}')
})

test('a cluster whose certificate is its own is not trusted, though the certificate is given', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const cert = certificateFor(publicKey, { subject: 'cluster', signedBy: privateKey, host: 'localhost' })
  const folder = await folderWith({ 'ca.crt': cert, token: 'service-account' })
  const server = createServer({ key: privateKey.export({ type: 'pkcs8', format: 'pem' }), cert }, (_, response) => {
    response.writeHead(403).end()
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    vi.unstubAllEnvs()
  })
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  vi.stubEnv('KUBERNETES_SERVICE_HOST', 'localhost')
  vi.stubEnv('KUBERNETES_SERVICE_PORT_PROXYMUX', String(port))

  const [certificateFile, tokenFile] = [join(folder, 'ca.crt'), join(folder, 'token')]
  const theirs = OkeWorkloadIdentityAuthenticationDetailsProvider.builder(certificateFile, tokenFile)
  await expect(theirs.getKeyId()).rejects.toThrow('fetch failed')
  // refused only once it is heard
  await expect(workloadIdentity({ certificateFile, tokenFile })).rejects.toMatchObject({ status: 403 })
})

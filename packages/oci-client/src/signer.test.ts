import { describe, expect, onTestFinished, test } from 'vitest'
import { createOciClient } from './client.ts'
import type { RequestToSign, Signer } from './signer.ts'
import { principalSigner } from './signer.ts'
import { failureOf } from './testing/client.ts'
import { principal, publicKey } from './testing/keys.ts'
import { sendJson, serverForTest } from './testing/server.ts'
import { isSignedBy } from './testing/signature.ts'

async function clientSignedBy(signer: Signer) {
  const server = await serverForTest((response) => sendJson(response, 200, {}))
  const client = createOciClient({ signer, endpoint: `${server.url}/prefix`, retry: false })
  onTestFinished(() => client.close())
  return { server, client }
}

describe('a signer of its own', () => {
  test('gives the headers, for the request as it will be sent', async () => {
    const seen: RequestToSign[] = []
    const { client, server } = await clientSignedBy((request) => {
      seen.push(request)
      return { authorization: 'Bearer of-its-own', 'x-date': 'today' }
    })
    await client.call('desktops.updateDesktop', { desktopId: 'a b', body: { displayName: 'é' }, opcRequestId: 'mine' })
    await client.call('desktops.startDesktop', { desktopId: 'a', opcRequestId: 'mine' })
    const [put, post] = server.requests
    expect(put?.headers).toMatchObject({
      authorization: 'Bearer of-its-own',
      'x-date': 'today',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength('{"displayName":"é"}')),
    })
    expect(post?.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '0' })
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      host: new URL(server.url).host,
      target: '/prefix/20220618/desktops/a%20b',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'opc-request-id': 'mine' },
      body: Buffer.from('{"displayName":"é"}'),
    })
    expect(put?.target).toBe(seen[0]?.target)
  })

  test('may be that of a principal with something on top', async () => {
    const signAsPrincipal = principalSigner(principal)
    const { client, server } = await clientSignedBy(async (request) => ({
      ...(await signAsPrincipal(request)),
      'opc-obo-token': 'delegated',
    }))
    await client.call('desktops.getDesktop', { desktopId: 'a' })
    expect(server.requests[0]?.headers['opc-obo-token']).toBe('delegated')
    expect(server.requests.map((request) => isSignedBy(publicKey, request))).toEqual([true])
  })

  test('that fails makes the call fail, and nothing is sent', async () => {
    const { client, server } = await clientSignedBy(() => {
      throw new Error('The vault is sealed')
    })
    expect(await failureOf(client.call('desktops.getDesktop', { desktopId: 'a' }))).toMatchObject({
      kind: 'bad-profile',
      message: 'desktops.getDesktop could not be signed.',
      cause: expect.objectContaining({ message: 'The vault is sealed' }),
    })
    expect(server.requests).toEqual([])
  })

  test('that gives what is no header makes the call fail without showing it', async () => {
    const { client, server } = await clientSignedBy(() => ({ authorization: 'secret\r\nx: y' }))
    const error = await failureOf(client.call('desktops.getDesktop', { desktopId: 'a' }))
    expect(error).toMatchObject({
      kind: 'bad-profile',
      message: 'desktops.getDesktop was not sent: its signer or its user agent is not fit for a header.',
    })
    expect(error.cause).toBeUndefined()
    expect(server.requests).toEqual([])
  })
})

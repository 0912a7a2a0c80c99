import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOciClient } from './client.ts'
import { signedHeaders } from './sign.ts'
import { fingerprint, principal, privateKey, publicKey, tenancyId, userId } from './testing/keys.ts'
import { sendJson, serverForTest } from './testing/server.ts'
import { isSignedBy, readSignature } from './testing/signature.ts'

const dateMs = Date.UTC(2026, 0, 2, 3, 4, 5, 678)
const get = { method: 'GET', host: 'oci.test', target: '/20220618/desktops?a=b', body: undefined }

describe('signing a request', () => {
  test('a GET signs date, target and host, in this order', async () => {
    const headers = await signedHeaders(get, 'key', privateKey, dateMs)
    expect(headers).toEqual({
      'x-date': 'Fri, 02 Jan 2026 03:04:05 GMT',
      host: 'oci.test',
      authorization: expect.stringMatching(
        /^Signature version="1",keyId="key",algorithm="rsa-sha256",headers="x-date \(request-target\) host",signature="[A-Za-z0-9+/]{342}=="$/,
      ),
    })
  })

  test.each(['POST', 'PUT', 'PATCH'])('a %s signs its body too', async (method) => {
    const headers = await signedHeaders({ ...get, method, body: Buffer.from('{"a":"é"}') }, 'key', privateKey, dateMs)
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '10' })
    expect(headers['authorization']).toContain(
      'headers="x-date (request-target) host content-type content-length x-content-sha256"',
    )
  })

  test('a POST without body signs the hash of nothing', async () => {
    const headers = await signedHeaders({ ...get, method: 'POST' }, 'key', privateKey, dateMs)
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': '0',
      'x-content-sha256': '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    })
  })

  test('the same request at the same time has the same signature, and at another time another', async () => {
    const [first, again, later] = await Promise.all([
      signedHeaders(get, 'key', privateKey, dateMs),
      signedHeaders(get, 'key', privateKey, dateMs),
      signedHeaders(get, 'key', privateKey, Date.UTC(2026, 0, 2, 3, 4, 6)),
    ])
    expect(again).toEqual(first)
    expect(later['authorization']).not.toBe(first['authorization'])
  })
})

test('an independent reader of the signature accepts every signed request, and no other', async () => {
  const visible = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) })
  const requests = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    host: fc.webAuthority({ withPort: true }),
    target: visible.map((text) => `/${text}`),
    body: fc.option(
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      { nil: undefined },
    ),
    dateMs: fc.integer({ min: 0, max: Date.UTC(9999, 0) }),
  })
  await fc.assert(
    fc.asyncProperty(requests, async ({ dateMs, ...request }) => {
      const headers = await signedHeaders(request, 'key', privateKey, dateMs)
      const received = { ...request, headers, body: request.body ?? Buffer.alloc(0) }
      expect(isSignedBy(publicKey, received)).toBe(true)
      expect(Date.parse(headers['x-date'] ?? '')).toBe(dateMs - (dateMs % 1000))
      expect(isSignedBy(publicKey, { ...received, target: `${request.target}&a` })).toBe(false)
      expect(isSignedBy(publicKey, { ...received, headers: { ...headers, host: 'elsewhere.test' } })).toBe(false)
      const other = { ...received, body: Buffer.concat([received.body, Buffer.from(' ')]) }
      expect(isSignedBy(publicKey, other)).toBe(request.method === 'GET' || request.method === 'DELETE')
    }),
    { numRuns: 200 },
  )
})

describe('what arrives at the server is what was signed', () => {
  test.each([
    ['a GET', 'desktops.listDesktops', { compartmentId: 'ocid1.a', displayName: 'café 日本 & + % #' }],
    ['a DELETE', 'desktops.deleteDesktop', { desktopId: 'ocid1/..', ifMatch: '"etag"' }],
    ['a PUT with a body', 'desktops.updateDesktop', { desktopId: 'ocid1', body: { displayName: 'Bürö 日本' } }],
    ['a POST without body', 'desktops.startDesktop', { desktopId: 'ocid1' }],
  ] as const)('%s', async (_, operation, input) => {
    const server = await serverForTest((response) => sendJson(response, 200, { items: [] }))
    const client = createOciClient({ principal, endpoint: `${server.url}/eu-frankfurt-1` })
    await client.call(operation, input)
    await client.close()
    expect(server.requests.map((request) => isSignedBy(publicKey, request))).toEqual([true])
    expect(server.requests.map(readSignature)[0]).toMatchObject({
      scheme: 'Signature',
      version: '1',
      algorithm: 'rsa-sha256',
      keyId: `${tenancyId}/${userId}/${fingerprint}`,
    })
  })
})

import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestCall, TestClient } from '../testing-client.ts'
import { createTestClient, signedHeaders } from '../testing-client.ts'

const regions = '/20160918/regions'
const minuteMs = 60_000

let sandbox: Sandbox
let call: TestClient

beforeAll(async () => {
  sandbox = await startSandbox({ life: false })
  call = createTestClient(sandbox)
})
afterAll(() => sandbox.close())

/** Passes the signature: what comes back is about the pool that is not there. */
const stopPool = () => ({
  method: 'POST' as const,
  path: `/20220618/desktopPools/${sandbox.tenancyId}/actions/stop`,
})

describe.each(['typescript', 'python'] as const)('a call signed the way the %s SDK does', (dialect) => {
  test('may read', async () => {
    expect(await call({ path: regions, dialect })).toMatchObject({ status: 200 })
  })

  test('may send an empty body', async () => {
    expect((await call({ ...stopPool(), dialect })).status).not.toBe(401)
  })

  test('may send text beyond ASCII in its body and its query', async () => {
    expect((await call({ ...stopPool(), dialect, body: { note: 'größer 日本' } })).status).not.toBe(401)
    const query = `compartmentId=${sandbox.tenancyId}&name=${encodeURIComponent('grün & blau')}`
    expect(await call({ path: `/20160918/compartments?${query}`, dialect })).toMatchObject({ status: 200, body: [] })
  })

  test('may be sent to a region of its own', async () => {
    expect(await call({ path: regions, dialect, region: 'us-ashburn-1' })).toMatchObject({ status: 200 })
  })
})

const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })

const late = (ms: number) => new Date(Date.now() + ms).toUTCString()

const wrongReads: Record<string, TestCall['faulty']> = {
  'no Authorization header': { authorization: () => undefined },
  'another scheme': { authorization: () => 'Basic dXNlcjpwYXNz' },
  'half a header': { authorization: (header) => header.slice(0, 60) },
  'a part given twice': { authorization: (header) => `${header},version="1"` },
  'no signature': { authorization: (header) => header.replace(/signature="[^"]*",/, '') },
  'an empty signature': { authorization: (header) => header.replace(/signature="[^"]*"/, 'signature=""') },
  'another version': { authorization: (header) => header.replace('version="1"', 'version="2"') },
  'another algorithm': { authorization: (header) => header.replace('rsa-sha256', 'hmac-sha256') },
  'headers in another order than signed': {
    authorization: (header) => header.replace('date (request-target) host', 'host date (request-target)'),
  },
  'a header listed twice': { authorization: (header) => header.replace('host"', 'host host"') },
  'a header that was not sent': { authorization: (header) => header.replace('host"', 'host x-missing"') },
  'the date unsigned': { unsigned: ['date'] },
  'the host unsigned': { unsigned: ['host'] },
  'the target unsigned': { unsigned: ['(request-target)'] },
  'a clock six minutes slow': { date: late(-6 * minuteMs) },
  'a clock six minutes fast': { date: late(6 * minuteMs) },
  'a date in another form': { date: new Date().toISOString() },
  'a date that is none': { date: 'Sun, 99 Nov 2026 10:00:00 GMT' },
  'the key of somebody else': { privateKey: otherKey },
  'a token that was never issued': { keyId: 'ST$eyJhbGciOiJSUzI1NiJ9.e30.c2ln' },
  'a keyId that is none': { keyId: 'me' },
}

test.each(Object.entries(wrongReads))('%s is refused with 401 in the form of OCI', async (_name, faulty) => {
  const answer = await call({ path: regions, ...(faulty ? { faulty } : {}) })
  expect(answer.status).toBe(401)
  expect(answer.body).toEqual({ code: 'NotAuthenticated', message: expect.stringMatching(/^[A-Z].{15}/) })
  expect(answer.headers.get('opc-request-id')).toMatch(/^[0-9A-F]{32}(\/[0-9A-F]{32}){2}$/)
})

test.each(['x-content-sha256', 'content-type', 'content-length'])(
  'a call with a body must sign its %s',
  async (name) => {
    const answer = await call({ ...stopPool(), faulty: { unsigned: [name] } })
    expect(answer).toMatchObject({ status: 401, body: { message: expect.stringContaining(name) } })
  },
)

test('a body that is not the one that was hashed is refused', async () => {
  const answer = await call({ ...stopPool(), body: '{"a":1}', faulty: { bodyThatIsHashed: '{"a":2}' } })
  expect(answer).toMatchObject({ status: 401, body: { message: expect.stringContaining('x-content-sha256') } })
})

test('a fingerprint, a user or a tenancy that does not belong to the key is refused', async () => {
  const [first, second] = sandbox.users
  const wrong = [
    `${sandbox.tenancyId}/${first!.id}/${second!.fingerprint}`,
    `${sandbox.tenancyId}/${second!.id}/${first!.fingerprint}`,
    `${first!.id}/${first!.id}/${first!.fingerprint}`,
  ]
  for (const keyId of wrong) expect(await call({ path: regions, faulty: { keyId } })).toMatchObject({ status: 401 })
})

test('a query changed after signing is refused', async () => {
  const { url } = sandbox
  const signed = `${url}/20160918/compartments?compartmentId=${sandbox.tenancyId}`
  const headers = signedHeaders(sandbox, {}, 'GET', new URL(signed), '')
  expect((await fetch(signed, { headers })).status).toBe(200)
  expect((await fetch(`${signed}&name=platform`, { headers })).status).toBe(401)
})

test.each([-4, 4])('a clock %i minutes off is still good', async (minutes) => {
  expect(await call({ path: regions, faulty: { date: late(minutes * minuteMs) } })).toMatchObject({ status: 200 })
})

test('moving the time of the sandbox does not make signatures old', async () => {
  await sandbox.control.advance(2 * 3_600_000)
  expect(await call(regions)).toMatchObject({ status: 200 })
})

import { generateKeyPairSync } from 'node:crypto'
import { operationIds, operations } from '@gatehouse/oci-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IssuedToken, Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestCall, TestClient } from '../testing-client.ts'
import { createTestClient, signedHeaders } from '../testing-client.ts'
import { onTheWire, plainInput } from './inputs.ts'
import { likelyValues } from './likely.ts'

let sandbox: Sandbox
let call: TestClient
let good: IssuedToken
let expired: IssuedToken

beforeAll(async () => {
  sandbox = await startSandbox({ life: false, size: { pools: 8, desktops: 20 } })
  call = createTestClient(sandbox)
  good = await sandbox.control.issueToken({ user: 'administrator' })
  expired = await sandbox.control.issueToken({ user: 'administrator', minutes: -1 })
})
afterAll(() => sandbox.close())

/** The operation with nothing wrong in its input. */
function plainCall(id: (typeof operationIds)[number]): TestCall {
  const operation = operations[id]
  const { method, target, body } = onTheWire(
    operation,
    plainInput(operation, likelyValues(sandbox.world, operation.service)),
  )
  return { method, path: target, user: 'administrator', ...(body === undefined ? {} : { body }) }
}

const notAuthenticated = { status: 401, body: { code: 'NotAuthenticated', message: expect.stringMatching(/\w.{15}/) } }
const stranger = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey

describe.each(operationIds)('%s', (id) => {
  test('is done for nobody who does not sign, or signs with the key of somebody else', async () => {
    const plain = plainCall(id)
    expect(await call({ ...plain, faulty: { authorization: () => undefined } })).toMatchObject(notAuthenticated)
    expect(await call({ ...plain, faulty: { privateKey: stranger } })).toMatchObject(notAuthenticated)
  })

  test('is done for whoever has a session token of the sandbox, as long as it is good', async () => {
    const plain = plainCall(id)
    const withToken = ({ keyId, privateKeyPem }: IssuedToken) => ({ keyId, privateKey: privateKeyPem! })
    expect((await call({ ...plain, faulty: withToken(good) })).status).not.toBe(401)
    expect(await call({ ...plain, faulty: withToken(expired) })).toMatchObject(notAuthenticated)
    const foreign = { keyId: `${good.keyId}x`, privateKey: good.privateKeyPem! }
    expect(await call({ ...plain, faulty: foreign })).toMatchObject(notAuthenticated)
    expect(await call({ ...plain, faulty: { keyId: good.keyId } })).toMatchObject(notAuthenticated)
  })
})

test('a wrong signature is told before anything else that is wrong', async () => {
  const wrong = { path: '/20220618/desktopPools/pool?colour=red', faulty: { privateKey: stranger } }
  expect(await call(wrong)).toMatchObject(notAuthenticated)
})

test('headers may be signed in any order', async () => {
  const path = `/20220618/desktopPools/${sandbox.tenancyId}/actions/stop`
  const url = new URL(sandbox.url + path)
  for (const order of [3, 1, 4, 0, 5, 2].map((_, start, all) => [...all.slice(start), ...all.slice(0, start)])) {
    const headers = signedHeaders(sandbox, { order }, 'POST', url, '')
    const response = await fetch(url, { method: 'POST', headers })
    expect(response.status).toBe(404)
  }
})

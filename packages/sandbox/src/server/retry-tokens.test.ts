import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestCall, TestClient } from '../testing-client.ts'
import { createTestClient } from '../testing-client.ts'

let sandbox: Sandbox
let call: TestClient
let compartmentId: string

beforeEach(async () => {
  sandbox = await startSandbox({ life: false })
  call = createTestClient(sandbox)
  compartmentId = sandbox.compartments.find(({ name }) => name === 'sandbox-lab')!.id
})
afterEach(() => sandbox.close())

const controls = '/20200630/operatorControls'

const create = (token: string, name = 'control', more: Partial<TestCall> = {}): TestCall => ({
  method: 'POST',
  path: controls,
  body: {
    operatorControlName: name,
    approverGroupsList: [sandbox.world.groups.get('access-approvers')],
    isFullyPreApproved: false,
    resourceType: 'EXADATAINFRASTRUCTURE',
    compartmentId,
  },
  headers: { 'opc-retry-token': token },
  ...more,
})

const count = async () => (await call(`${controls}?compartmentId=${compartmentId}`)).body.items.length

test('the same call with the same token gives the first result, and has one effect', async () => {
  const first = await call(create('token'))
  const second = await call(create('token'))
  expect(first.status).toBe(200)
  expect([second.status, second.body, second.headers.get('etag')]).toEqual([200, first.body, first.headers.get('etag')])
  expect(second.headers.get('opc-request-id')).not.toBe(first.headers.get('opc-request-id'))
  expect(await count()).toBe(1)
})

test('two calls at once with one token have one effect', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => call(create('token'))))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await count()).toBe(1)
})

test('another request with the same token is refused', async () => {
  await call(create('token'))
  expect(await call(create('token', 'another'))).toMatchObject({
    status: 409,
    body: { code: 'InvalidatedRetryToken' },
  })
  expect(await count()).toBe(1)
})

test('another user, region or operation may use the same token', async () => {
  await call(create('token'))
  const others = [
    create('token', 'by the administrator', { user: 'administrator' }),
    create('token', 'elsewhere', { region: 'us-ashburn-1' }),
  ]
  for (const other of others) expect(await call(other)).toMatchObject({ status: 200 })
})

test('after 24 hours the token is forgotten', async () => {
  await call(create('token'))
  await sandbox.control.advance(24 * 3_600_000 + 1000)
  expect(await call(create('token', 'another'))).toMatchObject({ status: 200 })
})

test('once the thing that was made is deleted, its token is no longer good', async () => {
  const { body } = await call(create('token'))
  expect(await call({ method: 'DELETE', path: `${controls}/${body.id}` })).toMatchObject({ status: 204 })
  expect(await call(create('token'))).toMatchObject({ status: 409, body: { code: 'InvalidatedRetryToken' } })
})

test('a call that was refused is not remembered', async () => {
  const wrong = create('token', 'control', { body: {} })
  expect(await call(wrong)).toMatchObject({ status: 400 })
  expect(await call(create('token'))).toMatchObject({ status: 200 })
})

test('a connection cut after the effect is healed by trying again with the same token', async () => {
  await sandbox.control.faults.set({
    operation: 'operator-access-control.createOperatorControl',
    times: 1,
    break: 'cut',
    afterEffect: true,
  })
  await expect(call(create('token'))).rejects.toThrow('fetch failed')
  expect(await count()).toBe(1)
  expect(await call(create('token'))).toMatchObject({ status: 200 })
  expect(await count()).toBe(1)
})

test.each(['', 'x'.repeat(65)])('a token must have 1 to 64 characters', async (token) => {
  expect(await call(create(token))).toMatchObject({ status: 400, body: { code: 'InvalidParameter' } })
})

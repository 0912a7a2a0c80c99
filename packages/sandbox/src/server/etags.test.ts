import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestClient } from '../testing-client.ts'
import { createTestClient } from '../testing-client.ts'

let sandbox: Sandbox
let call: TestClient

beforeAll(async () => {
  sandbox = await startSandbox({ life: false })
  call = createTestClient(sandbox)
})
afterAll(() => sandbox.close())

const cancel = (path: string, etag: string) => call({ method: 'DELETE', path, headers: { 'if-match': etag } })

test('a change is refused with 412 when the thing has changed since its etag was read', async () => {
  const { id } = await sandbox.control.createWorkRequest({ service: 'desktops' })
  const path = `/20220618/workRequests/${id}`
  const before = (await call(path)).headers.get('etag')!
  await sandbox.control.finishWorkRequest(id, 'SUCCEEDED')
  const after = (await call(path)).headers.get('etag')!
  expect(after).not.toBe(before)
  expect(await cancel(path, before)).toMatchObject({ status: 412, body: { code: 'NoEtagMatch' } })
  // with the right one it is the state that refuses
  expect(await cancel(path, after)).toMatchObject({ status: 409, body: { code: 'IncorrectState' } })
})

test.each(['*', '"etag"', 'etag'])('if-match may be %s', async (form) => {
  const { id } = await sandbox.control.createWorkRequest({ service: 'desktops' })
  const path = `/20220618/workRequests/${id}`
  const etag = (await call(path)).headers.get('etag')!
  expect(await cancel(path, form.replace('etag', etag))).toMatchObject({ status: 202, text: '' })
})

test('an etag comes only with the operations that declare one', async () => {
  const compartment = `/20160918/compartments/${sandbox.compartments[0]!.id}`
  expect((await call(compartment)).headers.get('etag')).toMatch(/^[a-z0-9]{8}/)
  expect((await call(`/20160918/tenancies/${sandbox.tenancyId}`)).headers.has('etag')).toBe(false)
})

test('a work request of Delegate Access Control says when to look again, until it has ended', async () => {
  const { id } = await sandbox.control.createWorkRequest({ service: 'delegate-access-control' })
  const path = `/20230801/workRequests/${id}`
  expect((await call(path)).headers.get('retry-after')).toBe('2')
  await sandbox.control.finishWorkRequest(id, 'FAILED')
  expect((await call(path)).headers.has('retry-after')).toBe(false)
})

test('the work request of one service is unknown to the other, and to the other region', async () => {
  const { id } = await sandbox.control.createWorkRequest({ service: 'desktops' })
  expect(await call(`/20230801/workRequests/${id}`)).toMatchObject({ status: 404 })
  expect(await call({ path: `/20220618/workRequests/${id}`, region: 'us-ashburn-1' })).toMatchObject({ status: 404 })
  expect(await call({ path: `/20220618/workRequests/${id}`, region: 'eu-frankfurt-1' })).toMatchObject({ status: 200 })
})

test('what lies in a compartment out of sight answers as if it were not there', async () => {
  const { id } = await sandbox.control.createWorkRequest({ service: 'desktops', compartment: 'sandbox-lab' })
  const path = `/20220618/workRequests/${id}`
  expect(await call({ path, user: 'restricted' })).toMatchObject({
    status: 404,
    body: { code: 'NotAuthorizedOrNotFound' },
  })
})

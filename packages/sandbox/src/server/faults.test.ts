import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestClient } from '../testing-client.ts'
import { createTestClient } from '../testing-client.ts'

let sandbox: Sandbox
let call: TestClient

beforeEach(async () => {
  sandbox = await startSandbox({ life: false })
  call = createTestClient(sandbox)
})
afterEach(() => sandbox.close())

const regions = '/20160918/regions'
const tenancy = () => `/20160918/tenancies/${sandbox.tenancyId}`

test.each([
  [429, 'TooManyRequests'],
  [500, 'InternalServerError'],
  [503, 'ServiceUnavailable'],
])('an operation fails with %s as often as asked, and no other does', async (status, code) => {
  await sandbox.control.faults.set({ operation: 'identity.listRegions', times: 2, status, retryAfterSeconds: 3 })
  expect(await call(tenancy())).toMatchObject({ status: 200 })
  for (const _ of [1, 2]) {
    const answer = await call(regions)
    expect(answer).toMatchObject({ status, body: { code, message: expect.any(String) } })
    expect(answer.headers.get('retry-after')).toBe('3')
    expect(answer.headers.get('opc-request-id')).toBeTruthy()
  }
  expect(await call(regions)).toMatchObject({ status: 200 })
})

test('* means every operation, until it is cleared', async () => {
  const { id } = await sandbox.control.faults.set({ operation: '*', status: 503 })
  expect([(await call(regions)).status, (await call(tenancy())).status]).toEqual([503, 503])
  await sandbox.control.faults.clear(id)
  expect([(await call(regions)).status, (await call(tenancy())).status]).toEqual([200, 200])
})

test('a code and a message may be chosen', async () => {
  await sandbox.control.faults.set({ operation: '*', status: 500, code: 'OutOfCapacity', message: 'No host is free' })
  expect((await call(regions)).body).toEqual({ code: 'OutOfCapacity', message: 'No host is free' })
})

test('a share of the calls fails', async () => {
  await sandbox.control.faults.set({ operation: '*', status: 503, probability: 0.5 })
  const statuses: number[] = []
  for (let made = 0; made < 60; made++) statuses.push((await call(regions)).status)
  const failed = statuses.filter((status) => status === 503).length
  expect(failed).toBeGreaterThan(10)
  expect(failed).toBeLessThan(50)
})

test('a call is answered late', async () => {
  await sandbox.control.faults.set({ operation: '*', times: 1, delayMs: 150 })
  const began = performance.now()
  expect(await call(regions)).toMatchObject({ status: 200 })
  expect(performance.now() - began).toBeGreaterThan(140)
})

test('a connection is cut without an answer', async () => {
  await sandbox.control.faults.set({ operation: '*', times: 1, break: 'cut' })
  await expect(call(regions)).rejects.toThrow('fetch failed')
  expect(await call(regions)).toMatchObject({ status: 200 })
})

test('an answer is half a body, or a page of something in between', async () => {
  await sandbox.control.faults.set({ operation: '*', times: 1, break: 'garbage' })
  await sandbox.control.faults.set({ operation: '*', times: 1, break: 'html' })
  const garbage = await call(regions)
  expect([garbage.status, garbage.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  expect(() => JSON.parse(garbage.text)).toThrow()
  const html = await call(regions)
  expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html'])
})

test('a captive portal answers with a page of its own, and without the request id of OCI', async () => {
  await sandbox.control.faults.set({ operation: '*', times: 1, break: 'portal' })
  const portal = await call(regions)
  expect([portal.status, portal.headers.get('content-type')]).toEqual([200, 'text/html'])
  expect(portal.headers.get('opc-request-id')).toBeNull()
})

test.each([
  ['before', false, 'IN_PROGRESS'],
  ['after', true, 'CANCELED'],
])('a call fails %s its effect', async (_when, afterEffect, status) => {
  const { id } = await sandbox.control.createWorkRequest({ service: 'desktops' })
  const path = `/20220618/workRequests/${id}`
  await sandbox.control.faults.set({ operation: 'desktops.cancelWorkRequest', times: 1, status: 500, afterEffect })
  expect(await call({ method: 'DELETE', path })).toMatchObject({ status: 500 })
  expect((await call(path)).body.status).toBe(status)
})

test('a fault may be about one thing only', async () => {
  const [one, other] = [
    await sandbox.control.createWorkRequest({ service: 'desktops' }),
    await sandbox.control.createWorkRequest({ service: 'desktops' }),
  ]
  await sandbox.control.faults.set({ operation: '*', resourceId: one.id, status: 503 })
  expect(await call(`/20220618/workRequests/${one.id}/logs`)).toMatchObject({ status: 503 })
  expect(await call(`/20220618/workRequests/${other.id}/logs`)).toMatchObject({ status: 200 })
})

test('a fault may be about one place only: a compartment of one service in one region', async () => {
  const idOf = (name: string) => sandbox.compartments.find((one) => one.name === name)!.id
  const [slow, sound] = [idOf('desktops-finance'), idOf('desktops-engineering')]
  await sandbox.control.faults.set({
    operation: 'desktops.*',
    compartmentId: slow,
    region: 'us-ashburn-1',
    status: 503,
  })
  const list = (service: string, compartmentId: string, region: string) =>
    call({ path: `${service}?compartmentId=${compartmentId}`, region }).then(({ status }) => status)
  const [pools, desktops, access] = ['/20220618/desktopPools', '/20220618/desktops', '/20200630/accessRequests']
  expect(await list(pools, slow, 'us-ashburn-1')).toBe(503)
  expect(await list(desktops, slow, 'us-ashburn-1')).toBe(503)
  expect(await list(desktops, slow, 'eu-frankfurt-1')).toBe(200)
  expect(await list(desktops, sound, 'us-ashburn-1')).toBe(200)
  expect(await list(access, slow, 'us-ashburn-1')).toBe(200)
})

test('a slow place delays no other', async () => {
  const slow = sandbox.compartments[0]!.id
  await sandbox.control.faults.set({ operation: 'desktops.*', compartmentId: slow, delayMs: 400 })
  const ends: string[] = []
  const list = (compartmentId: string, name: string) =>
    call(`/20220618/desktops?compartmentId=${compartmentId}`).then(() => ends.push(name))
  await Promise.all([list(slow, 'slow'), ...sandbox.compartments.slice(1).map(({ id }) => list(id, 'sound'))])
  expect(ends.slice(0, -1)).not.toContain('slow')
  expect(ends.at(-1)).toBe('slow')
})

test('a fault of a service or region that does not exist is refused', async () => {
  await expect(sandbox.control.faults.set({ operation: 'compute.*' as never, status: 503 })).rejects.toThrow(
    'operation',
  )
  await expect(sandbox.control.faults.set({ operation: '*', region: 'mars-north-1', status: 503 })).rejects.toThrow(
    'region',
  )
})

test('a fault that the sandbox has in itself is a 500 that tells nothing, and is logged', async () => {
  const errors: unknown[] = []
  const broken = await startSandbox({ life: false, logger: { error: (details) => errors.push(details) } })
  // a region without a list of its domains is no world that the handler knows
  Object.assign(broken.world.regions.get('eu-frankfurt-1')!, { availabilityDomains: undefined })
  const path = `/20160918/availabilityDomains?compartmentId=${broken.tenancyId}`
  const answer = await createTestClient(broken)(path)
  await broken.close()
  expect(answer).toMatchObject({ status: 500, body: { code: 'InternalServerError' } })
  expect(answer.text).not.toContain('undefined')
  expect(errors).toEqual([expect.objectContaining({ err: expect.any(TypeError), method: 'GET' })])
})

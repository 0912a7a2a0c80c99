import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestClient } from '../testing-client.ts'
import { createTestClient } from '../testing-client.ts'

let sandbox: Sandbox
let call: TestClient

beforeEach(async () => {
  sandbox = await startSandbox({ life: false, paceMs: 1000 })
  call = createTestClient(sandbox)
})
afterEach(() => sandbox.close())

const hourMs = 3_600_000

describe('an operator', () => {
  test('asks for access in Operator Access Control, as told', async () => {
    const raised = await sandbox.control.raiseAccessRequest({
      service: 'operator-access-control',
      compartment: 'exadata-production',
      severity: 'S1',
      approvers: 2,
      hours: 3,
      summary: 'Storage cell does not answer',
      reason: 'The cell is to be restarted.',
    })
    const { body } = await call(`/20200630/accessRequests/${raised.id}`)
    expect(body).toMatchObject({
      id: raised.id,
      severity: 'S1',
      numberOfApproversRequired: 2,
      duration: 3,
      accessReasonSummary: 'Storage cell does not answer',
      reason: 'The cell is to be restarted.',
    })
  })

  test('asks for access in Delegate Access Control, as told', async () => {
    const raised = await sandbox.control.raiseAccessRequest({
      service: 'delegate-access-control',
      compartment: 'exadata-production',
      severity: 'S2',
      hours: 5,
      summary: 'Node evicted',
    })
    const { body } = await call(`/20230801/delegatedResourceAccessRequests/${raised.id}`)
    expect(body).toMatchObject({ severity: 'S2', durationInHours: 5, reasonForRequest: 'Node evicted' })
  })

  test.each(['operator-access-control', 'delegate-access-control'] as const)(
    'asks for more hours once access is open (%s)',
    async (service) => {
      const { id } = await sandbox.control.raiseAccessRequest({ service, approvers: 1, compartment: 'exadata-staging' })
      await sandbox.control.advance(60_000)
      await expect(sandbox.control.askExtension(id, 2)).rejects.toThrow()
      await sandbox.control.decide(id, { decision: 'approve', user: 'approver' })
      await sandbox.control.advance(120_000)
      await sandbox.control.askExtension(id, 2)
      expect(await extensionOf(id)).toBe(2)
    },
  )

  test('is refused what the world does not have, in words', async () => {
    const { control } = sandbox
    const service = 'operator-access-control'
    await expect(control.raiseAccessRequest({ service, region: 'mars-north-1' })).rejects.toThrow('eu-frankfurt-1')
    await expect(control.raiseAccessRequest({ service, compartment: 'cellar' })).rejects.toThrow('exadata-production')
    await expect(control.raiseAccessRequest({ service, actions: ['MAKE_COFFEE'] })).rejects.toThrow('MAKE_COFFEE')
    await expect(control.raiseAccessRequest({ service, hours: 0 })).rejects.toThrow('hours')
    await expect(control.askExtension('ocid1.nothing', 1)).rejects.toThrow('ocid1.nothing')
  })
})

async function extensionOf(id: string): Promise<unknown> {
  const { body } = id.includes('delegated')
    ? await call(`/20230801/delegatedResourceAccessRequests/${id}`)
    : await call(`/20200630/accessRequests/${id}`)
  return body.extendDuration ?? body.extendDurationInHours
}

test('somebody else decides, with all that the service checks', async () => {
  const { id } = await sandbox.control.raiseAccessRequest({ service: 'operator-access-control', approvers: 1 })
  await sandbox.control.advance(60_000)
  await expect(sandbox.control.decide(id, { decision: 'approve', user: 'restricted' })).rejects.toThrow()
  await sandbox.control.decide(id, { decision: 'reject', user: 'administrator', comment: 'Not today' })
  await expect(sandbox.control.decide(id, { decision: 'approve', user: 'approver' })).rejects.toThrow()
  expect((await call(`/20200630/accessRequests/${id}`)).body.lifecycleState).toBe('REJECTED')
})

describe('a work request', () => {
  test('stands still with its log until told to go on', async () => {
    const { id } = await sandbox.control.createWorkRequest({ service: 'desktops', lines: 3 })
    const path = `/20220618/workRequests/${id}`
    await sandbox.control.advance(hourMs)
    expect((await call(path)).body.status).toBe('IN_PROGRESS')
    await sandbox.control.addLogLines(id, ['four', 'five \u001b[31mred\u001b[0m <b>bold</b>'])
    await sandbox.control.addErrors(id, [{ message: 'The image is gone' }, { code: 'Conflict', message: 'Busy' }])
    expect((await call(`${path}/logs?sortOrder=ASC`)).body.items.slice(2)).toMatchObject([
      { message: 'Step 3 of the work is done' },
      { message: 'four' },
      { message: 'five \u001b[31mred\u001b[0m <b>bold</b>' },
    ])
    expect((await call(`${path}/errors?sortOrder=ASC`)).body.items).toMatchObject([
      { code: 'InternalServerError', message: 'The image is gone' },
      { code: 'Conflict', message: 'Busy' },
    ])
    await sandbox.control.finishWorkRequest(id, 'FAILED')
    expect((await call(path)).body).toMatchObject({ status: 'FAILED', timeFinished: expect.any(String) })
    await expect(sandbox.control.finishWorkRequest(id, 'SUCCEEDED')).rejects.toThrow('FAILED')
  })

  test('that really works is ended by hand together with what it works on', async () => {
    const pool = sandbox.world.regions
      .get('eu-frankfurt-1')!
      .desktopPools.values()
      .filter(({ wire }) => wire.lifecycleState === 'ACTIVE')
      .toArray()
    const stop = async (id: string) =>
      (await call({ method: 'POST', path: `/20220618/desktopPools/${id}/actions/stop` })).headers.get(
        'opc-work-request-id',
      )!
    const [done, given] = [await stop(pool[0]!.id), await stop(pool[1]!.id)]
    await sandbox.control.finishWorkRequest(done, 'SUCCEEDED')
    await sandbox.control.finishWorkRequest(given, 'FAILED')
    expect(pool[0]!.wire.lifecycleState).toBe('INACTIVE')
    expect(pool[1]!.wire.lifecycleState).toBe('ACTIVE')
    await sandbox.control.advance(hourMs)
    expect((await call(`/20220618/workRequests/${done}`)).body).toMatchObject({
      status: 'SUCCEEDED',
      percentComplete: 100,
    })
    expect((await call(`/20220618/workRequests/${given}`)).body.status).toBe('FAILED')
  })

  test('that is called off ends by itself, and not by hand', async () => {
    const [pool] = sandbox.world.regions
      .get('eu-frankfurt-1')!
      .desktopPools.values()
      .filter(({ wire }) => wire.lifecycleState === 'ACTIVE')
    const stopped = await call({ method: 'POST', path: `/20220618/desktopPools/${pool!.id}/actions/stop` })
    const id = stopped.headers.get('opc-work-request-id')!
    await call({ method: 'DELETE', path: `/20220618/workRequests/${id}` })
    await expect(sandbox.control.finishWorkRequest(id, 'SUCCEEDED')).rejects.toThrow('CANCELING')
    await sandbox.control.advance(hourMs)
    expect((await call(`/20220618/workRequests/${id}`)).body.status).toBe('CANCELED')
  })

  test('may have a hundred thousand lines', async () => {
    const { id } = await sandbox.control.createWorkRequest({ service: 'delegate-access-control', lines: 100_000 })
    const answer = await call(`/20230801/workRequests/${id}/logs?limit=1000&sortOrder=DESC`)
    expect(answer.body.items).toHaveLength(1000)
    expect(answer.body.items[0].message).toBe('Step 100000 of the work is done')
  })

  test('of Delegate Access Control may need attention, one of desktops never does', async () => {
    const delegated = await sandbox.control.createWorkRequest({ service: 'delegate-access-control' })
    await sandbox.control.finishWorkRequest(delegated.id, 'NEEDS_ATTENTION')
    expect((await call(`/20230801/workRequests/${delegated.id}`)).body.status).toBe('NEEDS_ATTENTION')
    const { id } = await sandbox.control.createWorkRequest({ service: 'desktops' })
    await expect(sandbox.control.finishWorkRequest(id, 'NEEDS_ATTENTION')).rejects.toThrow('NEEDS_ATTENTION')
  })
})

describe('a desktop pool', () => {
  const activePool = () =>
    sandbox.world.regions
      .get('eu-frankfurt-1')!
      .desktopPools.values()
      .find(({ wire }) => wire.lifecycleState === 'ACTIVE')!
  const stop = (id: string) => call({ method: 'POST', path: `/20220618/desktopPools/${id}/actions/stop` })

  test('refuses to be changed, though its state allows it, until it is told otherwise', async () => {
    const { id } = activePool()
    await sandbox.control.refuseDesktopPool(id, 'The service patches the hosts.')
    expect(await stop(id)).toMatchObject({
      status: 409,
      body: { code: 'IncorrectState', message: 'The service patches the hosts.' },
    })
    expect((await call(`/20220618/desktopPools/${id}`)).body.lifecycleState).toBe('ACTIVE')
    await sandbox.control.allowDesktopPool(id)
    expect(await stop(id)).toMatchObject({ status: 202 })
    await expect(sandbox.control.refuseDesktopPool('ocid1.none')).rejects.toThrow('ocid1.none')
  })

  test('fails in its next work', async () => {
    const { id } = activePool()
    await sandbox.control.failNextWork(id, [{ code: 'OutOfCapacity', message: 'No host is free' }])
    const { headers } = await stop(id)
    await sandbox.control.advance(hourMs)
    const work = `/20220618/workRequests/${headers.get('opc-work-request-id')}`
    expect((await call(work)).body.status).toBe('FAILED')
    expect((await call(`${work}/errors`)).body.items).toMatchObject([{ code: 'OutOfCapacity' }])
  })
})

describe('a session token', () => {
  const regions = '/20160918/regions'

  test('signs calls with the key that came with it, as its user', async () => {
    const { keyId, privateKeyPem } = await sandbox.control.issueToken({ user: 'restricted' })
    const faulty = { keyId, privateKey: privateKeyPem! }
    expect(keyId).toMatch(/^ST\$[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(await call({ path: regions, faulty })).toMatchObject({ status: 200 })
    const { id } = sandbox.compartments.find(({ name }) => name === 'platform')!
    expect(await call({ path: `/20160918/compartments/${id}`, faulty })).toMatchObject({ status: 404 })
    await sandbox.control.reset()
    expect(await call({ path: regions, faulty })).toMatchObject({ status: 200 })
  })

  test('may be bound to a key of the client', async () => {
    const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
    const publicKeyPem = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' })
    const issued = await sandbox.control.issueToken({ user: 'approver', publicKeyPem })
    expect(issued.privateKeyPem).toBeUndefined()
    expect(await call({ path: regions, faulty: { keyId: issued.keyId, privateKey: pem } })).toMatchObject({
      status: 200,
    })
    expect(await call({ path: regions, faulty: { keyId: issued.keyId } })).toMatchObject({ status: 401 })
    await expect(sandbox.control.issueToken({ user: 'approver', publicKeyPem: 'x' })).rejects.toThrow('PEM')
  })

  test('expires', async () => {
    const { keyId, privateKeyPem } = await sandbox.control.issueToken({ user: 'console', minutes: -1 })
    expect(await call({ path: regions, faulty: { keyId, privateKey: privateKeyPem! } })).toMatchObject({
      status: 401,
      body: { message: expect.stringContaining('expired') },
    })
  })
})

test('calls are counted by operation, whatever came of them', async () => {
  await call('/20160918/regions')
  await call('/20160918/regions?nonsense=1')
  await call(`/20160918/tenancies/${sandbox.tenancyId}`)
  expect(await sandbox.control.calls.counts()).toEqual({ 'identity.listRegions': 2, 'identity.getTenancy': 1 })
  await sandbox.control.calls.clear()
  expect(await sandbox.control.calls.counts()).toEqual({})
})

test('counts of calls are read and begun anew in one piece, with the time they were kept', async () => {
  await call('/20160918/regions')
  await sandbox.control.calls.take()
  await call('/20160918/regions')
  const { counts, elapsedMs } = await sandbox.control.calls.take()
  expect(counts).toEqual({ 'identity.listRegions': 1 })
  expect(elapsedMs).toBeGreaterThan(0)
  expect((await sandbox.control.calls.take()).counts).toEqual({})
})

test('things move at the rate that was asked for, until it is 0', async () => {
  expect(await sandbox.control.moves.set(60)).toEqual({ perMinute: 60, count: 0 })
  await sandbox.control.advance(60_500)
  expect(await sandbox.control.moves.set(0)).toEqual({ perMinute: 0, count: 60 })
  await sandbox.control.advance(60_000)
  expect((await sandbox.control.moves.read()).count).toBe(60)
  await expect(sandbox.control.moves.set(1e9)).rejects.toThrow('perMinute')
})

test('a reset brings the world back as it was at the start', async () => {
  const wires = () =>
    [...sandbox.world.rows.values()].map(({ id, wire }) => ({
      id,
      state: 'lifecycleState' in wire && wire.lifecycleState,
    }))
  const before = wires()
  await sandbox.control.createWorkRequest({ service: 'desktops' })
  await sandbox.control.raiseAccessRequest({ service: 'operator-access-control' })
  await sandbox.control.faults.set({ operation: '*', status: 503 })
  await sandbox.control.advance(48 * hourMs)
  expect(wires()).not.toEqual(before)

  await sandbox.control.reset()
  expect(wires()).toEqual(before)
  expect(await sandbox.control.faults.list()).toEqual([])
  expect(Math.abs((await sandbox.control.now()).getTime() - Date.now())).toBeLessThan(5000)
  expect(await call('/20160918/regions')).toMatchObject({ status: 200 })
})

describe('the control API refuses', () => {
  const clock = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${sandbox.url}/control/clock`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })

  test('web pages of another origin, and names that were made to point here', async () => {
    const own = new URL(sandbox.url).host
    expect(await clock({})).toBe(200)
    expect(await clock({ origin: sandbox.url })).toBe(200)
    expect(await clock({ origin: 'http://localhost:7070' })).toBe(403)
    expect(await clock({ origin: 'null' })).toBe(403)
    expect(await clock({ host: 'pages.example:7071', origin: 'http://pages.example:7071' })).toBe(403)
    expect(await clock({ host: 'localhost' })).toBe(200)
    expect(own).toContain('127.0.0.1')
  })

  test('what it does not know', async () => {
    const send = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${sandbox.url}/control${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return { status: response.status, body: await response.json() }
    }
    expect(await send('/faults', { operation: 'desktops.flyDesktop' })).toMatchObject({ status: 400 })
    expect(await send('/faults', { operation: '*', surprise: 1 })).toMatchObject({ status: 400 })
    expect(await send('/clock/advance', { ms: -1 })).toMatchObject({ status: 400 })
    expect(await send('/nothing', {})).toMatchObject({ status: 404 })
    expect(await send('/work-requests/ocid1.x/log', { lines: ['x'] })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('ocid1.x') },
    })
  })
})

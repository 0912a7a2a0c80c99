import { randomUUID } from 'node:crypto'
import {
  getDesktopPool,
  listDesktopPools,
  listDesktops,
  previewDesktopPoolStop,
  type Desktop,
  type DesktopPool,
  type DesktopPoolSummary,
  type StopPreview,
  type Window,
} from '@gatehouse/contract'
import { setTimeout as wait } from 'node:timers/promises'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { quickPace } from '../testing/pace.ts'
import { startStack, type Browser, type Stack } from '../testing/stack.ts'

let stack: Stack
let operator: Browser

beforeAll(async () => {
  stack = await startStack(quickPace)
  operator = await stack.signIn('operator')
})
afterAll(() => stack.close())
beforeEach(async () => {
  await stack.sandbox.control.reset()
  // The lists follow what OCI has.
  await wait(500)
})

async function get<T>(url: string, promised: TSchema): Promise<T> {
  const reply = await operator.get(url)
  expect(reply.statusCode, reply.body).toBe(200)
  expect(Value.Errors(promised, reply.json())).toEqual([])
  return reply.json()
}

const pools = () => get<Window<DesktopPoolSummary>>('/api/desktop-pools', listDesktopPools.schema.response[200])
const urlOf = ({ connectionId, id }: { connectionId: string; id: string }) => `/api/desktop-pools/${connectionId}/${id}`
const desktopsOf = (pool: DesktopPoolSummary) =>
  get<Window<Desktop>>(`/api/desktops?limit=500&pool=${pool.id}`, listDesktops.schema.response[200])

async function poolThat(fits: (pool: DesktopPoolSummary) => boolean): Promise<DesktopPoolSummary> {
  const pool = (await pools()).rows.find(fits)
  if (!pool) throw new Error('The seed has no such pool.')
  return pool
}

const inUse = ({ state, usage }: DesktopPoolSummary) => state === 'ACTIVE' && (usage?.connected ?? 0) > 0
const act = (url: string, body: object = {}) => operator.post(url, { attemptId: randomUUID(), ...body })

test('the pools of all compartments and regions are one list, each with what is in use of it', async () => {
  const { rows, total, freshness } = await pools()
  expect([rows.length, total]).toEqual([24, 24])
  expect(freshness).toMatchObject({
    sources: { connections: 2, regions: 2, compartments: 9 },
    pending: 0,
    unread: [],
    unreadTotal: 0,
  })
  for (const { usage, standbySize } of rows) {
    expect(standbySize).not.toBeNull()
    expect(usage?.desktops).toBe(
      (usage?.connected ?? 0) + (usage?.disconnected ?? 0) + (usage?.standby ?? 0) + (usage?.stopped ?? 0),
    )
  }
  expect(rows.some(({ nextAction }) => nextAction?.action === 'stop')).toBe(true)
})

test('where desktops have never been read, how much is in use is unknown and not nothing', async () => {
  await using fresh = await startStack(quickPace)
  await fresh.sandbox.control.faults.set({ operation: 'desktops.listDesktops', status: 500 })
  const viewer = await fresh.signIn('viewer')
  const { rows } = (await viewer.get('/api/desktop-pools')).json<Window<DesktopPoolSummary>>()
  expect(rows).toHaveLength(24)
  expect(rows.every(({ usage }) => usage === null)).toBe(true)
  expect(rows.find(({ state }) => state === 'ACTIVE')?.trouble).toBe('unread')
})

test('a pool is read with its details', async () => {
  const { id, connectionId } = await poolThat(inUse)
  const pool = await get<DesktopPool>(urlOf({ connectionId, id }), getDesktopPool.schema.response[200])
  expect(pool).toMatchObject({ id, state: 'ACTIVE', compartment: { path: expect.any(String) as string } })
  expect(pool.usage?.desktops).toBeGreaterThan(0)
  expect(pool.tags).toMatchObject({ 'operations.owner': expect.any(String) as string })
})

test('the preview of a stop names the connected users, from a fresh read', async () => {
  const pool = await poolThat(inUse)
  const preview = await get<StopPreview>(`${urlOf(pool)}/stop-preview`, previewDesktopPoolStop.schema.response[200])
  expect(preview.usage).toEqual(pool.usage)
  expect(preview.connectedUsers).toHaveLength(Math.min(50, preview.usage.connected))
  const { rows } = await desktopsOf(pool)
  const connected = rows.flatMap(({ isConnected, userName }) => (isConnected ? [userName] : []))
  expect(connected).toEqual(expect.arrayContaining(preview.connectedUsers))
})

test('the desktops of a pool have names and owners, and are among all desktops', async () => {
  const pool = await poolThat(inUse)
  const { rows, total } = await desktopsOf(pool)
  expect(total).toBe(pool.usage?.desktops)
  expect(rows).toHaveLength(total)
  expect(rows.every(({ name, poolId }) => name !== null && poolId === pool.id)).toBe(true)
  expect(rows[0]?.pool).toEqual({ name: pool.name, state: pool.state })
  const all = await get<Window<Desktop>>('/api/desktops', listDesktops.schema.response[200])
  expect(all.total).toBeGreaterThan(1_000)
  expect(all.rows).toHaveLength(100)
})

test('desktops are read by their ids, and ids that do not exist are missing', async () => {
  const { rows } = await desktopsOf(await poolThat(inUse))
  const [first, , third] = rows
  if (!first || !third) throw new Error('The pool has fewer than three desktops.')
  const ids = [third.id, first.id, first.id.replace(/.{8}$/, '00000000')]
  const query = ids.map((id) => `id=${id}`).join('&')
  const named = await get<Window<Desktop>>(`/api/desktops?${query}`, listDesktops.schema.response[200])
  expect(named.rows.map(({ id }) => id).toSorted()).toEqual([first.id, third.id].toSorted())
  expect(named.total).toBe(2)
})

test('stopping a pool is accepted with its work request, and done when the pool has stopped', async () => {
  const pool = await poolThat(inUse)
  const reply = await act(`${urlOf(pool)}/stop`)
  expect(reply.statusCode).toBe(202)
  expect(reply.json()).toMatchObject({
    act: 'stopDesktopPool',
    status: 'accepted',
    subject: { name: pool.name },
    workRequestId: expect.stringContaining('workrequest') as string,
  })
  await eventually(async () => expect((await poolThat(({ id }) => id === pool.id)).state).not.toBe('ACTIVE'))
  await eventually(async () =>
    expect(await poolThat(({ id }) => id === pool.id)).toMatchObject({ state: 'INACTIVE', usage: { connected: 0 } }),
  )
})

test('a pool that is stopping cannot be stopped, in words that OCI chose', async () => {
  const pool = await poolThat(inUse)
  await act(`${urlOf(pool)}/stop`)
  const reply = await act(`${urlOf(pool)}/stop`)
  expect(reply.statusCode).toBe(409)
  expect(reply.json()).toMatchObject({
    code: 'conflict',
    ociCode: 'IncorrectState',
    opcRequestId: expect.any(String) as string,
  })
  expect(reply.json().detail).toContain('it can be stopped only while it is ACTIVE')
})

test('a pool that OCI refuses to touch says why', async () => {
  const pool = await poolThat(inUse)
  await stack.sandbox.control.refuseDesktopPool(pool.id, 'A change of the network is under way.')
  const reply = await act(`${urlOf(pool)}/stop`)
  expect(reply.statusCode).toBe(409)
  expect(reply.json()).toMatchObject({
    detail: expect.stringContaining('A change of the network is under way.') as string,
  })
})

test('a pool that is stopped can be started', async () => {
  const pool = await poolThat(({ state }) => state === 'INACTIVE')
  expect((await act(`${urlOf(pool)}/start`)).statusCode).toBe(202)
  await eventually(async () => expect((await poolThat(({ id }) => id === pool.id)).state).not.toBe('INACTIVE'))
})

test('a pool that does not exist is not found, and nothing is written down', async () => {
  const reply = await act('/api/desktop-pools/frankfurt/ocid1.desktoppool.oc1.eu-frankfurt-1.aaaabbbb/stop')
  expect(reply.statusCode).toBe(404)
  const { items } = (await operator.get('/api/activity?subjectId=ocid1.desktoppool.oc1.eu-frankfurt-1.aaaabbbb')).json()
  expect(items).toEqual([])
})

test('the power of a desktop is switched: off softly or at once, and on', async () => {
  const pool = await poolThat(inUse)
  const [first, second] = (await desktopsOf(pool)).rows.filter(({ state }) => state === 'ACTIVE')
  const url = (desktop: Desktop | undefined) => `/api/desktops/${pool.connectionId}/${desktop?.id}`
  const soft = await act(`${url(first)}/stop`, { soft: true })
  const hard = await act(`${url(second)}/stop`, { soft: false })
  expect([soft.statusCode, hard.statusCode]).toEqual([202, 202])
  expect(soft.json()).toMatchObject({ act: 'stopDesktop', subject: { name: first?.name } })
  await eventually(async () => {
    const states = (await desktopsOf(pool)).rows.filter(({ id }) => id === first?.id || id === second?.id)
    expect(states.map(({ state }) => state)).toEqual(['INACTIVE', 'INACTIVE'])
  })
  expect((await act(`${url(first)}/start`)).statusCode).toBe(202)
})

test('a viewer cannot operate, and cannot see the preview of a stop', async () => {
  const viewer = await stack.signIn('viewer')
  const pool = await poolThat(inUse)
  expect((await viewer.get(`${urlOf(pool)}/stop-preview`)).statusCode).toBe(403)
  expect((await viewer.post(`${urlOf(pool)}/stop`, { attemptId: randomUUID() })).statusCode).toBe(403)
})

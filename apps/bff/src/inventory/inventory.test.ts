import type { WorkRequest } from '@gatehouse/contract'
import { OciError } from '@gatehouse/oci-client'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { database } from '../testing/database.ts'
import { eventually } from '../testing/eventually.ts'
import { startInventory, workRequest } from '../testing/inventory.ts'
import { everywhere } from './scope.ts'
import type { ListQuery } from './view.ts'
import type { ViewState } from './viewers.ts'

type Started = Awaited<ReturnType<typeof startInventory>>

let started: Started
beforeEach(async () => {
  started = await startInventory()
})
afterEach(() => started.close())

const list = (query: ListQuery = {}, { inventory } = started) =>
  inventory.window<WorkRequest>('work-requests', query, everywhere)
const idsOf = async (query?: ListQuery) => (await list(query)).rows.map(({ id }) => id)

test('a request waits for the first read of every place', async () => {
  started.listed.items = { east: [workRequest('a')], west: [workRequest('b')] }
  const { rows, total, freshness } = await list()
  expect(rows.map(({ id }) => id).toSorted()).toEqual(['a', 'b'])
  expect(total).toBe(2)
  expect(freshness).toMatchObject({ pending: 0, unread: [], sources: { compartments: 3 } })
  expect(Date.now() - Date.parse(freshness.readAt ?? '')).toBeLessThan(10_000)
})

test('the version stays while nothing changes, and differs when a row does', async () => {
  started.listed.items = { east: [workRequest('a')] }
  const { version } = await list()
  const reads = started.listed.reads.length
  await eventually(async () => {
    await list()
    expect(started.listed.reads.length).toBeGreaterThan(reads + 3)
  })
  expect((await list()).version).toBe(version)
  started.listed.items = { east: [workRequest('a', { state: 'FAILED' })] }
  await eventually(async () => expect((await list()).version).not.toBe(version))
})

test('what OCI no longer lists stays, marked, and is as before when it comes back', async () => {
  started.listed.items = { east: [workRequest('a'), workRequest('b')] }
  await list()
  started.listed.items = { east: [workRequest('b')] }
  await eventually(async () => {
    const { rows } = await list()
    expect(rows.find(({ id }) => id === 'a')?.forgottenAt).toEqual(expect.any(String))
    expect(rows.find(({ id }) => id === 'b')?.forgottenAt).toBeNull()
  })
  started.listed.items = { east: [workRequest('a'), workRequest('b')] }
  await eventually(async () => expect((await list()).rows.map(({ forgottenAt }) => forgottenAt)).toEqual([null, null]))
})

test('after a restart everything known is there at once, with its true age', async () => {
  const place = await database.create()
  const before = await startInventory({ place })
  before.listed.items = { east: [workRequest('a')] }
  const first = await list({}, before)
  await before.close()

  const after = await startInventory({ place })
  after.listed.list = () => {
    throw new OciError('network', 'The network is down.')
  }
  const second = await list({}, after)
  expect(second.rows).toEqual(first.rows)
  expect(second.version).toBe(first.version)
  expect(second.freshness.readAt).toBe(first.freshness.readAt)
  await after.close()
  await database.remove(place)
})

test('a slow place delays no other', async () => {
  const slow = Promise.withResolvers<void>()
  started.listed.items = { east: [workRequest('a')], west: [workRequest('b')] }
  const usual = started.listed.list
  started.listed.list = async function* (place, signal) {
    if (place.compartment.name === 'east') await slow.promise
    yield* usual(place, signal)
  }
  const waiting = list().catch(() => undefined)
  await eventually(() =>
    expect(started.listed.reads.filter((name) => name === 'west').length).toBeGreaterThanOrEqual(3),
  )
  expect(started.listed.reads.filter((name) => name === 'east')).toHaveLength(1)
  slow.resolve()
  await waiting
})

test('a listing without end is abandoned, and its place is named as unread', async () => {
  started.listed.items = { west: [workRequest('b')] }
  const usual = started.listed.list
  started.listed.list = async function* (place, signal) {
    yield* usual(place, signal)
    for (let page = 0; place.compartment.name === 'east'; page += 1) yield [workRequest(`endless-${page}`)]
  }
  await eventually(async () => {
    const { rows, freshness } = await list()
    expect(rows.map(({ id }) => id)).toEqual(['b'])
    expect(freshness.unread).toMatchObject([
      {
        compartment: { name: 'east' },
        reason: 'OCI listed more than 500 pages for this compartment, so Gatehouse stopped reading.',
      },
    ])
  })
})

test('a place that fails keeps its rows, and says why and since when', async () => {
  started.listed.items = { east: [workRequest('a')] }
  const usual = started.listed.list
  await list()
  started.listed.list = (place, signal) => {
    if (place.compartment.name === 'east')
      throw new OciError('service', 'Slow down', { status: 429, opcRequestId: 'request-17', fromOci: true })
    return usual(place, signal)
  }
  await eventually(async () => {
    const { rows, freshness } = await list()
    expect(rows).toHaveLength(1)
    expect(freshness.unread).toMatchObject([
      { reason: 'OCI asks us to slow down. Try again in a moment.', opcRequestId: 'request-17' },
    ])
  })
  started.listed.list = usual
  await eventually(async () => expect((await list()).freshness.unreadTotal).toBe(0))
})

test('an act on a place has it read again at once, and the next request waits for that', async () => {
  const own = await startInventory({
    pace: { calmLeastMs: 60_000, calmMs: 60_000, emptyMs: 60_000 },
  })
  const { inventory, listed } = own
  listed.items = { east: [workRequest('a', { state: 'IN_PROGRESS', finishedAt: null })] }
  const read = () => inventory.window<WorkRequest>('work-requests', {}, everywhere)
  await read()
  listed.items = { east: [workRequest('a')] }
  inventory.hurry('work-requests', { connectionId: 'frankfurt', compartmentId: 'ocid1.compartment.oc1..east' })
  expect((await read()).rows[0]?.state).toBe('SUCCEEDED')
  await own.close()
})

test('search, filters, sort and page are done by the store', async () => {
  started.listed.items = {
    east: [
      workRequest('one', { operation: 'START_DESKTOP', acceptedAt: '2026-11-22T10:00:00.000Z' }),
      workRequest('two', { operation: 'STOP_DESKTOP_POOL', acceptedAt: '2026-11-22T11:00:00.000Z' }),
      workRequest('100%', { operation: 'STOP_DESKTOP', acceptedAt: null, state: 'FAILED' }),
    ],
  }
  expect(await idsOf()).toEqual(['two', 'one', '100%'])
  expect(await idsOf({ sort: 'accepted' })).toEqual(['one', 'two', '100%'])
  expect(await idsOf({ search: 'stop Desktop' })).toEqual(['two', '100%'])
  expect(await idsOf({ search: '0%' })).toEqual(['100%'])
  expect(await idsOf({ search: '_ne' })).toEqual([])
  expect(await idsOf({ state: ['SUCCEEDED'], operation: ['START_DESKTOP', 'STOP_DESKTOP'] })).toEqual(['one'])
  expect(await idsOf({ offset: 1, limit: 1 })).toEqual(['one'])
  expect((await list({ offset: 1, limit: 1 })).total).toBe(3)
  expect(await idsOf({ scope: 'frankfurt/ocid1.compartment.oc1..west' })).toEqual([])
  expect(await idsOf({ scope: 'region:eu-frankfurt-1' })).toHaveLength(3)
})

test('each value of a filter is counted among the rows that pass all other filters', async () => {
  started.listed.items = {
    east: [
      workRequest('one', { operation: 'START_DESKTOP' }),
      workRequest('two', { operation: 'STOP_DESKTOP' }),
      workRequest('three', { operation: 'STOP_DESKTOP', state: 'FAILED' }),
    ],
  }
  const { all, filters } = await started.inventory.counts(
    'work-requests',
    { state: ['FAILED', 'CANCELED'] },
    everywhere,
  )
  expect(all).toBe(3)
  const of = (name: string) => Object.fromEntries(filters[name]?.map(({ value, count }) => [value, count]) ?? [])
  expect(of('state')).toEqual({ SUCCEEDED: 2, FAILED: 1, CANCELED: 0 })
  expect(of('operation')).toEqual({ STOP_DESKTOP: 1 })
})

test('a watcher hears of its window only when that changes', async () => {
  started.listed.items = { east: [workRequest('a')], west: [workRequest('b', { state: 'FAILED' })] }
  const heard: ViewState[] = []
  const view = { kind: 'window', noun: 'work-requests', query: { state: ['FAILED'] } } as const
  const unwatch = started.inventory.watch(view, everywhere, (state) => heard.push(state))
  const versions = () => new Set(heard.filter(({ freshness }) => freshness.pending === 0).map(({ version }) => version))
  await eventually(() => expect(versions().size).toBe(1))
  started.listed.items = { ...started.listed.items, east: [workRequest('a', { percentComplete: 50 })] }
  await wait(1_500)
  expect(versions().size).toBe(1)
  started.listed.items = { ...started.listed.items, east: [workRequest('a', { state: 'FAILED' })] }
  await eventually(() => expect(versions().size).toBe(2))
  unwatch()
})

test('nothing is read without a watcher or a request', async () => {
  await list()
  await wait(600)
  const reads = started.listed.reads.length
  await wait(600)
  expect(started.listed.reads).toHaveLength(reads)
})

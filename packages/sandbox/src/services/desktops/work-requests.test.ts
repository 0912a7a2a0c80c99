import { expect, test } from 'vitest'
import { compartmentId } from '../../world/seed/tenancy.ts'
import type { Work } from '../../world/work.ts'
import { startWork } from '../../world/work.ts'
import { poolResource } from './resources.ts'
import { hourMs, worldWithPool } from './testing.ts'

/** Work that changes nothing: thirty lines of log lie behind it, and some are still to come. */
function withWork({ linesToCome = 1000, ...more }: { linesToCome?: number } & Partial<Work> = {}) {
  const there = worldWithPool()
  const lab = compartmentId(there.world, 'sandbox-lab')
  const row = startWork(there.world, there.region, {
    service: 'desktops',
    operationType: 'UPDATE_DESKTOP_POOL',
    compartmentId: lab,
    resources: [poolResource(there.pool, 'UPDATED')],
    steps: Array.from({ length: 30 + linesToCome }, (_, place) => ({ message: `Line ${place + 1}` })),
    begun: { steps: 30, acceptedAtMs: there.world.clock.ms() - hourMs },
    paceMs: 1000 * hourMs,
    ...more,
  })
  return { ...there, lab, row, workRequestId: row.id }
}

test('work requests are filtered by id, status and what they touch, newest first', () => {
  const there = withWork()
  const { call, lab, pool, world } = there
  call('desktops.stopDesktopPool', { desktopPoolId: pool.id })
  const list = (more: object) =>
    call('desktops.listWorkRequests', { compartmentId: lab, ...more }).items.map(({ operationType }) => operationType)
  expect(list({})).toEqual(['STOP_DESKTOP_POOL', 'UPDATE_DESKTOP_POOL'])
  expect(list({ sortOrder: 'ASC' })).toEqual(['UPDATE_DESKTOP_POOL', 'STOP_DESKTOP_POOL'])
  expect(list({ workRequestId: there.workRequestId })).toEqual(['UPDATE_DESKTOP_POOL'])
  expect(list({ status: 'ACCEPTED' })).toEqual(['STOP_DESKTOP_POOL'])
  expect(list({ resourceId: pool.id })).toHaveLength(2)
  expect(list({ resourceId: 'ocid1.desktoppool.other' })).toEqual([])
  const elsewhere = { compartmentId: compartmentId(world, 'workplace') }
  expect(call('desktops.listWorkRequests', elsewhere).items).toEqual([])
})

test('log lines come newest first unless told otherwise, and lines of one moment keep their order', () => {
  const { call, world, row, workRequestId } = withWork()
  const timestamp = world.clock.now().toISOString()
  for (const message of ['first', 'second', 'third']) row.extra.logs.push({ message, timestamp })
  const read = (sortOrder?: 'ASC' | 'DESC') =>
    call('desktops.listWorkRequestLogs', { workRequestId, ...(sortOrder && { sortOrder }) }).items.map(
      ({ message }) => message,
    )
  expect(read('ASC').slice(0, 2)).toEqual(['Line 1', 'Line 2'])
  expect(read('ASC').slice(-3)).toEqual(['first', 'second', 'third'])
  expect(read()).toEqual(read('ASC').toReversed())
  expect(read()).toHaveLength(33)
})

test('work runs on by the clock and ends as it was told', () => {
  const good = withWork({ linesToCome: 5, paceMs: 1000 })
  expect(good.call('desktops.getWorkRequest', good).status).toBe('IN_PROGRESS')
  good.finish()
  expect(good.call('desktops.getWorkRequest', good)).toMatchObject({ status: 'SUCCEEDED', percentComplete: 100 })
  expect(good.call('desktops.listWorkRequestLogs', good).items).toHaveLength(35)

  const bad = withWork({
    linesToCome: 5,
    paceMs: 1000,
    failure: { afterSteps: 32, errors: [{ code: 'InternalServerError', message: 'It broke.' }] },
  })
  bad.finish()
  expect(bad.call('desktops.getWorkRequest', bad).status).toBe('FAILED')
  expect(bad.call('desktops.listWorkRequestErrors', bad).items).toMatchObject([{ code: 'InternalServerError' }])
})

test('work that runs is cancelled: CANCELING first, then CANCELED', () => {
  const { call, workRequestId, finish } = withWork({ paceMs: 60_000 })
  call('desktops.cancelWorkRequest', { workRequestId })
  expect(call('desktops.getWorkRequest', { workRequestId }).status).toBe('CANCELING')
  finish()
  const ended = call('desktops.getWorkRequest', { workRequestId })
  expect(ended.status).toBe('CANCELED')
  expect(ended.timeFinished).toBeDefined()
})

test('work that has ended, or is being cancelled, cannot be cancelled', () => {
  const { call, workRequestId, finish } = withWork({ paceMs: 60_000 })
  call('desktops.cancelWorkRequest', { workRequestId })
  const again = () => call('desktops.cancelWorkRequest', { workRequestId })
  expect(again).toThrow(
    'The work request is CANCELING; it can be cancelled only while it is ACCEPTED, IN_PROGRESS or WAITING.',
  )
  finish()
  expect(again).toThrow(expect.objectContaining({ status: 409, code: 'IncorrectState' }))
})

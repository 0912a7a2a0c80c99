import { expect, test } from 'vitest'
import type { Page } from '../handler.ts'
import { testWorld } from '../testing.ts'
import { compartmentId, regionNamed, userNamed } from '../world/seed/tenancy.ts'
import { startWork, type Work } from '../world/work.ts'
import { workRequestReads } from './work-requests.ts'

const world = testWorld()
const region = regionNamed(world)
const context = { world, region, caller: userNamed(world, 'console') }
const here = compartmentId(world, 'exadata-staging')
const reads = workRequestReads('delegate-access-control')

function work(more: Partial<Work> = {}) {
  const row = startWork(world, region, {
    service: 'delegate-access-control',
    operationType: 'CREATE_DELEGATION_CONTROL',
    compartmentId: here,
    resources: [
      { entityType: 'delegationcontrol', actionType: 'CREATED', identifier: 'ocid1.delegationcontrol.oc1..a' },
    ],
    steps: [{ message: 'First' }, { message: 'Second' }, { message: 'Third' }],
    ...more,
  })
  world.clock.advance(10 * 60_000)
  return row
}

const done = work()
const failed = work({
  resources: [{ entityType: 'delegationcontrol', actionType: 'CREATED', identifier: 'ocid1.delegationcontrol.oc1..b' }],
  failure: {
    afterSteps: 1,
    errors: [
      { code: 'One', message: 'One' },
      { code: 'Two', message: 'Two' },
    ],
  },
})
const attention = work({ failure: { afterSteps: 1, attention: true, errors: [{ code: 'Look', message: 'Look' }] } })
const elsewhere = work({ compartmentId: compartmentId(world, 'exadata-production') })
const ofDesktops = work({ service: 'desktops', operationType: 'START_DESKTOP_POOL' })

const all = <Item>(page: Page<Item>) => page.take(1000, undefined).items
const ids = (filters: object) =>
  all(reads.listWorkRequests({ compartmentId: here, ...filters }, context)).map(({ id }) => id)

test('the list has the work requests of one service and one compartment, newest first', () => {
  expect(ids({})).toEqual([attention.id, failed.id, done.id])
  expect(ids({ sortOrder: 'ASC' })).toEqual([done.id, failed.id, attention.id])
  expect(ids({})).not.toContain(elsewhere.id)
})

test('the list filters by status, resource and id', () => {
  expect(ids({ status: 'NEEDS_ATTENTION' })).toEqual([attention.id])
  expect(ids({ resourceId: 'ocid1.delegationcontrol.oc1..b' })).toEqual([failed.id])
  expect(ids({ workRequestId: done.id })).toEqual([done.id])
})

test('a work request of the other service is not found', () => {
  expect(() => reads.getWorkRequest({ workRequestId: ofDesktops.id }, context)).toThrow(
    expect.objectContaining({ status: 404, code: 'NotAuthorizedOrNotFound' }),
  )
  expect(workRequestReads('desktops').getWorkRequest({ workRequestId: ofDesktops.id }, context).body.id).toBe(
    ofDesktops.id,
  )
})

test('what needs attention has not finished, what failed has', () => {
  expect(reads.getWorkRequest({ workRequestId: attention.id }, context).body.timeFinished).toBeUndefined()
  expect(reads.getWorkRequest({ workRequestId: failed.id }, context).body.timeFinished).toEqual(expect.any(String))
})

test('log lines come last first, or as they were written when asked', () => {
  const messages = (sortOrder?: 'ASC') =>
    all(reads.listWorkRequestLogs({ workRequestId: done.id, sortOrder }, context)).map(({ message }) => message)
  expect(messages('ASC')).toEqual(['First', 'Second', 'Third'])
  expect(messages()).toEqual(['Third', 'Second', 'First'])
})

test('errors of the same millisecond keep their order, on one page or on several', () => {
  const page = reads.listWorkRequestErrors({ workRequestId: failed.id, sortOrder: 'ASC' }, context)
  const first = page.take(1, undefined)
  const second = page.take(1, first.next)
  expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['One', 'Two'])
  expect(second.next).toBeUndefined()
})

test('what has ended can be read for a week, what needs attention for good', () => {
  const ended = work()
  const kept = work({ failure: { afterSteps: 1, attention: true, errors: [{ code: 'Look', message: 'Look' }] } })
  world.clock.advance(6 * 86_400_000)
  expect(ids({})).toContain(ended.id)
  world.clock.advance(2 * 86_400_000)
  expect(ids({})).not.toContain(ended.id)
  expect(ids({})).toContain(kept.id)
})

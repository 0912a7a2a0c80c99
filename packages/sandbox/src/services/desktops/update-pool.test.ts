import type { Desktops } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { disconnect, connect } from './sessions.ts'
import { dailyAt, hourMs, tally, worldWithPool } from './testing.ts'

type Fixture = ReturnType<typeof worldWithPool>

function update(there: Fixture, body: Desktops.UpdateDesktopPoolDetails) {
  there.call('desktops.updateDesktopPool', { desktopPoolId: there.pool.id, body })
}

test('only the fields that are given change, and only when the work is done', () => {
  const there = worldWithPool({ details: () => ({ description: 'As it was' }) })
  const before = there.pool.wire
  update(there, { displayName: 'lab-pool-two', maximumSize: 12 })
  expect(there.pool.wire).toEqual({ ...before, lifecycleState: 'UPDATING' })
  there.finish()
  expect(there.pool.wire).toEqual({ ...before, displayName: 'lab-pool-two', maximumSize: 12 })
})

test('an update that is cancelled changes nothing', () => {
  const there = worldWithPool()
  const { wire } = there.pool
  update(there, { displayName: 'other', maximumSize: 8 })
  there.call('desktops.cancelWorkRequest', { workRequestId: there.pool.extra.workRequestId ?? '' })
  there.finish()
  expect(there.pool.wire).toEqual(wire)
})

test('a pool that is stopped stays so when it is updated', () => {
  const there = worldWithPool()
  there.call('desktops.stopDesktopPool', { desktopPoolId: there.pool.id })
  there.finish()
  update(there, { contactDetails: 'Room 4' })
  there.finish()
  expect(there.pool.wire).toMatchObject({ lifecycleState: 'INACTIVE', contactDetails: 'Room 4' })
  expect(there.region.workRequests.values().toArray().at(-1)?.wire.operationType).toBe('UPDATE_DESKTOP_POOL')
})

test('more desktops stand by when the pool is to have more, fewer when fewer', () => {
  const there = worldWithPool()
  update(there, { standbySize: 4 })
  there.finish()
  expect(tally(there.pool)).toEqual({ ACTIVE: 6 })
  update(there, { standbySize: 0 })
  there.finish()
  expect(tally(there.pool)).toEqual({ ACTIVE: 2, DELETED: 4 })
})

test('standby desktops never take the pool over its maximum', () => {
  const there = worldWithPool({ users: 2, details: () => ({ maximumSize: 4 }) })
  update(there, { standbySize: 4 })
  there.finish()
  expect(tally(there.pool)).toEqual({ ACTIVE: 4 })
})

test('a pool that is to be smaller gives up desktops that stand by, never those of a user', () => {
  const there = worldWithPool({ users: 2, details: () => ({ standbySize: 3 }) })
  update(there, { maximumSize: 4 })
  there.finish()
  expect(tally(there.pool)).toEqual({ ACTIVE: 4, DELETED: 1 })
  expect(there.owned.every(({ wire }) => wire.lifecycleState === 'ACTIVE')).toBe(true)
})

test('a changed schedule shows on every desktop, and is followed', () => {
  const there = worldWithPool()
  const stopMs = Math.floor(there.world.clock.ms() / 1000) * 1000 + 3 * hourMs
  update(there, { availabilityPolicy: { stopSchedule: dailyAt(stopMs) } })
  there.finish()
  expect(there.owned[0]?.wire.connection?.nextAction).toEqual({
    action: 'AVAILABILITY_STOP',
    timeApplied: new Date(stopMs).toISOString(),
  })
  there.world.clock.advance(4 * hourMs)
  expect(there.pool.wire.lifecycleState).toBe('INACTIVE')
})

test('a disconnect rule that is added holds for those who are gone already', () => {
  const there = worldWithPool()
  const desktop = there.owned[0]!
  connect(there.world, there.region, desktop, { clientType: 'WEB' })
  disconnect(there.world, there.region, there.pool, desktop)
  update(there, { sessionLifecycleActions: { disconnect: { action: 'STOP', gracePeriodInMinutes: 120 } } })
  there.finish()
  expect(desktop.wire.connection?.nextAction?.action).toBe('DISCONNECTED_STOP')
  there.world.clock.advance(3 * hourMs)
  expect(desktop.wire).toMatchObject({
    lifecycleState: 'INACTIVE',
    connection: { lastAction: { action: 'DISCONNECTED_STOP' } },
  })
})

test('an image is named by its id and must be one the region knows', () => {
  const there = worldWithPool()
  update(there, { image: { imageId: there.pool.wire.image.imageId } })
  there.finish()
  expect(there.pool.wire.image.imageName).toBe('lab')
  expect(() => update(there, { image: { imageId: 'ocid1.image.none' } })).toThrow(
    expect.objectContaining({ status: 400, code: 'RelatedResourceNotAuthorizedOrNotFound' }),
  )
})

test('what would make the pool impossible is refused, seen together with what it has', () => {
  const there = worldWithPool({ details: () => ({ availabilityPolicy: { stopSchedule: dailyAt(0) } }) })
  expect(() => update(there, { standbySize: 11 })).toThrow('standbySize: 11 is more than maximumSize, which is 10.')
  expect(() => update(there, { sessionLifecycleActions: { disconnect: { action: 'DELETE' } } })).toThrow(
    'sessionLifecycleActions.disconnect.action: DELETE cannot be combined',
  )
  expect(() => update(there, { maximumSize: 1, standbySize: 0 })).toThrow(
    'maximumSize: 1 is less than the 2 desktops that have a user.',
  )
  expect(() => update(there, { privateAccessDetails: { securityAttributes: {} } })).toThrow('cannot be added later')
  expect(there.pool.wire.lifecycleState).toBe('ACTIVE')
})

test('a pool that is being changed cannot be updated', () => {
  const there = worldWithPool()
  update(there, { contactDetails: 'Room 4' })
  expect(() => update(there, { contactDetails: 'Room 5' })).toThrow(
    'The desktop pool lab-pool is UPDATING; it can be updated only while it is ACTIVE or INACTIVE.',
  )
})

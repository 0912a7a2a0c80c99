import { expect, test } from 'vitest'
import { dailyAt, hourMs, minuteMs, tally, worldWithPool } from './testing.ts'

type Fixture = ReturnType<typeof worldWithPool>

const remove = (there: Fixture, areVolumesPreserved?: boolean) =>
  there.call('desktops.deleteDesktopPool', { desktopPoolId: there.pool.id, areVolumesPreserved })

test('a pool that is deleted takes its desktops along, and its volumes too', () => {
  const there = worldWithPool()
  remove(there)
  expect(there.pool.wire.lifecycleState).toBe('DELETING')
  there.finish()
  expect(there.pool.wire.lifecycleState).toBe('DELETED')
  expect(tally(there.pool)).toEqual({ DELETED: 3 })
  expect(there.region.desktopPoolVolumes.size).toBe(0)
  expect(there.region.workRequests.values().toArray()[0]?.wire).toMatchObject({
    status: 'SUCCEEDED',
    resources: [{ actionType: 'DELETED' }],
  })
})

test('volumes that are to be preserved are INACTIVE', () => {
  const there = worldWithPool()
  remove(there, true)
  there.finish()
  const states = [...there.region.desktopPoolVolumes.values()].map(({ wire }) => wire.lifecycleState)
  expect(states).toEqual(['INACTIVE', 'INACTIVE'])
})

test('what was deleted can be read for a day', () => {
  const there = worldWithPool()
  remove(there)
  there.world.clock.advance(20 * hourMs)
  expect(there.call('desktops.getDesktopPool', { desktopPoolId: there.pool.id }).lifecycleState).toBe('DELETED')
  there.world.clock.advance(6 * hourMs)
  expect(() => there.call('desktops.getDesktopPool', { desktopPoolId: there.pool.id })).toThrow('not found')
  expect(there.region.desktops.size).toBe(0)
})

test('a pool that is being deleted can be neither stopped nor deleted again', () => {
  const there = worldWithPool()
  remove(there)
  expect(() => there.call('desktops.stopDesktopPool', { desktopPoolId: there.pool.id })).toThrow('is DELETING')
  expect(() => remove(there)).toThrow(
    'The desktop pool lab-pool is DELETING; it can be deleted only while it is ACTIVE, INACTIVE or FAILED.',
  )
})

test('a deletion that is cancelled gives the pool back with the desktops it still has', () => {
  const there = worldWithPool({ users: 9, details: () => ({ standbySize: 0 }) })
  remove(there)
  there.world.clock.advance(6 * minuteMs)
  there.call('desktops.cancelWorkRequest', { workRequestId: there.pool.extra.workRequestId ?? '' })
  there.finish()
  const { ACTIVE = 0, DELETED = 0 } = tally(there.pool)
  expect(there.pool.wire.lifecycleState).toBe('ACTIVE')
  expect(DELETED).toBeGreaterThan(0)
  expect(ACTIVE + DELETED).toBe(9)
})

test('what was under way on a desktop when its pool was to be deleted comes to its end, though the deletion is cancelled', () => {
  const there = worldWithPool({ users: 8 })
  const [first] = there.owned
  const standby = [...there.pool.extra.desktops].at(-1)
  there.call('desktops.deleteDesktop', { desktopId: standby?.id ?? '' })
  while (tally(there.pool).CREATING === undefined) there.world.clock.advance(minuteMs)
  there.call('desktops.stopDesktop', { desktopId: first?.id ?? '' })
  remove(there)
  there.world.clock.advance(minuteMs)
  there.call('desktops.cancelWorkRequest', { workRequestId: there.pool.extra.workRequestId ?? '' })
  there.finish()
  expect(there.pool.wire.lifecycleState).toBe('ACTIVE')
  expect(tally(there.pool)).toEqual({ ACTIVE: 8, INACTIVE: 1, DELETED: 1 })
})

test('a pool whose deletion is cancelled follows its schedule as before', () => {
  const there = worldWithPool({
    users: 9,
    details: (world) => ({
      standbySize: 0,
      availabilityPolicy: { stopSchedule: dailyAt(world.clock.ms() + 3 * minuteMs) },
    }),
  })
  remove(there)
  there.world.clock.advance(5 * minuteMs)
  there.call('desktops.cancelWorkRequest', { workRequestId: there.pool.extra.workRequestId ?? '' })
  there.finish()
  expect(there.pool.wire.lifecycleState).toBe('ACTIVE')
  there.world.clock.advance(24 * hourMs)
  expect(there.pool.wire.lifecycleState).toBe('INACTIVE')
})

import { expect, test } from 'vitest'
import { dailyAt, hourMs, minuteMs, tally, worldWithPool } from './testing.ts'

/** A pool that stops in two hours and starts in fourteen, every day. */
function pooledHours() {
  let stopMs = 0
  const there = worldWithPool({
    details(world) {
      stopMs = Math.floor(world.clock.ms() / 1000) * 1000 + 2 * hourMs
      return {
        availabilityPolicy: { stopSchedule: dailyAt(stopMs), startSchedule: dailyAt(stopMs + 12 * hourMs) },
      }
    },
  })
  there.call('desktops.updateDesktopPool', { desktopPoolId: there.pool.id, body: {} })
  there.finish()
  return { ...there, desktop: there.owned[0]!, stopMs, untilStop: () => stopMs - there.world.clock.ms() }
}

test('a pool stops and starts by its cron pair, and its desktops say when it does next', () => {
  const { world, pool, desktop, stopMs, untilStop } = pooledHours()
  const iso = (ms: number) => new Date(ms).toISOString()
  expect(desktop.wire.connection?.nextAction).toEqual({ action: 'AVAILABILITY_STOP', timeApplied: iso(stopMs) })

  world.clock.advance(untilStop() + hourMs)
  expect(pool.wire.lifecycleState).toBe('INACTIVE')
  expect(tally(pool)).toEqual({ INACTIVE: 3 })
  expect(desktop.wire.connection).toMatchObject({
    lastAction: { action: 'AVAILABILITY_STOP' },
    nextAction: { action: 'AVAILABILITY_START', timeApplied: iso(stopMs + 12 * hourMs) },
  })

  world.clock.advance(12 * hourMs)
  expect(pool.wire.lifecycleState).toBe('ACTIVE')
  expect(desktop.wire.connection).toMatchObject({
    lastAction: { action: 'AVAILABILITY_START' },
    nextAction: { action: 'AVAILABILITY_STOP', timeApplied: iso(stopMs + 24 * hourMs) },
  })

  world.clock.advance(12 * hourMs)
  expect(pool.wire.lifecycleState).toBe('INACTIVE')
})

test('what the schedule asks for while the pool is being changed is done right after', () => {
  const { world, pool, call, untilStop } = pooledHours()
  world.clock.advance(untilStop() - minuteMs)
  call('desktops.updateDesktopPool', { desktopPoolId: pool.id, body: { contactDetails: 'Room 4' } })
  world.clock.advance(90_000)
  expect(pool.wire.lifecycleState).toBe('UPDATING')
  world.clock.advance(hourMs)
  expect(pool.wire).toMatchObject({ lifecycleState: 'INACTIVE', contactDetails: 'Room 4' })
})

test('a pool that is stopped already just waits for its next start', () => {
  const { world, pool, call, untilStop } = pooledHours()
  call('desktops.stopDesktopPool', { desktopPoolId: pool.id })
  world.clock.advance(untilStop() + hourMs)
  const stops = call('desktops.listWorkRequests', { compartmentId: pool.compartmentId }).items
  expect(stops.filter(({ operationType }) => operationType === 'STOP_DESKTOP_POOL')).toHaveLength(1)
  world.clock.advance(12 * hourMs)
  expect(pool.wire.lifecycleState).toBe('ACTIVE')
})

test('the start of an open pool brings up the desktops that were stopped one by one', () => {
  const { world, pool, call, desktop, stopMs } = pooledHours()
  call('desktops.updateDesktopPool', {
    desktopPoolId: pool.id,
    body: { availabilityPolicy: { startSchedule: dailyAt(stopMs) } },
  })
  world.clock.advance(30 * minuteMs)
  call('desktops.stopDesktop', { desktopId: desktop.id })
  world.clock.advance(20 * minuteMs)
  expect(desktop.wire).toMatchObject({
    lifecycleState: 'INACTIVE',
    connection: { nextAction: { action: 'AVAILABILITY_START' } },
  })
  world.clock.advance(2 * hourMs)
  expect(desktop.wire.lifecycleState).toBe('ACTIVE')
})

test('a pool closes at timeStopScheduled for good', () => {
  const there = worldWithPool({
    details: (world) => ({ timeStopScheduled: new Date(world.clock.ms() + 3 * hourMs).toISOString() }),
  })
  there.call('desktops.updateDesktopPool', { desktopPoolId: there.pool.id, body: {} })
  there.finish()
  expect(there.owned[0]?.wire.connection?.nextAction?.action).toBe('SCHEDULED_STOP')
  there.world.clock.advance(4 * hourMs)
  expect(there.pool.wire.lifecycleState).toBe('INACTIVE')
  expect(there.owned[0]?.wire.connection).toMatchObject({ lastAction: { action: 'SCHEDULED_STOP' } })
  expect(there.owned[0]?.wire.connection).not.toHaveProperty('nextAction')
  there.world.clock.advance(100 * hourMs)
  expect(there.pool.wire.lifecycleState).toBe('INACTIVE')
})

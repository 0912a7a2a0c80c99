import type { Desktops } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { isConnected } from './connection.ts'
import { assign, connect, disconnect, goIdle } from './sessions.ts'
import { minuteMs, tally, worldWithPool } from './testing.ts'

const client = { clientType: 'INSTALLED', clientVersion: '2.3.0', clientPlatform: 'Windows' }

function withRules(sessionLifecycleActions: Desktops.DesktopSessionLifecycleActions) {
  const there = worldWithPool({ details: () => ({ sessionLifecycleActions }) })
  return { ...there, desktop: there.owned[0]! }
}

test('a user who connects shows with client and time, and no longer as gone', () => {
  const { world, region, pool, desktop } = withRules({})
  connect(world, region, desktop, client)
  expect(isConnected(desktop)).toBe(true)
  expect(desktop.wire.connection).toMatchObject({ ...client, lastAction: { action: 'CONNECTED' } })
  disconnect(world, region, pool, desktop)
  expect(isConnected(desktop)).toBe(false)
  expect(desktop.wire.connection).toMatchObject({ lastAction: { action: 'DISCONNECTED' } })
  connect(world, region, desktop, { clientType: 'WEB' })
  expect(desktop.wire.connection).not.toHaveProperty('timeDisconnected')
  expect(desktop.wire.connection).not.toHaveProperty('clientVersion')
})

test('a desktop whose user is gone is stopped when the grace period is over, and says so before', () => {
  const { world, region, pool, desktop } = withRules({ disconnect: { action: 'STOP', gracePeriodInMinutes: 30 } })
  connect(world, region, desktop, client)
  disconnect(world, region, pool, desktop)
  const dueMs = Date.parse(desktop.wire.connection?.timeDisconnected ?? '') + 30 * minuteMs
  expect(desktop.wire.connection?.nextAction).toEqual({
    action: 'DISCONNECTED_STOP',
    timeApplied: new Date(dueMs).toISOString(),
  })
  world.clock.advance(29 * minuteMs)
  expect(desktop.wire.lifecycleState).toBe('ACTIVE')
  world.clock.advance(5 * minuteMs)
  expect(desktop.wire.lifecycleState).toBe('INACTIVE')
  expect(desktop.wire.connection?.lastAction?.action).toBe('DISCONNECTED_STOP')
  expect(desktop.wire.connection).not.toHaveProperty('nextAction')
})

test('the grace period is half an hour after a disconnect and an hour of inactivity, unless it is said otherwise', () => {
  const { world, region, pool, desktop } = withRules({
    inactivity: { action: 'DISCONNECT' },
    disconnect: { action: 'STOP' },
  })
  const inMinutes = () =>
    (Date.parse(desktop.wire.connection?.nextAction?.timeApplied ?? '') - world.clock.ms()) / minuteMs
  connect(world, region, desktop, client)
  goIdle(world, region, pool, desktop)
  expect(Math.round(inMinutes())).toBe(60)
  disconnect(world, region, pool, desktop)
  expect(Math.round(inMinutes())).toBe(30)
})

test('a user who comes back in time keeps the desktop running', () => {
  const { world, region, pool, desktop } = withRules({ disconnect: { action: 'STOP', gracePeriodInMinutes: 30 } })
  connect(world, region, desktop, client)
  disconnect(world, region, pool, desktop)
  world.clock.advance(20 * minuteMs)
  connect(world, region, desktop, client)
  world.clock.advance(60 * minuteMs)
  expect(desktop.wire.lifecycleState).toBe('ACTIVE')
  expect(desktop.wire.connection).not.toHaveProperty('nextAction')
})

test('by the DELETE rule the desktop goes, its volume stays', () => {
  const { world, region, pool, desktop } = withRules({ disconnect: { action: 'DELETE', gracePeriodInMinutes: 10 } })
  const volumeId = desktop.extra.volumeId ?? ''
  connect(world, region, desktop, client)
  disconnect(world, region, pool, desktop)
  expect(desktop.wire.connection?.nextAction?.action).toBe('DISCONNECTED_DELETE')
  world.clock.advance(15 * minuteMs)
  expect(desktop.wire).toMatchObject({
    lifecycleState: 'DELETED',
    connection: { lastAction: { action: 'DISCONNECTED_DELETE' } },
  })
  expect(region.desktopPoolVolumes.get(volumeId).wire.lifecycleState).toBe('INACTIVE')
})

test('an idle user is put out, and from then on the disconnect rule counts', () => {
  const { world, region, pool, desktop } = withRules({
    inactivity: { action: 'DISCONNECT', gracePeriodInMinutes: 15 },
    disconnect: { action: 'STOP', gracePeriodInMinutes: 30 },
  })
  connect(world, region, desktop, client)
  expect(desktop.wire.connection).not.toHaveProperty('nextAction')
  goIdle(world, region, pool, desktop)
  expect(desktop.wire.connection?.nextAction?.action).toBe('DISCONNECTED')
  world.clock.advance(16 * minuteMs)
  expect(isConnected(desktop)).toBe(false)
  expect(desktop.wire.connection?.nextAction?.action).toBe('DISCONNECTED_STOP')
  world.clock.advance(35 * minuteMs)
  expect(desktop.wire.lifecycleState).toBe('INACTIVE')
})

test('the rules that fall due in one pool are all followed, each in its time', () => {
  const there = worldWithPool({
    users: 3,
    details: () => ({ sessionLifecycleActions: { disconnect: { action: 'STOP', gracePeriodInMinutes: 30 } } }),
  })
  const { world, region, pool, owned } = there
  for (const desktop of owned) {
    connect(world, region, desktop, client)
    disconnect(world, region, pool, desktop)
    world.clock.advance(10 * minuteMs)
  }
  world.clock.advance(4 * minuteMs)
  expect(tally(pool)['INACTIVE']).toBe(1)
  world.clock.advance(10 * minuteMs)
  expect(tally(pool)['INACTIVE']).toBe(2)
  world.clock.advance(10 * minuteMs)
  expect(tally(pool)['INACTIVE']).toBe(3)
})

test('a rule that was about to be followed when the pool was to be stopped is followed, though the stop is cancelled', () => {
  const { world, region, pool, desktop, call } = withRules({ disconnect: { action: 'STOP', gracePeriodInMinutes: 30 } })
  connect(world, region, desktop, client)
  disconnect(world, region, pool, desktop)
  world.clock.advance(30 * minuteMs)
  expect(desktop.wire.lifecycleState).toBe('UPDATING')
  call('desktops.stopDesktopPool', { desktopPoolId: pool.id })
  call('desktops.cancelWorkRequest', { workRequestId: pool.extra.workRequestId ?? '' })
  world.clock.advance(30 * minuteMs)
  expect(pool.wire.lifecycleState).toBe('ACTIVE')
  expect(desktop.wire.connection?.lastAction?.action).toBe('DISCONNECTED_STOP')
})

test('a user without a desktop takes one that stands by, and the pool makes another', () => {
  const { world, region, pool } = withRules({})
  const standby = [...pool.extra.desktops].find(({ extra }) => !extra.isAssigned)!
  assign(world, region, pool, standby, 'user0777')
  expect(standby.wire.userName).toBe('user0777')
  expect(tally(pool)).toEqual({ ACTIVE: 3, CREATING: 1 })
  world.clock.advance(10 * minuteMs)
  expect(tally(pool)).toEqual({ ACTIVE: 4 })
})

test('a user who comes back to another desktop finds the old volume', () => {
  const there = withRules({})
  const { world, region, pool, desktop } = there
  const volumeId = desktop.extra.volumeId ?? ''
  there.call('desktops.deleteDesktop', { desktopId: desktop.id })
  there.finish()
  const standby = [...pool.extra.desktops].find(
    ({ extra, wire }) => !extra.isAssigned && wire.lifecycleState === 'ACTIVE',
  )!
  assign(world, region, pool, standby, 'user0001')
  expect(standby.extra.volumeId).toBe(volumeId)
  expect(region.desktopPoolVolumes.get(volumeId).wire.lifecycleState).toBe('ACTIVE')
})

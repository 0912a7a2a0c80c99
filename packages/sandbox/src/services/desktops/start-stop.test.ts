import { expect, test } from 'vitest'
import { connect } from './sessions.ts'
import { failNextWork, refuseChanges } from './states.ts'
import { minuteMs, tally, worldWithPool } from './testing.ts'

const poolId = ({ pool }: ReturnType<typeof worldWithPool>) => ({ desktopPoolId: pool.id })

test('a pool that is stopped is UPDATING at once and INACTIVE in the end, its desktops with it', () => {
  const there = worldWithPool()
  there.call('desktops.stopDesktopPool', poolId(there))
  expect(there.call('desktops.getDesktopPool', poolId(there)).lifecycleState).toBe('UPDATING')
  there.finish()
  expect(there.call('desktops.getDesktopPool', poolId(there)).lifecycleState).toBe('INACTIVE')
  expect(tally(there.pool)).toEqual({ INACTIVE: 3 })
  for (const { wire } of there.pool.extra.desktops) expect(wire.connection?.lastAction?.action).toBe('API_STOP')
})

test('a stopped pool is started, and every desktop says so', () => {
  const there = worldWithPool()
  there.call('desktops.stopDesktopPool', poolId(there))
  there.finish()
  there.call('desktops.startDesktopPool', poolId(there))
  expect(there.pool.wire.lifecycleState).toBe('UPDATING')
  there.finish()
  expect(there.pool.wire.lifecycleState).toBe('ACTIVE')
  expect(tally(there.pool)).toEqual({ ACTIVE: 3 })
  for (const { wire } of there.pool.extra.desktops) expect(wire.connection?.lastAction?.action).toBe('API_START')
})

test('stopping a pool cuts off whoever is connected', () => {
  const there = worldWithPool()
  const desktop = there.owned[0]!
  connect(there.world, there.region, desktop, { clientType: 'WEB' })
  there.call('desktops.stopDesktopPool', poolId(there))
  there.finish()
  expect(desktop.wire.connection?.timeDisconnected).toBeDefined()
  const log = there.region.workRequests
    .values()
    .toArray()[0]
    ?.extra.logs.map(({ message }) => message)
  expect(log).toContain('Closed the pool to new connections; 1 users are connected')
  expect(log).toContain(`Desktop ${desktop.wire.displayName} is stopped`)
})

test('work on a pool shows what it does: IN_PROGRESS first, UPDATED when it has succeeded', () => {
  const there = worldWithPool()
  there.call('desktops.stopDesktopPool', poolId(there))
  const workRequestId = there.pool.extra.workRequestId ?? ''
  const resource = { entityType: 'desktoppool', identifier: there.pool.id }
  expect(there.call('desktops.getWorkRequest', { workRequestId })).toMatchObject({
    operationType: 'STOP_DESKTOP_POOL',
    status: 'ACCEPTED',
    percentComplete: 0,
    resources: [{ ...resource, actionType: 'IN_PROGRESS' }],
  })
  there.finish()
  expect(there.call('desktops.getWorkRequest', { workRequestId })).toMatchObject({
    status: 'SUCCEEDED',
    percentComplete: 100,
    resources: [{ ...resource, actionType: 'UPDATED' }],
  })
})

test('a pool that is stopped cannot be stopped again, nor one that runs be started, and both say so', () => {
  const there = worldWithPool()
  expect(() => there.call('desktops.startDesktopPool', poolId(there))).toThrow(
    expect.objectContaining({
      status: 409,
      code: 'IncorrectState',
      message: 'The desktop pool lab-pool is ACTIVE; it can be started only while it is INACTIVE.',
    }),
  )
  there.call('desktops.stopDesktopPool', poolId(there))
  expect(() => there.call('desktops.stopDesktopPool', poolId(there))).toThrow('lab-pool is UPDATING')
  there.finish()
  expect(() => there.call('desktops.stopDesktopPool', poolId(there))).toThrow('lab-pool is INACTIVE')
})

test('a desktop is stopped gently or hard, and started again', () => {
  for (const isSoftStop of [true, false]) {
    const there = worldWithPool()
    const desktop = there.owned[0]!
    const input = { desktopId: desktop.id }
    there.call('desktops.stopDesktop', { ...input, isSoftStop })
    expect(desktop.wire.lifecycleState).toBe('UPDATING')
    there.finish()
    expect(desktop.wire).toMatchObject({
      lifecycleState: 'INACTIVE',
      connection: { lastAction: { action: 'API_STOP' } },
    })
    const log = there.region.workRequests
      .values()
      .toArray()[0]
      ?.extra.logs.map(({ message }) => message)
      .join('\n')
    expect(log?.includes('Powered off')).toBe(!isSoftStop)

    there.call('desktops.startDesktop', input)
    there.finish()
    expect(desktop.wire).toMatchObject({
      lifecycleState: 'ACTIVE',
      connection: { lastAction: { action: 'API_START' } },
    })
  }
})

test('a desktop is stopped gently unless it is said otherwise', () => {
  const there = worldWithPool()
  there.call('desktops.stopDesktop', { desktopId: there.owned[0]!.id })
  there.finish()
  const [work] = there.region.workRequests.values()
  expect(work?.extra.logs.map(({ message }) => message)).toContain('The operating system has shut down')
})

test('a desktop that runs cannot be started, nor any desktop of a stopped pool', () => {
  const there = worldWithPool()
  const desktopId = there.owned[0]!.id
  expect(() => there.call('desktops.startDesktop', { desktopId })).toThrow(
    'The desktop lab-pool-0001 is ACTIVE; it can be started only while it is INACTIVE.',
  )
  there.call('desktops.stopDesktopPool', poolId(there))
  expect(() => there.call('desktops.stopDesktop', { desktopId })).toThrow(
    'The desktop lab-pool-0001 cannot be stopped while its pool lab-pool is UPDATING.',
  )
  there.finish()
  expect(() => there.call('desktops.startDesktop', { desktopId })).toThrow(
    'The desktop lab-pool-0001 cannot be started while its pool lab-pool is INACTIVE.',
  )
})

test('a desktop that is coming up when its pool is stopped is stopped in the end', () => {
  const there = worldWithPool()
  const desktop = there.owned[0]!
  there.call('desktops.stopDesktop', { desktopId: desktop.id })
  there.finish()
  there.call('desktops.startDesktop', { desktopId: desktop.id })
  there.call('desktops.stopDesktopPool', poolId(there))
  there.finish()
  expect(tally(there.pool)).toEqual({ INACTIVE: 3 })
})

test('a pool told to refuse does so with the sentence it was given, until it is told otherwise', () => {
  const there = worldWithPool()
  refuseChanges(there.pool, 'Maintenance of the service is going on.')
  expect(() => there.call('desktops.stopDesktopPool', poolId(there))).toThrow('Maintenance of the service is going on.')
  expect(() => there.call('desktops.stopDesktop', { desktopId: there.owned[0]!.id })).toThrow('Maintenance')
  refuseChanges(there.pool)
  there.call('desktops.stopDesktopPool', poolId(there))
  expect(there.pool.wire.lifecycleState).toBe('UPDATING')
})

test('work that fails leaves its errors, and the pool as it was before', () => {
  const there = worldWithPool()
  failNextWork(there.pool, [{ code: 'OutOfCapacity', message: 'Out of host capacity.' }])
  there.call('desktops.stopDesktopPool', poolId(there))
  const workRequestId = there.pool.extra.workRequestId ?? ''
  there.finish()
  expect(there.call('desktops.getWorkRequest', { workRequestId })).toMatchObject({ status: 'FAILED' })
  expect(there.call('desktops.listWorkRequestErrors', { workRequestId }).items).toMatchObject([
    { code: 'OutOfCapacity', message: 'Out of host capacity.' },
  ])
  expect(there.pool.wire.lifecycleState).toBe('ACTIVE')
  expect(tally(there.pool)['UPDATING']).toBeUndefined()
})

test('a start that is cancelled leaves no desktop running', () => {
  const there = worldWithPool({ users: 9, details: () => ({ standbySize: 0 }) })
  there.call('desktops.stopDesktopPool', poolId(there))
  there.finish()
  there.call('desktops.startDesktopPool', poolId(there))
  const workRequestId = there.pool.extra.workRequestId ?? ''
  there.world.clock.advance(6 * minuteMs)
  expect(tally(there.pool)['ACTIVE']).toBeGreaterThan(0)
  there.call('desktops.cancelWorkRequest', { workRequestId })
  there.finish()
  expect(there.call('desktops.getWorkRequest', { workRequestId }).status).toBe('CANCELED')
  expect(there.pool.wire.lifecycleState).toBe('INACTIVE')
  expect(tally(there.pool)).toEqual({ INACTIVE: 9 })
})

test('a stop that is cancelled leaves the pool open, with the desktops it has stopped already', () => {
  const there = worldWithPool({ users: 9, details: () => ({ standbySize: 0 }) })
  there.call('desktops.stopDesktopPool', poolId(there))
  const workRequestId = there.pool.extra.workRequestId ?? ''
  there.world.clock.advance(6 * minuteMs)
  const stopped = tally(there.pool)['INACTIVE'] ?? 0
  expect(stopped).toBeGreaterThan(0)
  there.call('desktops.cancelWorkRequest', { workRequestId })
  there.finish()
  expect(there.pool.wire.lifecycleState).toBe('ACTIVE')
  expect(tally(there.pool)).toEqual({ ACTIVE: 9 - stopped, INACTIVE: stopped })
})

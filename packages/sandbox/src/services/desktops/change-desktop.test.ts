import { expect, test } from 'vitest'
import { connect } from './sessions.ts'
import { tally, worldWithPool } from './testing.ts'

test('a desktop gets another name and tags, and is what it was before', () => {
  const there = worldWithPool()
  const desktop = there.owned[0]!
  const body = { displayName: 'corner-office', freeformTags: { floor: '4' } }
  there.call('desktops.updateDesktop', { desktopId: desktop.id, body })
  expect(desktop.wire.lifecycleState).toBe('UPDATING')
  there.finish()
  expect(there.call('desktops.getDesktop', { desktopId: desktop.id })).toMatchObject({
    ...body,
    lifecycleState: 'ACTIVE',
  })
})

test('a desktop that is deleted leaves its user’s volume, INACTIVE', () => {
  const there = worldWithPool()
  const desktop = there.owned[0]!
  connect(there.world, there.region, desktop, { clientType: 'WEB' })
  const volumeId = desktop.extra.volumeId ?? ''
  there.call('desktops.deleteDesktop', { desktopId: desktop.id })
  expect(desktop.wire.lifecycleState).toBe('DELETING')
  there.finish()
  expect(desktop.wire.lifecycleState).toBe('DELETED')
  expect(desktop.wire.connection?.timeDisconnected).toBeDefined()
  expect(there.region.desktopPoolVolumes.get(volumeId).wire.lifecycleState).toBe('INACTIVE')
})

test('the pool makes up for a desktop on standby that is deleted', () => {
  const there = worldWithPool()
  const standby = [...there.pool.extra.desktops].find(({ extra }) => !extra.isAssigned)!
  there.call('desktops.deleteDesktop', { desktopId: standby.id })
  there.finish()
  expect(tally(there.pool)).toEqual({ ACTIVE: 3, DELETED: 1 })
})

test('a desktop that is deleted already can be neither deleted nor updated', () => {
  const there = worldWithPool()
  const desktopId = there.owned[0]!.id
  there.call('desktops.deleteDesktop', { desktopId })
  there.finish()
  expect(() => there.call('desktops.deleteDesktop', { desktopId })).toThrow(
    'The desktop lab-pool-0001 is DELETED; it can be deleted only while it is ACTIVE, INACTIVE or FAILED.',
  )
  expect(() => there.call('desktops.updateDesktop', { desktopId, body: {} })).toThrow(
    'it can be updated only while it is ACTIVE or INACTIVE.',
  )
})

test('a deletion that is cancelled leaves the desktop as it was', () => {
  const there = worldWithPool()
  const desktop = there.owned[0]!
  there.call('desktops.deleteDesktop', { desktopId: desktop.id })
  there.call('desktops.cancelWorkRequest', { workRequestId: desktop.extra.workRequestId ?? '' })
  there.finish()
  expect(desktop.wire.lifecycleState).toBe('ACTIVE')
})

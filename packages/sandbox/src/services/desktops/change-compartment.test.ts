import { expect, test } from 'vitest'
import { compartmentId } from '../../world/seed/tenancy.ts'
import { worldWithPool } from './testing.ts'

test('a pool moves with its desktops and volumes', () => {
  const there = worldWithPool()
  const from = there.pool.compartmentId
  const to = compartmentId(there.world, 'desktops-finance')
  there.call('desktops.changeDesktopPoolCompartment', { desktopPoolId: there.pool.id, body: { compartmentId: to } })
  expect(there.pool.wire.lifecycleState).toBe('UPDATING')
  there.finish()
  expect(there.pool.wire).toMatchObject({ lifecycleState: 'ACTIVE', compartmentId: to })
  expect(there.call('desktops.listDesktopPools', { compartmentId: from }).items).toEqual([])
  expect(there.call('desktops.listDesktopPools', { compartmentId: to }).items).toHaveLength(1)
  expect(there.call('desktops.listDesktops', { compartmentId: to }).items).toHaveLength(3)
  const volumes = { desktopPoolId: there.pool.id, compartmentId: to }
  expect(there.call('desktops.listDesktopPoolVolumes', volumes).items).toHaveLength(2)
})

test('a move that is cancelled leaves the pool where it is', () => {
  const there = worldWithPool()
  const before = there.pool.compartmentId
  const input = { desktopPoolId: there.pool.id, body: { compartmentId: compartmentId(there.world, 'workplace') } }
  there.call('desktops.changeDesktopPoolCompartment', input)
  there.call('desktops.cancelWorkRequest', { workRequestId: there.pool.extra.workRequestId ?? '' })
  there.finish()
  expect(there.pool.wire).toMatchObject({ lifecycleState: 'ACTIVE', compartmentId: before })
})

test('a pool cannot move to where it is, nor while it is being changed', () => {
  const there = worldWithPool()
  const move = (to: string) =>
    there.call('desktops.changeDesktopPoolCompartment', { desktopPoolId: there.pool.id, body: { compartmentId: to } })
  expect(() => move(there.pool.compartmentId)).toThrow('compartmentId: the pool is in the compartment')
  there.call('desktops.stopDesktopPool', { desktopPoolId: there.pool.id })
  expect(() => move(compartmentId(there.world, 'workplace'))).toThrow(
    'is UPDATING; it can be moved to another compartment only while it is ACTIVE or INACTIVE.',
  )
})

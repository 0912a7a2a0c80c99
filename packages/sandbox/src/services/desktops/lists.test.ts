import { expect, test } from 'vitest'
import { callHandler } from '../../testing.ts'
import { compartmentId, regionNamed } from '../../world/seed/tenancy.ts'
import { addPool } from './create-pool.ts'
import { handlers } from './index.ts'
import { connect } from './sessions.ts'
import { poolDetails, worldWithPool } from './testing.ts'

/** Three pools made a minute apart, `b` first. */
function threePools() {
  const there = worldWithPool()
  const { world, region } = there
  const availabilityDomain = region.availabilityDomains[1] ?? ''
  world.clock.advance(60_000)
  addPool(world, region, { ...poolDetails(world), displayName: 'c-pool', availabilityDomain })
  world.clock.advance(60_000)
  addPool(world, region, { ...poolDetails(world), displayName: 'a-pool' })
  return { ...there, lab: compartmentId(world, 'sandbox-lab'), availabilityDomain }
}

const names = ({ items }: { items: { displayName: string }[] }) => items.map(({ displayName }) => displayName)

test('pools come newest first, oldest first, or by name, as asked for', () => {
  const { call, lab } = threePools()
  const list = (more: object) => names(call('desktops.listDesktopPools', { compartmentId: lab, ...more }))
  expect(list({})).toEqual(['a-pool', 'c-pool', 'lab-pool'])
  expect(list({ sortBy: 'TIMECREATED', sortOrder: 'ASC' })).toEqual(['lab-pool', 'c-pool', 'a-pool'])
  expect(list({ sortBy: 'DISPLAYNAME' })).toEqual(['a-pool', 'c-pool', 'lab-pool'])
  expect(list({ sortBy: 'DISPLAYNAME', sortOrder: 'DESC' })).toEqual(['lab-pool', 'c-pool', 'a-pool'])
})

test('every filter is exact, and all of them must fit', () => {
  const { call, lab, pool, availabilityDomain } = threePools()
  const list = (more: object) => names(call('desktops.listDesktopPools', { compartmentId: lab, ...more }))
  expect(list({ displayName: 'a-pool' })).toEqual(['a-pool'])
  expect(list({ displayName: 'A-POOL' })).toEqual([])
  expect(list({ id: pool.id })).toEqual(['lab-pool'])
  expect(list({ availabilityDomain })).toEqual(['c-pool'])
  expect(list({ lifecycleState: 'ACTIVE' })).toEqual(['lab-pool'])
  expect(list({ lifecycleState: 'CREATING', displayName: 'lab-pool' })).toEqual([])
})

test('a compartment lists what lies in it, not what lies below it', () => {
  const { call, world } = threePools()
  expect(call('desktops.listDesktopPools', { compartmentId: compartmentId(world, 'workplace') }).items).toEqual([])
  expect(call('desktops.listDesktopPools', { compartmentId: world.tenancyId }).items).toEqual([])
})

test('a state that does not exist is refused, and those that do are named', () => {
  const { call, lab } = threePools()
  expect(() => call('desktops.listDesktopPools', { compartmentId: lab, lifecycleState: 'RUNNING' })).toThrow(
    expect.objectContaining({ status: 400, code: 'InvalidParameter' }),
  )
  expect(() => call('desktops.listDesktopPools', { compartmentId: lab, lifecycleState: 'RUNNING' })).toThrow(
    'lifecycleState: "RUNNING" is none of CREATING, ACTIVE, INACTIVE, UPDATING, DELETING, DELETED, FAILED.',
  )
})

test('a pool in a list counts the desktops that run', () => {
  const { call, lab, region, owned } = threePools()
  const before = call('desktops.listDesktopPools', { compartmentId: lab, displayName: 'lab-pool' }).items[0]
  expect(before?.activeDesktops).toBe(3)
  region.desktops.change(owned[0]!, { lifecycleState: 'INACTIVE' })
  const after = call('desktops.listDesktopPools', { compartmentId: lab, displayName: 'lab-pool' }).items[0]
  expect(after?.activeDesktops).toBe(2)
})

test('the desktops of a compartment can be narrowed to one pool, a name, a state, an availability domain', () => {
  const { call, lab, pool, owned, availabilityDomain } = threePools()
  const list = (more: object) =>
    names(call('desktops.listDesktops', { compartmentId: lab, sortBy: 'DISPLAYNAME', ...more }))
  const all = ['lab-pool-0001', 'lab-pool-0002', 'lab-pool-0003']
  expect(list({})).toEqual(all)
  expect(list({ desktopPoolId: pool.id })).toEqual(all)
  expect(list({ desktopPoolId: 'ocid1.desktoppool.other' })).toEqual([])
  expect(list({ displayName: 'lab-pool-0002' })).toEqual(['lab-pool-0002'])
  expect(list({ id: owned[0]!.id })).toEqual(['lab-pool-0001'])
  expect(list({ lifecycleState: 'INACTIVE' })).toEqual([])
  expect(list({ availabilityDomain })).toEqual([])
  expect(list({ availabilityDomain: pool.wire.availabilityDomain })).toEqual(all)
})

test('the desktops of a pool say whose they are, and which stand by', () => {
  const { call, lab, pool, world, region, owned } = threePools()
  connect(world, region, owned[0]!, { clientType: 'WEB' })
  const { items } = call('desktops.listDesktopPoolDesktops', {
    desktopPoolId: pool.id,
    compartmentId: lab,
    sortBy: 'DISPLAYNAME',
  })
  expect(items).toMatchObject([
    { desktopId: owned[0]!.id, isAssigned: true, userName: 'user0001', connection: { clientType: 'WEB' } },
    { desktopId: owned[1]!.id, isAssigned: true, userName: 'user0002' },
    { isAssigned: false },
  ])
  expect(items[2]).not.toHaveProperty('userName')
  expect(items[0]?.instanceId).toMatch(/^ocid1\.instance\./)
})

test('the volumes of a pool are those of its users', () => {
  const { call, lab, pool } = threePools()
  const list = (more: object) =>
    call('desktops.listDesktopPoolVolumes', { desktopPoolId: pool.id, compartmentId: lab, ...more }).items
  expect(list({ sortBy: 'DISPLAYNAME' }).map(({ userName }) => userName)).toEqual(['user0001', 'user0002'])
  expect(list({ displayName: 'lab-pool-user0002-volume' })).toHaveLength(1)
  expect(list({ lifecycleState: 'INACTIVE' })).toEqual([])
  expect(() => list({ lifecycleState: 'UPDATING' })).toThrow('is none of ACTIVE, INACTIVE')
})

test('what is not there, or lies in another region, is not found', () => {
  const { world, pool } = threePools()
  const elsewhere = [...world.regions.keys()].find((name) => name !== regionNamed(world).name)
  const input = { desktopPoolId: pool.id }
  expect(() => callHandler(world, handlers, 'desktops.getDesktopPool', input, { region: elsewhere })).toThrow(
    expect.objectContaining({ status: 404, code: 'NotAuthorizedOrNotFound' }),
  )
  expect(callHandler(world, handlers, 'desktops.getDesktopPool', input).id).toBe(pool.id)
})

import type { Desktops } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { callHandler, testWorld } from '../../testing.ts'
import { createWorld } from '../../world/create-world.ts'
import type { World } from '../../world/world.ts'
import { isConnected } from './connection.ts'
import { handlers } from './index.ts'
import { seedDesktops } from './seed.ts'
import { hourMs, minuteMs } from './testing.ts'

const seeded = (size = {}) => testWorld({ seeds: [seedDesktops], size })

const pools = (world: World) => [...world.regions.values()].flatMap((region) => [...region.desktopPools.values()])
const desktops = (world: World) => [...world.regions.values()].flatMap((region) => [...region.desktops.values()])
const works = (world: World) => [...world.regions.values()].flatMap((region) => [...region.workRequests.values()])

const states: Desktops.LifecycleState[] = [
  'CREATING',
  'ACTIVE',
  'INACTIVE',
  'UPDATING',
  'DELETING',
  'DELETED',
  'FAILED',
]

test('the world has 24 pools in all seven states, 1,500 desktops and 40 work requests', () => {
  const world = seeded()
  expect(pools(world)).toHaveLength(24)
  expect(desktops(world)).toHaveLength(1500)
  expect(works(world)).toHaveLength(40)
  expect(new Set(pools(world).map(({ wire }) => wire.lifecycleState))).toEqual(new Set(states))
  expect(new Set(pools(world).map(({ region }) => region)).size).toBe(2)
  expect(new Set(pools(world).map(({ compartmentId }) => compartmentId)).size).toBe(4)
})

test('eight pools are enough for all seven states', () => {
  const world = seeded({ pools: 8, desktops: 100 })
  expect(new Set(pools(world).map(({ wire }) => wire.lifecycleState))).toEqual(new Set(states))
  expect(desktops(world)).toHaveLength(100)
})

test.each([0, 1, 7, 333])('there are exactly as many desktops as asked for: %i', (count) => {
  expect(desktops(seeded({ desktops: count }))).toHaveLength(count)
})

test('an empty world can be asked for', () => {
  const world = seeded({ pools: 0, desktops: 0, workRequests: 0 })
  expect(pools(world)).toEqual([])
  expect(works(world)).toEqual([])
})

test('the same seed makes the same world', () => {
  const picture = (world: World) =>
    desktops(world)
      .map(({ id, wire, extra }) =>
        [id, wire.displayName, wire.userName, wire.lifecycleState, extra.volumeId].join(' '),
      )
      .join()
  expect(picture(seeded())).toBe(picture(seeded()))
  expect(picture(seeded())).not.toBe(picture(testWorld({ seed: 2, seeds: [seedDesktops] })))
})

test('users are connected, gone and within their grace, or have never been there', () => {
  const all = desktops(seeded())
  expect(all.filter(isConnected).length).toBeGreaterThan(300)
  const inGrace = all.filter(({ wire }) => wire.connection?.nextAction?.action.startsWith('DISCONNECTED_'))
  expect(inGrace.length).toBeGreaterThan(20)
  expect(all.filter(({ wire, extra }) => extra.isAssigned && !wire.connection).length).toBeGreaterThan(50)
  expect(all.filter(({ extra }) => !extra.isAssigned).length).toBeGreaterThan(50)
})

test('work requests run, wait, have succeeded, failed with several errors, been cancelled; some logs are long', () => {
  const all = works(seeded())
  const statuses = new Set(all.map(({ wire }) => wire.status))
  expect(statuses).toEqual(new Set(['ACCEPTED', 'IN_PROGRESS', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELED']))
  expect(all.some(({ extra }) => extra.errors.length > 2)).toBe(true)
  const lengths = all.map(({ extra }) => extra.logs.length)
  expect(lengths.filter((length) => length >= 200).length).toBeGreaterThan(2)
  expect(lengths.filter((length) => length >= 3000)).toHaveLength(1)
})

test('every log is in the order of its time, and lies between acceptance and end', () => {
  for (const { wire, extra } of works(seeded())) {
    const times = [wire.timeAccepted, ...extra.logs.map(({ timestamp }) => timestamp), wire.timeFinished].filter(
      (time) => time !== undefined,
    )
    expect(times).toEqual(times.toSorted())
  }
})

test('what is under way comes to its end by the clock', () => {
  const world = seeded()
  const begun = works(world)
  const moving = pools(world)
    .filter(({ wire }) => ['CREATING', 'UPDATING', 'DELETING'].includes(wire.lifecycleState))
    .map((pool) => ({ pool, workRequestId: pool.extra.workRequestId }))
  world.clock.advance(5 * hourMs)
  // a schedule may have set other work going by then, whatever the time of day
  expect(begun.filter(({ wire }) => !wire.timeFinished)).toEqual([])
  expect(moving.length).toBeGreaterThan(0)
  expect(moving.filter(({ pool, workRequestId }) => pool.extra.workRequestId === workRequestId)).toEqual([])
})

test('nothing happens by itself in the first quarter of an hour but the work under way', () => {
  const world = seeded()
  const rest = () =>
    pools(world)
      .filter(({ extra }) => !extra.workRequestId)
      .flatMap(({ extra }) => [...extra.desktops].filter((desktop) => !desktop.extra.workRequestId))
  const before = new Map(rest().map((desktop) => [desktop.id, desktop.etag]))
  world.clock.advance(15 * minuteMs)
  const changed = desktops(world).filter(({ id, etag }) => before.has(id) && before.get(id) !== etag)
  expect(changed.map(({ wire }) => wire.displayName)).toEqual([])
})

test('every pool, desktop, volume, work request and log reads as its model says', () => {
  const world = seeded({ desktops: 300 })
  for (const { name: region, desktopPools, desktops, workRequests } of world.regions.values()) {
    for (const { id, compartmentId } of desktopPools.values()) {
      const input = { desktopPoolId: id, compartmentId }
      callHandler(world, handlers, 'desktops.getDesktopPool', input, { region })
      callHandler(world, handlers, 'desktops.listDesktopPools', input, { region })
      callHandler(world, handlers, 'desktops.listDesktops', input, { region })
      callHandler(world, handlers, 'desktops.listDesktopPoolDesktops', input, { region })
      callHandler(world, handlers, 'desktops.listDesktopPoolVolumes', input, { region })
    }
    for (const { id } of desktops.values())
      callHandler(world, handlers, 'desktops.getDesktop', { desktopId: id }, { region })
    for (const { id, compartmentId } of workRequests.values()) {
      const input = { workRequestId: id, compartmentId }
      callHandler(world, handlers, 'desktops.getWorkRequest', input, { region })
      callHandler(world, handlers, 'desktops.listWorkRequests', input, { region })
      callHandler(world, handlers, 'desktops.listWorkRequestLogs', input, { region })
      callHandler(world, handlers, 'desktops.listWorkRequestErrors', input, { region })
    }
  }
})

test('fifty thousand desktops are there soon', () => {
  const world = createWorld({ life: false, size: { desktops: 50_000 } })
  const from = performance.now()
  seedDesktops(world)
  expect(desktops(world)).toHaveLength(50_000)
  // four times what it takes on a machine that does nothing else
  expect(performance.now() - from).toBeLessThan(6000)
  world.clock.stop()
})

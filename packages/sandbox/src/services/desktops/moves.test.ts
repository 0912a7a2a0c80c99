import { expect, test } from 'vitest'
import { createWorld } from '../../world/create-world.ts'
import type { World } from '../../world/world.ts'
import { setMoves } from './moves.ts'
import { seedDesktops } from './seed.ts'
import { minuteMs } from './testing.ts'

function seeded(size = {}) {
  const world = createWorld({ life: false, paceMs: 1500, size: { pools: 60, desktops: 1500, ...size } }, (error) => {
    throw error
  })
  seedDesktops(world)
  return world
}

const desktops = (world: World) => [...world.regions.values()].flatMap((region) => [...region.desktops.values()])

const sessions = (world: World) =>
  new Map(desktops(world).map(({ id, wire: { connection } }) => [id, connection?.lastAction?.timeApplied]))

test('as many things move per minute as asked for, most of them sessions', () => {
  const world = seeded()
  const before = sessions(world)
  setMoves(world, 120)
  world.clock.advance(10 * minuteMs)
  expect(world.moves.count).toBeGreaterThanOrEqual(1199)
  expect(world.moves.count).toBeLessThanOrEqual(1200)
  const changed = [...sessions(world)].filter(([id, time]) => before.get(id) !== time).length
  expect(changed).toBeGreaterThan(500)
  world.clock.stop()
})

test('pools and desktops start and stop as work requests, which end', () => {
  const world = seeded()
  const before = new Set([...world.regions.values()].flatMap(({ workRequests }) => [...workRequests.values()]))
  setMoves(world, 120)
  world.clock.advance(10 * minuteMs)
  setMoves(world, 0)
  world.clock.advance(10 * minuteMs)
  const works = [...world.regions.values()]
    .flatMap(({ workRequests }) => [...workRequests.values()])
    .filter((row) => !before.has(row))
  const kinds = new Set(works.map(({ wire }) => wire.operationType))
  for (const kind of ['START_DESKTOP', 'STOP_DESKTOP', 'STOP_DESKTOP_POOL', 'START_DESKTOP_POOL'])
    expect(kinds).toContain(kind)
  expect(new Set(works.map(({ wire }) => wire.status))).toEqual(new Set(['SUCCEEDED']))
  world.clock.stop()
})

test('nothing is counted in a world where nothing can move', () => {
  const world = seeded({ pools: 0, desktops: 0, workRequests: 0 })
  setMoves(world, 60)
  world.clock.advance(minuteMs)
  expect(world.moves.count).toBe(0)
  world.clock.stop()
})

test('another rate takes the place of the one before', () => {
  const world = seeded()
  setMoves(world, 600)
  setMoves(world, 6)
  world.clock.advance(minuteMs + 1)
  expect(world.moves.count).toBe(6)
  world.clock.stop()
})

import { expect, test } from 'vitest'
import { createWorld } from '../../world/create-world.ts'
import type { World } from '../../world/world.ts'
import { startDesktopsLife } from './life.ts'
import { seedDesktops } from './seed.ts'
import { hourMs, minuteMs } from './testing.ts'

function lively(life: boolean) {
  const world = createWorld({ life, paceMs: 1500 }, (error) => {
    throw error
  })
  seedDesktops(world)
  startDesktopsLife(world)
  return world
}

const sessions = (world: World) =>
  new Map(
    [...world.regions.values()]
      .flatMap((region) => [...region.desktops.values()])
      .map(({ id, wire }) => [id, wire.connection?.timeConnected ?? wire.connection?.timeDisconnected]),
  )

test('users come and go, some tens of them in ten minutes', () => {
  const world = lively(true)
  const before = sessions(world)
  world.clock.advance(10 * minuteMs)
  const changed = [...sessions(world)].filter(([id, time]) => before.get(id) !== time)
  expect(changed.length).toBeGreaterThan(5)
  expect(changed.length).toBeLessThan(100)
  world.clock.stop()
})

test('the short shifts of the lab start and stop their pool all day', () => {
  const world = lively(true)
  const before = [...world.regions.values()].reduce((sum, { workRequests }) => sum + workRequests.size, 0)
  world.clock.advance(2 * hourMs)
  const works = [...world.regions.values()].flatMap(({ workRequests }) => [...workRequests.values()])
  expect(works.length).toBeGreaterThan(before + 10)
  const shifts = works.filter(({ extra }) => extra.logs[0]?.message.endsWith('lab-shifts by its availability schedule'))
  expect(shifts.length).toBeGreaterThanOrEqual(11)
  world.clock.stop()
})

test('without life nobody comes or goes', () => {
  const world = lively(false)
  const before = sessions(world)
  world.clock.advance(10 * minuteMs)
  expect([...sessions(world)].filter(([id, time]) => before.has(id) && before.get(id) !== time)).toEqual([])
  world.clock.stop()
})

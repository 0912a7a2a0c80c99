import { describe, expect, test } from 'vitest'
import { readEverything } from '../properties/read-everything.ts'
import { testWorld } from '../testing.ts'
import { homesOf } from '../world/seed/generated-compartments.ts'
import type { WorldSize } from '../world/size.ts'
import { divided, usualSize } from '../world/size.ts'
import type { World } from '../world/world.ts'
import { seedServices } from './index.ts'

const large = {
  regions: 3,
  compartments: 75,
  occupied: 0.2,
  pools: 60,
  desktops: 2100,
  accessRequests: 140,
  workRequests: 120,
}

const worldOf = (size: Partial<WorldSize>) => testWorld({ size, seeds: [seedServices] })

const regionsOf = (world: World) => [...world.regions.values()]

/** Everything but compartments and the catalogues of the services, which every tenancy sees. */
const ownRows = (world: World) =>
  [...world.rows.values()].filter(
    ({ id, compartmentId }) => compartmentId !== world.tenancyId && !world.compartments.find(id),
  )

function counts(world: World) {
  const sum = (of: (region: ReturnType<typeof regionsOf>[number]) => number) =>
    regionsOf(world).reduce((all, region) => all + of(region), 0)
  return {
    pools: sum((region) => region.desktopPools.size),
    desktops: sum((region) => region.desktops.size),
    accessRequests: sum((region) => region.accessRequests.size + region.delegatedResourceAccessRequests.size),
    workRequests: sum((region) => region.workRequests.size),
  }
}

describe('a world of many compartments', () => {
  test('holds as much of everything as asked for, as OCI would send it', () => {
    const world = worldOf(large)
    const { regions, compartments, occupied: _, ...rest } = large
    expect(regionsOf(world).map(({ name }) => name)).toEqual(['eu-frankfurt-1', 'us-ashburn-1', 'uk-london-1'])
    expect(regions).toBe(world.regions.size)
    expect(world.compartments.size).toBe(8 + compartments)
    expect(counts(world)).toEqual(rest)
    readEverything(world)
  })

  test('is a tree of three levels with unique names', () => {
    const { compartments, tenancyId } = worldOf({ compartments: 500, occupied: 0 })
    const depth = (id: string): number => (id === tenancyId ? 0 : 1 + depth(compartments.get(id).compartmentId))
    const levels = Map.groupBy(compartments.values(), ({ id }) => depth(id))
    expect([...levels.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3])
    expect(levels.get(3)!.length).toBeGreaterThan(levels.get(2)!.length)
    expect(new Set(compartments.values().map(({ wire }) => wire.name)).size).toBe(508)
  })

  test.each([0.04, 0.2, 1])('has things in the share of them that was asked for: %d', (occupied) => {
    const world = worldOf({ ...large, occupied, pools: 120 })
    const generated = new Set([...world.compartments.values()].slice(8).map(({ id }) => id))
    const occupiedIds = new Set(ownRows(world).map(({ compartmentId }) => compartmentId))
    expect(occupiedIds.intersection(generated).size).toBe(Math.round(75 * occupied))
  })

  test('has something in each region', () => {
    for (const { desktops, accessRequests, workRequests } of regionsOf(worldOf(large)))
      for (const table of [desktops, accessRequests, workRequests]) expect(table.size).toBeGreaterThan(0)
  })

  test('keeps the OCIDs of the usual world, and is the same for the same seed', () => {
    const ids = (world: World) => [...world.rows.keys()]
    const usual = ids(worldOf({}))
    const first = ids(worldOf(large))
    expect(first.slice(0, usual.length)).toEqual(usual)
    expect(ids(worldOf(large))).toEqual(first)
  })

  test('stands still where nothing is asked for', () => {
    const world = worldOf({ ...large, occupied: 0.5 })
    const usual = new Set([...world.compartments.values()].slice(0, 8).map(({ id }) => id))
    const etags = () =>
      ownRows(world)
        .filter(({ compartmentId }) => !usual.has(compartmentId))
        .map(({ id, etag }) => `${id} ${etag}`)
    world.clock.advance(60_000)
    const before = etags()
    world.clock.advance(6 * 3_600_000)
    const changed = etags().filter((one, place) => one !== before[place])
    // a few access requests reach the end of their week
    expect(changed.filter((one) => !one.includes('accessrequest'))).toEqual([])
  })
})

test('a world of one region has the usual things of that region', () => {
  const world = worldOf({ regions: 1, accessRequests: 80, workRequests: 90 })
  expect([...world.regions.keys()]).toEqual(['eu-frankfurt-1'])
  expect(counts(world)).toEqual({ pools: 24, desktops: 1500, accessRequests: 80, workRequests: 90 })
  readEverything(world)
})

test('what no generated compartment can hold is in the usual ones', () => {
  expect(divided({ ...usualSize, compartments: 100, occupied: 0, desktops: 9000 }).usual.desktops).toBe(9000)
  expect(divided({ ...usualSize, compartments: 100, desktops: 9000 }).usual.desktops).toBe(9000)
  expect(divided({ ...usualSize, compartments: 100, pools: 30, desktops: 9000 }).spread).toMatchObject({
    pools: 6,
    desktops: 7500,
  })
  expect(homesOf({ compartments: 3, occupied: 1 }).accessHomes).toEqual([])
  expect(divided({ ...usualSize, compartments: 3, occupied: 1, accessRequests: 99 }).usual.accessRequests).toBe(99)
})

test.each([
  [{ regions: 5 }, '"regions" of the sandbox\'s world must be a whole number from 1 to 4, and is 5.'],
  [{ regions: 0 }, 'from 1 to 4, and is 0'],
  [{ compartments: 501 }, 'from 0 to 500, and is 501'],
  [{ occupied: 1.5 }, '"occupied" of the sandbox\'s world must be a number from 0 to 1, and is 1.5.'],
  [{ desktops: 0.5 }, 'from 0 to 100000, and is 0.5'],
])('a size beyond its limits is refused in a sentence: %j', (size, sentence) => {
  expect(() => worldOf(size)).toThrow(sentence)
})

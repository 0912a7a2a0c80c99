import { createClock } from './clock.ts'
import { createRandom, randomText } from './random.ts'
import { seedTenancy } from './seed/tenancy.ts'
import type { Row } from './table.ts'
import { createTable } from './table.ts'
import type { User, World, WorldOptions } from './world.ts'

export const defaultOptions: WorldOptions = {
  seed: 1,
  paceMs: 1500,
  life: true,
  size: { pools: 24, desktops: 1500, accessRequests: 40, workRequests: 60 },
}

/** How old the tenancy is. */
const ageMs = 912 * 86_400_000

/** Unlike OCI's own, every part of an OCID here has one length: 60 lower-case letters and digits. */
const uniqueLength = 60

/**
 * A world with its tenancy (regions, compartments, users, groups) and nothing else in it; the services' seeds fill the
 * rest. `onError` hears of what fails when something falls due, since nobody waits for it.
 */
export function createWorld(
  options: Partial<Omit<WorldOptions, 'size'>> & { size?: Partial<WorldOptions['size']> } = {},
  onError?: (error: unknown) => void,
): World {
  const all: WorldOptions = {
    seed: options.seed ?? defaultOptions.seed,
    paceMs: options.paceMs ?? defaultOptions.paceMs,
    life: options.life ?? defaultOptions.life,
    size: { ...defaultOptions.size, ...options.size },
  }
  const random = createRandom(all.seed)
  // a stream of its own, so that an OCID depends on how many were made before and on nothing else
  const randomForIds = createRandom(all.seed ^ 0x0c1d)
  const rows = new Map<string, Row<object, unknown>>()

  const ocid = (type: string, region = '') => {
    const start = region ? 'amaaaaaa' : 'aaaaaaaa'
    return `ocid1.${type}.oc1.${region}.${start}${randomText(randomForIds, uniqueLength - start.length)}`
  }

  const tenancyId = ocid('tenancy')
  const clock = createClock(onError)
  const world: World = {
    options: all,
    clock,
    random,
    tenancyId,
    tenancyName: 'gatehouse-demo',
    timeCreated: new Date(clock.ms() - ageMs).toISOString(),
    homeRegion: 'eu-frankfurt-1',
    compartments: createTable(rows),
    users: new Map(),
    groups: new Map(),
    regions: new Map(),
    rows,
    ocid,
    row: (region, id, compartmentId, wire, extra) => ({
      id,
      region: region?.name ?? '',
      compartmentId,
      etag: randomText(randomForIds, 8),
      wire,
      extra,
    }),
    maySee: (user, compartmentId) => maySee(world, user, compartmentId),
  }
  seedTenancy(world)
  return world
}

function maySee(world: World, user: User, compartmentId: string): boolean {
  let current: string | undefined = compartmentId
  while (current) {
    if (current !== world.tenancyId && !world.compartments.find(current)) return false
    if (user.compartmentIds.includes(current)) return true
    current = world.compartments.find(current)?.compartmentId
  }
  return false
}

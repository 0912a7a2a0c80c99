import { createHash } from 'node:crypto'
import { createClock } from './clock.ts'
import type { WrittenClock } from './clock.ts'
import { runErrand } from './errand.ts'
import type { Errand } from './errand.ts'
import type { Random } from './random.ts'
import { createRandom, randomText } from './random.ts'
import { seedTenancy } from './seed/tenancy.ts'
import { completeSize, usualSize } from './size.ts'
import type { Row } from './table.ts'
import { createTable } from './table.ts'
import type { User, World, WorldOptions } from './world.ts'

export const defaultOptions: WorldOptions = {
  seed: 1,
  paceMs: 1500,
  life: true,
  movesPerMinute: 0,
  size: usualSize,
}

/** How old the tenancy is. */
const ageMs = 912 * 86_400_000

/** Unlike OCI's own, every part of an OCID here has one length: 60 lower-case letters and digits. */
const uniqueLength = 60

export type SomeWorldOptions = Partial<Omit<WorldOptions, 'size'>> & { size?: Partial<WorldOptions['size']> }

/** Hears of what fails when something falls due, since nobody waits for it. */
type OnError = (error: unknown) => void

/**
 * A world with its tenancy (regions, compartments, users, groups) and nothing else in it; the services' seeds fill the
 * rest.
 */
export function createWorld(options: SomeWorldOptions = {}, onError?: OnError): World {
  const world = createEmptyWorld({ options: completed(options), onError })
  seedTenancy(world)
  return world
}

export const completed = (options: SomeWorldOptions): WorldOptions => ({
  seed: options.seed ?? defaultOptions.seed,
  paceMs: options.paceMs ?? defaultOptions.paceMs,
  life: options.life ?? defaultOptions.life,
  movesPerMinute: options.movesPerMinute ?? defaultOptions.movesPerMinute,
  size: completeSize(options.size),
})

/** Where a world was when it was written down. */
export interface Resumption {
  clock: WrittenClock<Errand>
  /** By name of its streams. */
  streams: Readonly<Record<string, number>>
  tenancyId: string
  timeCreated: string
}

/** A world without even a tenancy, at its beginning or somewhere in its course. */
export function createEmptyWorld(given: { options: WorldOptions; onError?: OnError; resumption?: Resumption }): World {
  const { options, onError, resumption } = given
  const streams = createStreams(options.seed, resumption?.streams)
  const ids = streams.get('ids')
  const rows = new Map<string, Row<object, unknown>>()

  const ocid = (type: string, region = '') => {
    const start = region ? 'amaaaaaa' : 'aaaaaaaa'
    return `ocid1.${type}.oc1.${region}.${start}${randomText(ids, uniqueLength - start.length)}`
  }

  const clock = createClock<Errand>({
    run: (what) => runErrand(world, what),
    onError,
    before: resumption?.clock,
  })
  const world: World = {
    options,
    clock,
    random: streams.get('world'),
    stream: streams.get,
    streamStates: streams.states,
    tenancyId: resumption?.tenancyId ?? ocid('tenancy'),
    tenancyName: 'gatehouse-demo',
    timeCreated: resumption?.timeCreated ?? new Date(clock.ms() - ageMs).toISOString(),
    homeRegion: 'eu-frankfurt-1',
    compartments: createTable(rows),
    users: new Map(),
    groups: new Map(),
    moves: { perMinute: 0, count: 0 },
    regions: new Map(),
    rows,
    ocid,
    row: (region, id, compartmentId, wire, extra) => ({
      id,
      region: region?.name ?? '',
      compartmentId,
      etag: randomText(ids, 8),
      wire,
      extra,
    }),
    maySee: (user, compartmentId) => maySee(world, user, compartmentId),
  }
  return world
}

/** Sequences by name. That of ids is apart from all others, so that an OCID depends on how many were made before only. */
function createStreams(seed: number, states: Readonly<Record<string, number>> = {}) {
  const streams = new Map<string, Random>()
  const get = (name: string) => {
    const stream = streams.get(name) ?? createRandom(states[name] ?? seed ^ offsetOf(name))
    streams.set(name, stream)
    return stream
  }
  // those that were begun before go on from where they were, also when nobody asks for them any more
  for (const name of Object.keys(states)) get(name)
  return {
    get,
    states: () => Object.fromEntries(streams.entries().map(([name, { state }]) => [name, state])),
  }
}

const offsets: Readonly<Record<string, number>> = { world: 0, ids: 0x0c1d }

const offsetOf = (name: string) => offsets[name] ?? createHash('sha256').update(name).digest().readUInt32BE()

function maySee(world: World, user: User, compartmentId: string): boolean {
  let current: string | undefined = compartmentId
  while (current) {
    if (current !== world.tenancyId && !world.compartments.find(current)) return false
    if (user.compartmentIds.includes(current)) return true
    current = world.compartments.find(current)?.compartmentId
  }
  return false
}

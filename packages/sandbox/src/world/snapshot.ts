import type { Resumption } from './create-world.ts'
import { createEmptyWorld } from './create-world.ts'
import type { TableName } from './region.ts'
import { createRegion, tableNames } from './region.ts'
import { completeSize } from './size.ts'
import type { WorldSize } from './size.ts'
import type { Row, Table } from './table.ts'
import type { Region, User, World, WorldOptions } from './world.ts'

type AnyRow = Row<object, unknown>

/** A table as it is written down. */
export interface WrittenTable {
  version: number
  /** In the order in which they were inserted. */
  rows: AnyRow[]
}

export interface WrittenRegion extends Pick<Region, 'name' | 'key' | 'availabilityDomains' | 'availabilityDomainIds'> {
  tables: Record<TableName, WrittenTable>
}

/** A whole world as JSON, with all that is still to happen in it. */
export interface Snapshot extends Resumption {
  seed: number
  /** Files of the time before a kind was counted do not have it. */
  size: Partial<WorldSize>
  groups: Record<string, string>
  users: User[]
  compartments: AnyRow[]
  regions: WrittenRegion[]
}

/** The world as it is now. Its rows are shared, not copied: to be turned into text before anything else happens. */
export function writeDown(world: World): Snapshot {
  const { options, clock } = world
  return {
    seed: options.seed,
    size: options.size,
    tenancyId: world.tenancyId,
    timeCreated: world.timeCreated,
    clock: clock.written(),
    streams: world.streamStates(),
    groups: Object.fromEntries(world.groups),
    users: [...world.users.values()],
    compartments: [...world.compartments.values()],
    regions: [...world.regions.values()].map((region) => {
      const { name, key, availabilityDomains, availabilityDomainIds } = region
      const tables = Object.fromEntries(tableNames.map((kind) => [kind, writtenTable(region[kind])]))
      tables['desktopPools'] = withoutDesktops(region)
      return {
        name,
        key,
        availabilityDomains,
        availabilityDomainIds,
        tables: tables as Record<TableName, WrittenTable>, // every name has its table
      }
    }),
  }
}

const writtenTable = (table: Pick<Table<AnyRow>, 'version' | 'values'>): WrittenTable => ({
  version: table.version,
  rows: [...table.values()],
})

/** Which desktops a pool has is written in the desktops. */
const withoutDesktops = ({ desktopPools }: Region): WrittenTable => ({
  version: desktopPools.version,
  rows: desktopPools
    .values()
    .map((row) => ({ ...row, extra: { ...row.extra, desktops: undefined } }))
    .toArray(),
})

/**
 * The world that was written down, at the very moment it was; its clock runs on from there. `given` says how it is to go
 * on, which is nothing that a snapshot keeps. Its rows belong to the world from then on.
 */
export function restoreWorld(
  snapshot: Snapshot,
  given: Pick<WorldOptions, 'paceMs' | 'life' | 'movesPerMinute'>,
  onError?: (error: unknown) => void,
): World {
  const { seed, size, groups, users, compartments, regions } = snapshot
  const options = { ...given, seed, size: completeSize(size) }
  const world = createEmptyWorld({ options, onError, resumption: snapshot })
  for (const [name, id] of Object.entries(groups)) world.groups.set(name, id)
  for (const user of users) world.users.set(user.id, user)
  for (const row of compartments) world.compartments.insert(row as never) // of the table that was written
  for (const { tables, ...about } of regions) {
    const versions = Object.fromEntries(tableNames.map((kind) => [kind, tables[kind].version]))
    const region = createRegion(world, about, versions)
    world.regions.set(about.name, region)
    for (const kind of tableNames) for (const row of tables[kind].rows) region[kind].insert(row as never) // as above
    for (const pool of region.desktopPools.values()) pool.extra.desktops = new Set()
    for (const desktop of region.desktops.values())
      region.desktopPools.find(desktop.wire.poolId)?.extra.desktops.add(desktop)
  }
  return world
}

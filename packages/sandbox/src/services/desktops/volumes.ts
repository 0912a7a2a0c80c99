import type { Desktops } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import type { DesktopPoolRow, DesktopRow, Region, VolumeRow, World } from '../../world/world.ts'
import { filteredTable } from './filters.ts'

export const listDesktopPoolVolumes: Handler<'desktops.listDesktopPoolVolumes'> = (input, { region }) => {
  const pool = region.desktopPools.get(input.desktopPoolId)
  return filteredTable(region.desktopPoolVolumes, input, { ...view, where: ({ wire }) => wire.poolId === pool.id })
}

const view = {
  states: ['ACTIVE', 'INACTIVE'],
  name: ({ wire }: VolumeRow) => wire.name,
  state: ({ wire }: VolumeRow) => wire.lifecycleState,
  availabilityDomain: ({ wire }: VolumeRow) => wire.availabilityDomain,
  timeCreated: ({ extra }: VolumeRow) => extra.timeCreated,
  toItem: ({ wire }: VolumeRow): Desktops.DesktopPoolVolumeSummary => wire,
}

/** Gives the desktop its user's volume: the one kept from a desktop the user had before, or a fresh one. */
export function attachVolume(world: World, region: Region, pool: DesktopPoolRow, desktop: DesktopRow): void {
  if (!pool.wire.isStorageEnabled) return
  const { userName } = desktop.wire
  const kept = region.desktopPoolVolumes
    .inCompartment(pool.compartmentId)
    .find(({ wire }) => wire.poolId === pool.id && wire.userName === userName && wire.lifecycleState === 'INACTIVE')
  if (kept) region.desktopPoolVolumes.change(kept, { lifecycleState: 'ACTIVE' })
  const volume = kept ?? region.desktopPoolVolumes.insert(volumeOf(world, region, pool, userName, world.clock.now()))
  desktop.extra.volumeId = volume.id
}

/** A volume as it is made for a user of the pool, not inserted yet. */
export function volumeOf(world: World, region: Region, pool: DesktopPoolRow, userName: string, made: Date): VolumeRow {
  const id = world.ocid('volume', region.name)
  const wire = {
    id,
    name: `${pool.wire.displayName}-${userName}-volume`,
    lifecycleState: 'ACTIVE' as const,
    userName,
    poolId: pool.id,
    availabilityDomain: pool.wire.availabilityDomain,
    ...(pool.wire.freeformTags && { freeformTags: pool.wire.freeformTags }),
    ...(pool.wire.definedTags && { definedTags: pool.wire.definedTags }),
  }
  return world.row(region, id, pool.compartmentId, wire, { timeCreated: made.toISOString() })
}

/** The volume outlives its desktop, unless it is not to be kept. */
export function detachVolume(region: Region, desktop: DesktopRow, isPreserved = true): void {
  const volume = desktop.extra.volumeId && region.desktopPoolVolumes.find(desktop.extra.volumeId)
  delete desktop.extra.volumeId
  if (!volume) return
  if (isPreserved) region.desktopPoolVolumes.change(volume, { lifecycleState: 'INACTIVE' })
  else region.desktopPoolVolumes.remove(volume.id)
}

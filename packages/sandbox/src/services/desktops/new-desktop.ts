import type { Desktops } from '@gatehouse/oci-api'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'

interface Birth {
  lifecycleState: Desktops.LifecycleState
  timeCreated: string
  /** The user it belongs to; without one it stands by for whoever comes. */
  userName?: string
  connection?: Desktops.DesktopConnection
}

/**
 * Adds a desktop to the pool, named after it and numbered. The wire requires a `userName` that a desktop on standby
 * does not have: it is the empty string there.
 */
export function addDesktop(world: World, region: Region, pool: DesktopPoolRow, birth: Birth): DesktopRow {
  const id = world.ocid('desktoppooldesktop', region.name)
  const number = ++pool.extra.lastNumber
  const { devicePolicy, image, freeformTags, definedTags } = pool.wire
  const wire: Desktops.Desktop = {
    id,
    lifecycleState: birth.lifecycleState,
    timeCreated: birth.timeCreated,
    displayName: desktopName(pool, number),
    devicePolicy,
    hostingOptions: { image, connectAddress: `10.64.${(number >> 8) & 255}.${number & 255}` },
    userName: birth.userName ?? '',
    poolId: pool.id,
    ...(birth.connection && { connection: birth.connection }),
    ...(freeformTags && { freeformTags }),
    ...(definedTags && { definedTags }),
  }
  const desktop: DesktopRow = world.row(region, id, pool.compartmentId, wire, {
    instanceId: world.ocid('instance', region.name),
    isAssigned: birth.userName !== undefined,
  })
  pool.extra.desktops.add(desktop)
  return region.desktops.insert(desktop)
}

export const desktopName = (pool: DesktopPoolRow, number: number): string =>
  `${pool.wire.displayName}-${String(number).padStart(4, '0')}`

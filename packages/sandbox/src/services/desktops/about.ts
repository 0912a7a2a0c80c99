import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'

/** How an errand names a pool. */
export interface AboutPool {
  region: string
  desktopPoolId: string
}

/** How an errand names a desktop. */
export interface AboutDesktop {
  region: string
  desktopId: string
}

export const aboutPool = (pool: DesktopPoolRow): AboutPool => ({ region: pool.region, desktopPoolId: pool.id })

export const aboutDesktop = (desktop: DesktopRow): AboutDesktop => ({ region: desktop.region, desktopId: desktop.id })

/** The pool that an errand is about, or undefined when it is forgotten by now. */
export function poolOf(world: World, about: AboutPool): { region: Region; pool: DesktopPoolRow } | undefined {
  const region = world.regions.get(about.region)
  const pool = region?.desktopPools.find(about.desktopPoolId)
  return region && pool && { region, pool }
}

/** The same for a desktop. */
export function desktopOf(world: World, about: AboutDesktop): { region: Region; desktop: DesktopRow } | undefined {
  const region = world.regions.get(about.region)
  const desktop = region?.desktops.find(about.desktopId)
  return region && desktop && { region, desktop }
}

/** The desktops with these ids that are still known. */
export const desktopsOf = (region: Region, ids: readonly string[]): DesktopRow[] =>
  ids.map((id) => region.desktops.find(id)).filter((desktop) => desktop !== undefined)

export const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

import { errand } from '../../world/errand.ts'
import { regionNamed } from '../../world/seed/tenancy.ts'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'
import type { AboutPool } from './about.ts'
import { aboutPool, desktopsOf, idsOf } from './about.ts'
import { changeDesktop, cutOff } from './connection.ts'
import { detachVolume } from './volumes.ts'

/** How long what was deleted can still be read; OCI says "for a while". */
const rememberedMs = 24 * 3_600_000

/** The desktop is gone; its row stays DELETED for a day. Its volume stays INACTIVE, unless it is not to be kept. */
export function removeDesktops(world: World, region: Region, desktops: DesktopRow[], keepVolumes = true): void {
  for (const desktop of desktops) {
    delete desktop.extra.idleSinceMs
    changeDesktop(world, region, desktop, { lifecycleState: 'DELETED', ...cutOff(world, desktop) })
    detachVolume(region, desktop, keepVolumes)
  }
  if (desktops.length > 0)
    world.clock.after(rememberedMs, desktopsForgotten({ region: region.name, desktopIds: idsOf(desktops) }))
}

/** The same for a pool that is DELETED. */
export function forgetPool(world: World, pool: DesktopPoolRow): void {
  world.clock.after(rememberedMs, poolForgotten(aboutPool(pool)))
}

const desktopsForgotten = errand<{ region: string; desktopIds: string[] }>(
  'desktops/desktops-forgotten',
  (world, about) => {
    const region = regionNamed(world, about.region)
    for (const desktop of desktopsOf(region, about.desktopIds)) {
      region.desktops.remove(desktop.id)
      region.desktopPools.find(desktop.wire.poolId)?.extra.desktops.delete(desktop)
    }
  },
)

const poolForgotten = errand<AboutPool>('desktops/pool-forgotten', (world, { region, desktopPoolId }) =>
  regionNamed(world, region).desktopPools.remove(desktopPoolId),
)

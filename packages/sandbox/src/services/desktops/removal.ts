import type { DesktopRow, Region, World } from '../../world/world.ts'
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
  world.clock.after(rememberedMs, () => {
    for (const desktop of desktops) {
      region.desktops.remove(desktop.id)
      region.desktopPools.find(desktop.wire.poolId)?.extra.desktops.delete(desktop)
    }
  })
}

/** The same for a pool that is DELETED. */
export function forgetPool(world: World, region: Region, id: string): void {
  world.clock.after(rememberedMs, () => region.desktopPools.remove(id))
}

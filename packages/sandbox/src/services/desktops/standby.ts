import { errand } from '../../world/errand.ts'
import { stepsMs } from '../../world/pace.ts'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'
import type { AboutDesktop } from './about.ts'
import { aboutDesktop, desktopOf } from './about.ts'
import { addDesktop } from './new-desktop.ts'
import { inState, settle } from './power.ts'
import { removeDesktops } from './removal.ts'

/** How many desktops the pool still has to make to have `standbySize` unassigned ones within `maximumSize`. */
export function missingStandby(pool: DesktopPoolRow): number {
  const desktops = living(pool)
  const onStandby = desktops.filter(({ extra }) => !extra.isAssigned).length
  const { standbySize, maximumSize } = pool.wire
  return Math.max(0, Math.min(standbySize - onStandby, maximumSize - desktops.length))
}

/** Makes `count` desktops, which are CREATING until `bringUp` says they are there. */
export function makeStandby(world: World, region: Region, pool: DesktopPoolRow, count: number): DesktopRow[] {
  const timeCreated = world.clock.now().toISOString()
  return Array.from({ length: count }, () =>
    addDesktop(world, region, pool, { lifecycleState: 'CREATING', timeCreated }),
  )
}

/** The desktop is there, unless it was deleted while it was made. */
export function bringUp(world: World, region: Region, desktop: DesktopRow): void {
  if (desktop.wire.lifecycleState === 'CREATING') settle(world, region, desktop, 'ACTIVE')
}

/** An open pool refills by itself whenever a desktop on standby got a user, or any desktop went away. */
export function replenish(world: World, region: Region, pool: DesktopPoolRow): void {
  if (pool.wire.lifecycleState !== 'ACTIVE') return
  for (const desktop of makeStandby(world, region, pool, missingStandby(pool))) {
    world.clock.after(stepsMs(world, 1.5), broughtUp(aboutDesktop(desktop)))
  }
}

const broughtUp = errand<AboutDesktop>('desktops/brought-up', (world, about) => {
  const found = desktopOf(world, about)
  if (found) bringUp(world, found.region, found.desktop)
})

/** Terminates the desktops on standby that are more than the pool is to have, or take it over its maximum. */
export function trimStandby(world: World, region: Region, pool: DesktopPoolRow): void {
  const { standbySize, maximumSize } = pool.wire
  const onStandby = [...inState(pool, 'ACTIVE'), ...inState(pool, 'INACTIVE')].filter(({ extra }) => !extra.isAssigned)
  const surplus = Math.max(onStandby.length - standbySize, living(pool).length - maximumSize)
  if (surplus > 0) removeDesktops(world, region, onStandby.slice(-surplus))
}

/** The desktops that are there or on their way. */
export const living = (pool: DesktopPoolRow): DesktopRow[] =>
  [...pool.extra.desktops].filter(({ wire }) => wire.lifecycleState !== 'DELETED')

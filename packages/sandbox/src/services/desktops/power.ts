import type { Desktops } from '@gatehouse/oci-api'
import { errand } from '../../world/errand.ts'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'
import type { AboutDesktop } from './about.ts'
import { desktopOf } from './about.ts'
import { changeDesktop, cutOff } from './connection.ts'

type State = Desktops.LifecycleState
type Action = Desktops.DesktopAction['action']

/** The desktop runs, unless its pool was stopped while it came up. */
export function powerOn(world: World, region: Region, desktop: DesktopRow, action?: Action): void {
  const pool = region.desktopPools.find(desktop.wire.poolId)
  if (pool?.wire.lifecycleState === 'INACTIVE') return powerOff(world, region, desktop, 'API_STOP')
  changeDesktop(world, region, desktop, { lifecycleState: 'ACTIVE', ...(action && { action }) })
}

/** The desktop is stopped, and whoever was connected no longer is. */
export function powerOff(world: World, region: Region, desktop: DesktopRow, action: Action): void {
  delete desktop.extra.idleSinceMs
  changeDesktop(world, region, desktop, {
    lifecycleState: 'INACTIVE',
    action,
    ...cutOff(world, desktop),
  })
}

/** Back to a state it had before, as far as its pool still allows. */
export function settle(world: World, region: Region, desktop: DesktopRow, lifecycleState: State): void {
  if (lifecycleState === 'ACTIVE') powerOn(world, region, desktop)
  else changeDesktop(world, region, desktop, { lifecycleState })
}

export const poweredOn = errand<AboutDesktop & { action: Action }>('desktops/powered-on', (world, about) => {
  const found = desktopOf(world, about)
  if (found) powerOn(world, found.region, found.desktop, about.action)
})

export const poweredOff = errand<AboutDesktop & { action: Action }>('desktops/powered-off', (world, about) => {
  const found = desktopOf(world, about)
  if (found) powerOff(world, found.region, found.desktop, about.action)
})

export const settled = errand<AboutDesktop & { state: State }>('desktops/settled', (world, about) => {
  const found = desktopOf(world, about)
  if (found) settle(world, found.region, found.desktop, about.state)
})

/** The desktops of the pool in that state which no work of their own is changing. */
export const inState = (pool: DesktopPoolRow, state: State): DesktopRow[] =>
  [...pool.extra.desktops].filter(({ wire, extra }) => wire.lifecycleState === state && !extra.workRequestId)

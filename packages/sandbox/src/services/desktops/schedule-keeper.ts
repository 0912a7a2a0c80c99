import { errand } from '../../world/errand.ts'
import type { DesktopPoolRow, Region, World } from '../../world/world.ts'
import type { AboutPool } from './about.ts'
import { aboutPool, poolOf } from './about.ts'
import { calendarOf, earliest } from './calendar.ts'
import type { Planned } from './calendar.ts'
import { planAll } from './connection.ts'
import { startPool, stopPool } from './pool-power.ts'
import type { Cause } from './pool-power.ts'
import { inState } from './power.ts'

/** Lets the pool's schedule start and stop it from here on; to be called again when the schedule has changed. */
export function keepSchedule(world: World, region: Region, pool: DesktopPoolRow): void {
  world.clock.callOff(pool.extra.scheduleDue)
  delete pool.extra.scheduleDue
  const { start, stop } = calendarOf(pool.wire, world.clock.ms())
  const next = earliest(stop, start)
  if (!next) return
  pool.extra.scheduleDue = world.clock.after(
    next.atMs - world.clock.ms(),
    scheduleDue({ ...aboutPool(pool), planned: next }),
  )
}

/** The same, to be done later. */
export const scheduleKept = errand<AboutPool>('desktops/schedule-kept', (world, about) => {
  const found = poolOf(world, about)
  if (found) keepSchedule(world, found.region, found.pool)
})

const scheduleDue = errand<AboutPool & { planned: Planned }>(
  'desktops/schedule-due',
  (world, { planned, ...about }) => {
    const found = poolOf(world, about)
    if (!found) return
    follow(world, found.region, found.pool, planned)
    keepSchedule(world, found.region, found.pool)
  },
)

const scheduleMissed = errand<AboutPool & { planned: Planned }>(
  'desktops/schedule-missed',
  (world, { planned, ...about }) => {
    const found = poolOf(world, about)
    if (found) follow(world, found.region, found.pool, planned)
  },
)

/** What the schedule asks for while the pool is being changed is done right after. */
function follow(world: World, region: Region, pool: DesktopPoolRow, planned: Planned) {
  const { lifecycleState } = pool.wire
  if (lifecycleState === 'UPDATING' || lifecycleState === 'CREATING') {
    pool.extra.afterWork = scheduleMissed({ ...aboutPool(pool), planned })
    return
  }
  const cause: Cause = planned.action.startsWith('SCHEDULED') ? 'SCHEDULED' : 'AVAILABILITY'
  const isOpen = lifecycleState === 'ACTIVE'
  if (planned.action.endsWith('STOP')) {
    if (isOpen) stopPool(world, region, pool, cause)
    else planAll(world, region, pool)
    return
  }
  const isClosed = lifecycleState === 'INACTIVE'
  if (isClosed || (isOpen && inState(pool, 'INACTIVE').length > 0)) startPool(world, region, pool, cause)
  else planAll(world, region, pool)
}

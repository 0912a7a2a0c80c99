import type { DesktopPoolRow, DesktopRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import { inBatches } from './batches.ts'
import { changeDesktop, isConnected } from './connection.ts'
import { workOnPool } from './pool-work.ts'
import type { PoolWork, Tempo } from './pool-work.ts'
import { inState, powerOff, powerOn, settle } from './power.ts'

/** Who asks: a caller, the cron pair, or the one-time opening and closing of the pool. */
export type Cause = 'API' | 'AVAILABILITY' | 'SCHEDULED'

const reasons: Record<Cause, string> = {
  API: 'as the caller asked',
  AVAILABILITY: 'by its availability schedule',
  SCHEDULED: 'by its scheduled opening or closing',
}

/** Starts every stopped desktop of the pool, then opens it. */
export function startPool(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  cause: Cause,
  tempo?: Tempo,
): WorkRequestRow {
  const { displayName, shapeName, availabilityDomain } = pool.wire
  const stopped = inState(pool, 'INACTIVE')
  const work: PoolWork = {
    operationType: 'START_DESKTOP_POOL',
    actionType: 'UPDATED',
    during: 'UPDATING',
    after: () => 'ACTIVE',
    steps: [
      { message: `Starting desktop pool ${displayName} ${reasons[cause]}` },
      { message: `Reserved capacity for ${stopped.length} x ${shapeName} in ${availabilityDomain}` },
      ...inBatches(stopped, {
        doing: 'Starting',
        line: ({ wire }) => `Desktop ${wire.displayName} is running and its agent has reported`,
        begin: (desktop) => inTransit(world, region, desktop, 'INACTIVE'),
        finish: (desktop) => {
          if (desktop.wire.lifecycleState === 'UPDATING') powerOn(world, region, desktop, `${cause}_START`)
        },
      }),
      { message: `Desktop pool ${displayName} is open to its users` },
    ],
    undo() {
      for (const desktop of stopped) {
        if (desktop.wire.lifecycleState === 'ACTIVE') powerOff(world, region, desktop, `${cause}_STOP`)
        if (desktop.wire.lifecycleState === 'UPDATING') settle(world, region, desktop, 'INACTIVE')
      }
    },
  }
  return workOnPool(world, region, pool, work, tempo)
}

/** Closes the pool, then stops every desktop that runs; whoever is connected is cut off. */
export function stopPool(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  cause: Cause,
  tempo?: Tempo,
): WorkRequestRow {
  const { displayName } = pool.wire
  const running = inState(pool, 'ACTIVE')
  const finish = (desktop: DesktopRow) => powerOff(world, region, desktop, `${cause}_STOP`)
  const work: PoolWork = {
    operationType: 'STOP_DESKTOP_POOL',
    actionType: 'UPDATED',
    during: 'UPDATING',
    after: () => 'INACTIVE',
    steps: [
      { message: `Stopping desktop pool ${displayName} ${reasons[cause]}` },
      { message: `Closed the pool to new connections; ${running.filter(isConnected).length} users are connected` },
      ...inBatches(running, {
        doing: 'Stopping',
        line: ({ wire }) => `Desktop ${wire.displayName} is stopped`,
        begin: (desktop) => inTransit(world, region, desktop, 'ACTIVE'),
        finish: (desktop) => {
          if (desktop.wire.lifecycleState === 'UPDATING') finish(desktop)
        },
      }),
      { message: `No desktop of pool ${displayName} is running` },
    ],
    // what came up meanwhile, by work of its own or to stand by
    onSuccess: () => inState(pool, 'ACTIVE').forEach(finish),
    undo: () => inState(pool, 'UPDATING').forEach((desktop) => settle(world, region, desktop, 'ACTIVE')),
  }
  return workOnPool(world, region, pool, work, tempo)
}

/** A desktop that left that state meanwhile, as one deleted by a session rule, is left alone. */
function inTransit(world: World, region: Region, desktop: DesktopRow, from: 'ACTIVE' | 'INACTIVE') {
  if (desktop.wire.lifecycleState === from) changeDesktop(world, region, desktop, { lifecycleState: 'UPDATING' })
}

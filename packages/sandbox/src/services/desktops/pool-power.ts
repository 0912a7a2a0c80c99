import { errand } from '../../world/errand.ts'
import { regionNamed } from '../../world/seed/tenancy.ts'
import type { DesktopPoolRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import type { AboutPool } from './about.ts'
import { aboutPool, desktopsOf, idsOf, poolOf } from './about.ts'
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
  const about = aboutPool(pool)
  const work: PoolWork = {
    operationType: 'START_DESKTOP_POOL',
    actionType: 'UPDATED',
    during: 'UPDATING',
    after: 'ACTIVE',
    steps: [
      { message: `Starting desktop pool ${displayName} ${reasons[cause]}` },
      { message: `Reserved capacity for ${stopped.length} x ${shapeName} in ${availabilityDomain}` },
      ...inBatches(stopped, {
        doing: 'Starting',
        line: ({ wire }) => `Desktop ${wire.displayName} is running and its agent has reported`,
        begin: (some) => inTransit({ ...about, desktopIds: idsOf(some), from: 'INACTIVE' }),
        finish: (some) => brought({ ...about, desktopIds: idsOf(some), action: `${cause}_START` }),
      }),
      { message: `Desktop pool ${displayName} is open to its users` },
    ],
    undo: startUndone({ ...about, desktopIds: idsOf(stopped), action: `${cause}_STOP` }),
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
  const about = aboutPool(pool)
  const action = `${cause}_STOP` as const
  const work: PoolWork = {
    operationType: 'STOP_DESKTOP_POOL',
    actionType: 'UPDATED',
    during: 'UPDATING',
    after: 'INACTIVE',
    steps: [
      { message: `Stopping desktop pool ${displayName} ${reasons[cause]}` },
      { message: `Closed the pool to new connections; ${running.filter(isConnected).length} users are connected` },
      ...inBatches(running, {
        doing: 'Stopping',
        line: ({ wire }) => `Desktop ${wire.displayName} is stopped`,
        begin: (some) => inTransit({ ...about, desktopIds: idsOf(some), from: 'ACTIVE' }),
        finish: (some) => brought({ ...about, desktopIds: idsOf(some), action }),
      }),
      { message: `No desktop of pool ${displayName} is running` },
    ],
    onSuccess: restStopped({ ...about, action }),
    undo: stopUndone(about),
  }
  return workOnPool(world, region, pool, work, tempo)
}

type StartOrStop = `${Cause}_START` | `${Cause}_STOP`
type AboutSome = AboutPool & { desktopIds: string[] }

/** A desktop that left that state meanwhile, as one deleted by a session rule, is left alone. */
const inTransit = errand<AboutSome & { from: 'ACTIVE' | 'INACTIVE' }>('desktops/in-transit', (world, about) => {
  const region = regionNamed(world, about.region)
  for (const desktop of desktopsOf(region, about.desktopIds))
    if (desktop.wire.lifecycleState === about.from)
      changeDesktop(world, region, desktop, { lifecycleState: 'UPDATING' })
})

const brought = errand<AboutSome & { action: StartOrStop }>('desktops/brought', (world, { action, ...about }) => {
  const region = regionNamed(world, about.region)
  const bring = action.endsWith('START') ? powerOn : powerOff
  for (const desktop of desktopsOf(region, about.desktopIds))
    if (desktop.wire.lifecycleState === 'UPDATING') bring(world, region, desktop, action)
})

const startUndone = errand<AboutSome & { action: StartOrStop }>('desktops/start-undone', (world, about) => {
  const region = regionNamed(world, about.region)
  for (const desktop of desktopsOf(region, about.desktopIds)) {
    if (desktop.wire.lifecycleState === 'ACTIVE') powerOff(world, region, desktop, about.action)
    if (desktop.wire.lifecycleState === 'UPDATING') settle(world, region, desktop, 'INACTIVE')
  }
})

/** What came up meanwhile, by work of its own or to stand by. */
const restStopped = errand<AboutPool & { action: StartOrStop }>('desktops/rest-stopped', (world, about) => {
  const found = poolOf(world, about)
  if (found) for (const desktop of inState(found.pool, 'ACTIVE')) powerOff(world, found.region, desktop, about.action)
})

const stopUndone = errand<AboutPool>('desktops/stop-undone', (world, about) => {
  const found = poolOf(world, about)
  if (found) for (const desktop of inState(found.pool, 'UPDATING')) settle(world, found.region, desktop, 'ACTIVE')
})

import type { Desktops } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import { done } from '../../handler.ts'
import { errand } from '../../world/errand.ts'
import { regionNamed } from '../../world/seed/tenancy.ts'
import type { DesktopPoolRow, DesktopRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import type { AboutPool } from './about.ts'
import { aboutPool, desktopsOf, idsOf, poolOf } from './about.ts'
import { inBatches } from './batches.ts'
import { changeDesktop } from './connection.ts'
import { workOnPool } from './pool-work.ts'
import type { PoolWork, Tempo } from './pool-work.ts'
import { inState } from './power.ts'
import { forgetPool, removeDesktops } from './removal.ts'
import { scheduleKept } from './schedule-keeper.ts'
import { living } from './standby.ts'
import { requirePool } from './states.ts'

type State = Desktops.LifecycleState

export const deleteDesktopPool: Handler<'desktops.deleteDesktopPool'> = (input, { world, region }) => {
  const pool = region.desktopPools.get(input.desktopPoolId)
  requirePool(pool, 'deleted')
  return done(removePool(world, region, pool, input.areVolumesPreserved ?? false).id)
}

/** Terminates every desktop, then the pool. Cancelled half-way, the pool goes on without the desktops it lost. */
export function removePool(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  areVolumesPreserved: boolean,
  tempo?: Tempo,
): WorkRequestRow {
  const { displayName } = pool.wire
  const desktops = living(pool)
  const about = aboutPool(pool)
  const work: PoolWork = {
    operationType: 'DELETE_DESKTOP_POOL',
    actionType: 'DELETED',
    during: 'DELETING',
    after: 'DELETED',
    steps: [
      { message: `Deleting desktop pool ${displayName}` },
      { message: areVolumesPreserved ? 'The volumes of its users are kept' : 'The volumes of its users go with it' },
      ...inBatches(desktops, {
        doing: 'Terminating',
        line: ({ wire }) => `The instance of desktop ${wire.displayName} is TERMINATED`,
        begin: (some) => terminating({ region: region.name, desktopIds: idsOf(some) }),
        finish: (some) => terminated({ region: region.name, desktopIds: idsOf(some), areVolumesPreserved }),
      }),
      { message: `Released the network of desktop pool ${displayName}` },
    ],
    onSuccess: poolDeleted({ ...about, areVolumesPreserved }),
    undo: poolSpared({
      ...about,
      states: Object.fromEntries(desktops.map((desktop) => [desktop.id, stateAtRest(pool, desktop)])),
    }),
  }
  return workOnPool(world, region, pool, work, tempo)
}

const atRest: readonly State[] = ['ACTIVE', 'INACTIVE', 'FAILED']

/** What the desktop is; while something is done to it, what the desktops of an open or a closed pool are. */
function stateAtRest(pool: DesktopPoolRow, { wire: { lifecycleState } }: DesktopRow): State {
  if (atRest.includes(lifecycleState)) return lifecycleState
  return pool.wire.lifecycleState === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE'
}

/** Also the volumes that were kept from desktops deleted earlier. */
function dropVolumes(region: Region, pool: DesktopPoolRow) {
  const dropped = region.desktopPoolVolumes.values().filter(({ wire }) => wire.poolId === pool.id)
  for (const volume of dropped) region.desktopPoolVolumes.remove(volume.id)
}

interface AboutDesktops {
  region: string
  desktopIds: string[]
}

/** What is under way on a desktop comes to its own end, if the pool's does not come first. */
const terminating = errand<AboutDesktops>('desktops/terminating', (world, about) => {
  const region = regionNamed(world, about.region)
  for (const desktop of desktopsOf(region, about.desktopIds))
    if (atRest.includes(desktop.wire.lifecycleState))
      changeDesktop(world, region, desktop, { lifecycleState: 'DELETING' })
})

const terminated = errand<AboutDesktops & { areVolumesPreserved: boolean }>('desktops/terminated', (world, about) => {
  const region = regionNamed(world, about.region)
  removeDesktops(world, region, desktopsOf(region, about.desktopIds), about.areVolumesPreserved)
})

const poolDeleted = errand<AboutPool & { areVolumesPreserved: boolean }>('desktops/pool-deleted', (world, about) => {
  const found = poolOf(world, about)
  if (!found) return
  const { region, pool } = found
  removeDesktops(world, region, living(pool), about.areVolumesPreserved)
  if (!about.areVolumesPreserved) dropVolumes(region, pool)
  world.clock.callOff(pool.extra.scheduleDue)
  world.clock.callOff(pool.extra.sessionAlarm?.due)
  forgetPool(world, pool)
})

const poolSpared = errand<AboutPool & { states: Record<string, State> }>(
  'desktops/pool-spared',
  (world, { states, ...about }) => {
    const found = poolOf(world, about)
    if (!found) return
    const { region, pool } = found
    for (const desktop of inState(pool, 'DELETING'))
      changeDesktop(world, region, desktop, { lifecycleState: states[desktop.id] })
    // a pool that is being deleted plans nothing, so an event that fell due meanwhile planned no next one
    pool.extra.afterWork = scheduleKept(aboutPool(pool))
  },
)

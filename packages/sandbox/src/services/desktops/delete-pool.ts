import type { Handler } from '../../handler.ts'
import { done } from '../../handler.ts'
import type { DesktopPoolRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import { inBatches } from './batches.ts'
import { changeDesktop } from './connection.ts'
import { workOnPool } from './pool-work.ts'
import type { PoolWork, Tempo } from './pool-work.ts'
import { forgetPool, removeDesktops } from './removal.ts'
import { keepSchedule } from './schedule-keeper.ts'
import { living } from './standby.ts'
import { requirePool } from './states.ts'

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
  const states = new Map(desktops.map((desktop) => [desktop, desktop.wire.lifecycleState]))
  const work: PoolWork = {
    operationType: 'DELETE_DESKTOP_POOL',
    actionType: 'DELETED',
    during: 'DELETING',
    after: () => 'DELETED',
    steps: [
      { message: `Deleting desktop pool ${displayName}` },
      { message: areVolumesPreserved ? 'The volumes of its users are kept' : 'The volumes of its users go with it' },
      ...inBatches(desktops, {
        doing: 'Terminating',
        line: ({ wire }) => `The instance of desktop ${wire.displayName} is TERMINATED`,
        begin: (desktop) => changeDesktop(world, region, desktop, { lifecycleState: 'DELETING' }),
        finish: (desktop) => removeDesktops(world, region, [desktop], areVolumesPreserved),
      }),
      { message: `Released the network of desktop pool ${displayName}` },
    ],
    onSuccess() {
      removeDesktops(world, region, living(pool), areVolumesPreserved)
      if (!areVolumesPreserved) dropVolumes(region, pool)
      pool.extra.callOffSchedule?.()
      pool.extra.sessionAlarm?.callOff()
      forgetPool(world, region, pool.id)
    },
    undo() {
      for (const desktop of living(pool)) {
        const lifecycleState = states.get(desktop)
        if (lifecycleState) changeDesktop(world, region, desktop, { lifecycleState })
      }
      // a pool that is being deleted plans nothing, so an event that fell due meanwhile planned no next one
      pool.extra.afterWork = () => keepSchedule(world, region, pool)
    },
  }
  return workOnPool(world, region, pool, work, tempo)
}

/** Also the volumes that were kept from desktops deleted earlier. */
function dropVolumes(region: Region, pool: DesktopPoolRow) {
  const dropped = region.desktopPoolVolumes.values().filter(({ wire }) => wire.poolId === pool.id)
  for (const volume of dropped) region.desktopPoolVolumes.remove(volume.id)
}

import { invalidParameter } from '../../fault.ts'
import type { Handler } from '../../handler.ts'
import { done } from '../../handler.ts'
import { errand } from '../../world/errand.ts'
import type { DesktopPoolRow, Region, World } from '../../world/world.ts'
import type { AboutPool } from './about.ts'
import { aboutPool, poolOf } from './about.ts'
import { workOnPool } from './pool-work.ts'
import type { PoolWork } from './pool-work.ts'
import { requirePool } from './states.ts'

/** The work request belongs to the compartment the pool comes from. */
export const changeDesktopPoolCompartment: Handler<'desktops.changeDesktopPoolCompartment'> = (
  input,
  { world, region },
) => {
  const pool = region.desktopPools.get(input.desktopPoolId)
  const { compartmentId } = input.body
  if (compartmentId === pool.compartmentId)
    throw invalidParameter(`compartmentId: the pool is in the compartment ${compartmentId} already.`)
  requirePool(pool, 'moved to another compartment')
  return done(movePool(world, region, pool, compartmentId).id)
}

function movePool(world: World, region: Region, pool: DesktopPoolRow, compartmentId: string) {
  const before = pool.wire.lifecycleState
  const { displayName } = pool.wire
  const work: PoolWork = {
    operationType: 'MOVE_DESKTOP_POOL',
    actionType: 'UPDATED',
    during: 'UPDATING',
    after: before,
    steps: [
      { message: `Moving desktop pool ${displayName} out of compartment ${pool.compartmentId}` },
      {
        message: `Desktop pool ${displayName}, its desktops and volumes are in compartment ${compartmentId}`,
        act: poolMoved({ ...aboutPool(pool), compartmentId }),
      },
    ],
  }
  return workOnPool(world, region, pool, work)
}

const poolMoved = errand<AboutPool & { compartmentId: string }>(
  'desktops/pool-moved',
  (world, { compartmentId, ...about }) => {
    const found = poolOf(world, about)
    if (!found) return
    const { region, pool } = found
    region.desktopPools.change(pool, { compartmentId })
    for (const desktop of pool.extra.desktops) region.desktops.move(desktop, compartmentId)
    const volumes = [...region.desktopPoolVolumes.values()].filter(({ wire }) => wire.poolId === pool.id)
    for (const volume of volumes) region.desktopPoolVolumes.move(volume, compartmentId)
  },
)

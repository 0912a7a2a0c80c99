import type { Desktops } from '@gatehouse/oci-api'
import { invalidParameter, relatedResourceNotFound } from '../../fault.ts'
import type { Handler } from '../../handler.ts'
import { done } from '../../handler.ts'
import { errand } from '../../world/errand.ts'
import type { DesktopPoolRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import type { AboutPool } from './about.ts'
import { aboutPool, poolOf } from './about.ts'
import { checkPool } from './pool-checks.ts'
import { workOnPool } from './pool-work.ts'
import type { PoolWork, Tempo } from './pool-work.ts'
import { keepSchedule } from './schedule-keeper.ts'
import { watchSessions } from './sessions.ts'
import { living, trimStandby } from './standby.ts'
import { requirePool } from './states.ts'

/** What a pool keeps for good (shape, storage, availability domain, privileges) is no field of the body at all. */
export const updateDesktopPool: Handler<'desktops.updateDesktopPool'> = (
  { desktopPoolId, body },
  { world, region },
) => {
  const pool = region.desktopPools.get(desktopPoolId)
  const patch = patchOf(region, pool, body)
  const changed = { ...pool.wire, ...patch }
  checkPool(changed)
  const assigned = living(pool).filter(({ extra }) => extra.isAssigned).length
  if (changed.maximumSize < assigned)
    throw invalidParameter(
      `maximumSize: ${changed.maximumSize} is less than the ${assigned} desktops that have a user.`,
    )
  requirePool(pool, 'updated')
  return done(changePool(world, region, pool, patch).id)
}

/** Makes the pool what the patch says at the end of some work. */
export function changePool(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  patch: Partial<Desktops.DesktopPool>,
  tempo?: Tempo,
): WorkRequestRow {
  const before = pool.wire.lifecycleState
  const work: PoolWork = {
    operationType: 'UPDATE_DESKTOP_POOL',
    actionType: 'UPDATED',
    during: 'UPDATING',
    after: before,
    steps: [
      {
        message: `Updating desktop pool ${pool.wire.displayName}`,
        details: Object.keys(patch).map((field) => `Changing ${field}`),
      },
      { message: 'Checked the settings with the image, the shape and the network of the pool' },
      {
        message: 'Applied the settings',
        act: poolChanged({ ...aboutPool(pool), patch }),
      },
      { message: `Desktops that pool ${pool.wire.displayName} makes from here on have them` },
    ],
  }
  return workOnPool(world, region, pool, work, tempo)
}

/** The fields of the pool that the body changes; objects that hold more than the body may name keep the rest. */
function patchOf(
  region: Region,
  pool: DesktopPoolRow,
  body: Desktops.UpdateDesktopPoolDetails,
): Partial<Desktops.DesktopPool> {
  const { image, networkConfiguration, privateAccessDetails, ...plain } = structuredClone(body)
  const { wire } = pool
  if (privateAccessDetails && !wire.privateAccessDetails)
    throw invalidParameter('privateAccessDetails: the pool has no private access, which cannot be added later.')
  return {
    ...plain,
    ...(image && { image: imageOf(region, image.imageId) }),
    ...(networkConfiguration && { networkConfiguration: { ...wire.networkConfiguration, ...networkConfiguration } }),
    ...(privateAccessDetails &&
      wire.privateAccessDetails && { privateAccessDetails: { ...wire.privateAccessDetails, ...privateAccessDetails } }),
  }
}

/** The region's images are those its pools were made from. */
function imageOf(region: Region, imageId: string): Desktops.DesktopImage {
  const pool = region.desktopPools.values().find(({ wire }) => wire.image.imageId === imageId)
  if (pool) return pool.wire.image
  throw relatedResourceNotFound(`image.imageId: ${imageId} does not exist in ${region.name}, or you may not use it.`)
}

const poolChanged = errand<AboutPool & { patch: Partial<Desktops.DesktopPool> }>(
  'desktops/pool-changed',
  (world, { patch, ...about }) => {
    const found = poolOf(world, about)
    if (!found) return
    const { region, pool } = found
    region.desktopPools.change(pool, patch)
    const { devicePolicy } = patch
    if (devicePolicy) for (const desktop of living(pool)) region.desktops.change(desktop, { devicePolicy })
    trimStandby(world, region, pool)
    keepSchedule(world, region, pool)
    watchSessions(world, region, pool)
  },
)

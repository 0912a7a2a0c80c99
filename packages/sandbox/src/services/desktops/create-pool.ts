import type { Desktops } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import { answer } from '../../handler.ts'
import { errand } from '../../world/errand.ts'
import type { Step } from '../../world/work.ts'
import type { DesktopPoolRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import type { AboutPool } from './about.ts'
import { aboutPool, poolOf } from './about.ts'
import { inBatches } from './batches.ts'
import { desktopName } from './new-desktop.ts'
import { checkAvailabilityDomain, checkPool } from './pool-checks.ts'
import { isOpen, workOnPool } from './pool-work.ts'
import type { PoolWork, Tempo } from './pool-work.ts'
import { inState, settle } from './power.ts'
import { removeDesktops } from './removal.ts'
import { keepSchedule } from './schedule-keeper.ts'
import { bringUp, living, makeStandby } from './standby.ts'

export const createDesktopPool: Handler<'desktops.createDesktopPool'> = ({ body }, { world, region }) => {
  checkAvailabilityDomain(region, body.availabilityDomain)
  checkPool(body)

  const pool = addPool(world, region, body)
  const work = provisionPool(world, region, pool)
  return answer(pool.wire, { workRequestId: work.id })
}

/** The pool as OCI answers at once: in CREATING, with what the caller left out filled in. */
export function addPool(world: World, region: Region, details: Desktops.CreateDesktopPoolDetails): DesktopPoolRow {
  const id = world.ocid('desktoppool', region.name)
  const { privateAccessDetails, ...rest } = structuredClone(details)
  const wire: Desktops.DesktopPool = {
    ...rest,
    id,
    lifecycleState: 'CREATING',
    timeCreated: world.clock.now().toISOString(),
    ...(privateAccessDetails && {
      privateAccessDetails: {
        privateIp: '10.64.255.10',
        ...privateAccessDetails,
        vcnId: details.networkConfiguration.vcnId,
        endpointFqdn: `${id.slice(-12)}.desktops.${region.name}`,
      },
    }),
  }
  const extra: DesktopPoolRow['extra'] = { desktops: new Set(), lastNumber: 0 }
  return region.desktopPools.insert(world.row(region, id, details.compartmentId, wire, extra))
}

/** Makes the desktops on standby, then opens the pool, or leaves it INACTIVE until the time it is to open. */
export function provisionPool(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  options: Tempo & { before?: Step[] } = {},
): WorkRequestRow {
  const { before = [], ...tempo } = options
  const { displayName, standbySize, availabilityDomain, image, networkConfiguration } = pool.wire
  const numbers = Array.from({ length: standbySize }, (_, place) => pool.extra.lastNumber + place + 1)
  const about = aboutPool(pool)
  const work: PoolWork = {
    operationType: 'CREATE_DESKTOP_POOL',
    actionType: 'CREATED',
    during: 'CREATING',
    otherwise: 'FAILED',
    steps: [
      { message: `Creating desktop pool ${displayName} in ${availabilityDomain}` },
      { message: `Checked image ${image.imageName} and subnet ${networkConfiguration.subnetId}` },
      ...before,
      ...inBatches(numbers, {
        doing: 'Creating',
        line: (number) => `Desktop ${desktopName(pool, number)} is ready for a user`,
        begin: ({ length }) => desktopsBegun({ ...about, count: length }),
        finish: () => desktopsReady(about),
      }),
      { message: `Desktop pool ${displayName} is ready` },
    ],
    onSuccess: poolProvisioned(about),
    undo: poolGivenUp(about),
  }
  const row = workOnPool(world, region, pool, work, tempo)
  keepSchedule(world, region, pool)
  return row
}

const desktopsBegun = errand<AboutPool & { count: number }>('desktops/standby-begun', (world, { count, ...about }) => {
  const found = poolOf(world, about)
  if (found) makeStandby(world, found.region, found.pool, count)
})

/** While a pool is made, all its desktops that are CREATING are those of the batch. */
const desktopsReady = errand<AboutPool>('desktops/standby-ready', (world, about) => {
  const found = poolOf(world, about)
  if (found) for (const desktop of inState(found.pool, 'CREATING')) bringUp(world, found.region, desktop)
})

/** Nobody uses a desktop before the pool opens. */
const poolProvisioned = errand<AboutPool>('desktops/pool-provisioned', (world, about) => {
  const found = poolOf(world, about)
  if (!found || isOpen(found.pool, world.clock.ms())) return
  for (const desktop of inState(found.pool, 'ACTIVE')) settle(world, found.region, desktop, 'INACTIVE')
})

const poolGivenUp = errand<AboutPool>('desktops/pool-given-up', (world, about) => {
  const found = poolOf(world, about)
  if (found) removeDesktops(world, found.region, living(found.pool))
})

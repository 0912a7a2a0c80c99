import type { Desktops, OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import { callHandler, testWorld } from '../../testing.ts'
import { compartmentId, regionNamed } from '../../world/seed/tenancy.ts'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'
import { addPool } from './create-pool.ts'
import { handlers } from './index.ts'
import { addDesktop } from './new-desktop.ts'
import { keepSchedule } from './schedule-keeper.ts'
import { bringUp, makeStandby } from './standby.ts'
import { attachVolume } from './volumes.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** Longer than any work takes at the pace of a test's world. */
export const longEnoughMs = hourMs

export interface PoolFixture {
  world: World
  region: Region
  pool: DesktopPoolRow
  /** Those of `user0001`, `user0002`, …. */
  owned: DesktopRow[]
  call: <Id extends OperationId>(id: Id, input: OperationInput<Id>) => OperationOutput<Id>
  /** Lets all that was begun come to its end. */
  finish: () => void
}

/** A world with one open pool in it: some users' desktops, and one or as many as said on standby. */
export function worldWithPool(
  options: { users?: number; details?: (world: World) => Partial<Desktops.CreateDesktopPoolDetails> } = {},
): PoolFixture {
  const world = testWorld()
  const region = regionNamed(world)
  const pool = addPool(world, region, { ...poolDetails(world), ...options.details?.(world) })
  region.desktopPools.change(pool, { lifecycleState: 'ACTIVE' })
  const timeCreated = world.clock.now().toISOString()
  const owned = Array.from({ length: options.users ?? 2 }, (_, place) => {
    const userName = `user000${place + 1}`
    const desktop = addDesktop(world, region, pool, { lifecycleState: 'ACTIVE', timeCreated, userName })
    attachVolume(world, region, pool, desktop)
    return desktop
  })
  for (const desktop of makeStandby(world, region, pool, pool.wire.standbySize)) bringUp(world, region, desktop)
  keepSchedule(world, region, pool)
  return {
    world,
    region,
    pool,
    owned,
    call: (id, input) => callHandler(world, handlers, id, input),
    finish: () => world.clock.advance(longEnoughMs),
  }
}

/** What `createDesktopPool` takes, with nothing wrong in it. */
export const poolDetails = (world: World): Desktops.CreateDesktopPoolDetails => ({
  compartmentId: compartmentId(world, 'sandbox-lab'),
  displayName: 'lab-pool',
  maximumSize: 10,
  standbySize: 1,
  shapeName: 'VM.Standard.E4.Flex',
  isStorageEnabled: true,
  storageSizeInGBs: 50,
  storageBackupPolicyId: '',
  devicePolicy: {
    clipboardMode: 'FULL',
    audioMode: 'FULL',
    cdmMode: 'NONE',
    isPrintingEnabled: false,
    isPointerEnabled: true,
    isKeyboardEnabled: true,
    isDisplayEnabled: true,
  },
  availabilityPolicy: {},
  image: { imageId: 'ocid1.image.oc1.eu-frankfurt-1.lab', imageName: 'lab' },
  networkConfiguration: {
    vcnId: 'ocid1.vcn.oc1.eu-frankfurt-1.lab',
    subnetId: 'ocid1.subnet.oc1.eu-frankfurt-1.lab',
  },
  contactDetails: '',
  arePrivilegedUsers: false,
  availabilityDomain: regionNamed(world).availabilityDomains[0] ?? '',
})

/** A daily Quartz schedule in UTC whose next time is that moment, to the second. */
export function dailyAt(ms: number): Desktops.DesktopSchedule {
  const at = new Date(ms)
  const cronExpression = `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} * * ?`
  return { cronExpression, timezone: 'Etc/UTC' }
}

/** How many of the pool's desktops are in which state. */
export function tally({ extra }: DesktopPoolRow): Partial<Record<Desktops.LifecycleState, number>> {
  const counts: Partial<Record<Desktops.LifecycleState, number>> = {}
  for (const { wire } of extra.desktops) counts[wire.lifecycleState] = (counts[wire.lifecycleState] ?? 0) + 1
  return counts
}

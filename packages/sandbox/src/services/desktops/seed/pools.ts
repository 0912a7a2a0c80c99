import type { Desktops } from '@gatehouse/oci-api'
import { findCompartment, regionNamed } from '../../../world/seed/tenancy.ts'
import type { DesktopPoolRow, Region, World } from '../../../world/world.ts'
import { addPool } from '../create-pool.ts'
import type { Dice } from './dice.ts'
import { officeHours, shortShifts, wasOpened } from './office-hours.ts'
import type { PoolPlan, Regime } from './pool-plans.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Things of other services that pools refer to, made once per region. */
export interface Surroundings {
  images: Record<PoolPlan['image'], Desktops.DesktopImage>
  vcnId: string
  subnetId: string
  nsgId: string
  backupPolicyId: string
}

const shapes: Record<PoolPlan['image'], { shapeName: string; ocpus: number; memoryInGBs: number }> = {
  linux: { shapeName: 'VM.Standard.E4.Flex', ocpus: 4, memoryInGBs: 32 },
  windows: { shapeName: 'VM.Standard.E4.Flex', ocpus: 2, memoryInGBs: 16 },
  gpu: { shapeName: 'VM.GPU.A10.1', ocpus: 15, memoryInGBs: 240 },
}

const clipboards = ['FULL', 'TODESKTOP', 'NONE', 'FROMDESKTOP'] as const

/** What every region has around its pools. */
export function surroundings(world: World, region: Region): Surroundings {
  const image = (imageName: string, operatingSystem: string) => ({
    imageId: world.ocid('image', region.name),
    imageName,
    operatingSystem,
  })
  return {
    images: {
      linux: image('desktop-oracle-linux-8-2026.10', 'Oracle Linux'),
      windows: image('desktop-windows-11-2026.09', 'Windows'),
      gpu: image('desktop-oracle-linux-8-gpu-2026.08', 'Oracle Linux'),
    },
    vcnId: world.ocid('vcn', region.name),
    subnetId: world.ocid('subnet', region.name),
    nsgId: world.ocid('networksecuritygroup', region.name),
    backupPolicyId: world.ocid('volumebackuppolicy'),
  }
}

/** The pool as its plan says, with room for `count` desktops and none in it; it is ACTIVE until something else is done to it. */
export function seedPool(
  world: World,
  dice: Dice,
  plan: PoolPlan,
  count: number,
  around: Surroundings,
): { region: Region; pool: DesktopPoolRow } {
  const region = regionNamed(world, plan.region)
  const { shapeName, ocpus, memoryInGBs } = shapes[plan.image]
  const { availabilityDomains } = region
  const standbySize = count > 2 ? Math.min(25, Math.max(1, Math.round(count * 0.08))) : Math.min(count, 1)
  const pool = addPool(world, region, {
    compartmentId: compartmentOf(world, plan),
    displayName: plan.name,
    description: plan.description,
    maximumSize: Math.max(10, Math.ceil((count * 1.25) / 10) * 10),
    // a pool that is being made has nothing yet, and wants some
    standbySize: plan.state === 'CREATING' ? 6 : standbySize,
    shapeName,
    shapeConfig: { ocpus, memoryInGBs, baselineOcpuUtilization: 'BASELINE_1_1' },
    useDedicatedVmHost: 'FALSE',
    isStorageEnabled: plan.image !== 'gpu',
    storageSizeInGBs: plan.image === 'gpu' ? 0 : dice.oneOf([50, 100, 200]),
    storageBackupPolicyId: dice.roll() < 0.5 ? around.backupPolicyId : '',
    devicePolicy: {
      clipboardMode: clipboards[dice.whole(0, 3)] ?? 'NONE',
      audioMode: 'FULL',
      cdmMode: dice.oneOf(['NONE', 'READONLY', 'FULL']),
      isPrintingEnabled: dice.roll() < 0.4,
      isPointerEnabled: true,
      isKeyboardEnabled: true,
      isDisplayEnabled: true,
      isVideoInputEnabled: dice.roll() < 0.6,
    },
    availabilityPolicy: {},
    image: around.images[plan.image],
    networkConfiguration: { vcnId: around.vcnId, subnetId: around.subnetId },
    contactDetails: `${plan.compartment.replace('desktops-', '')}-desktops@workplace.example, extension ${dice.whole(2000, 8999)}`,
    arePrivilegedUsers: plan.compartment === 'desktops-engineering',
    availabilityDomain: availabilityDomains[dice.whole(0, availabilityDomains.length - 1)] ?? '',
    freeformTags: { 'cost-centre': String(dice.whole(4100, 4190)), tier: plan.weight > 5 ? 'gold' : 'silver' },
    definedTags: { operations: { owner: plan.compartment } },
    nsgIds: [around.nsgId],
    bootVolumeSizeInGBs: plan.image === 'gpu' ? 250 : 100,
    ...(dice.roll() < 0.3 && { privateAccessDetails: { subnetId: around.subnetId, nsgIds: [around.nsgId] } }),
    ...rhythm(world, dice, plan),
  })
  const isFresh = plan.state === 'CREATING'
  const ageMs = isFresh ? 4 * minuteMs : dice.between(20, 700) * dayMs
  region.desktopPools.change(pool, {
    timeCreated: new Date(world.clock.ms() - ageMs).toISOString(),
    lifecycleState: 'ACTIVE',
  })
  return { region, pool }
}

function compartmentOf(world: World, { name, compartment }: PoolPlan): string {
  const id = findCompartment(world, compartment)
  if (!id) throw new Error(`The pool ${name} is to be in ${compartment}, which is no compartment of this world`)
  return id
}

type Rhythm = Pick<Desktops.DesktopPool, 'sessionLifecycleActions' | 'timeStartScheduled' | 'timeStopScheduled'> & {
  availabilityPolicy?: Desktops.DesktopAvailabilityPolicy
}

function rhythm(world: World, dice: Dice, { regime, state }: PoolPlan): Rhythm {
  const nowMs = world.clock.ms()
  const inactivity = { action: 'DISCONNECT', gracePeriodInMinutes: dice.oneOf([90, 120, 240]) } as const
  const gracePeriodInMinutes = dice.oneOf([60, 90, 120])
  const inDays = (days: number) => new Date(Math.ceil((nowMs + days * dayMs) / hourMs) * hourMs).toISOString()
  const isOpen = state === 'ACTIVE'
  const rhythms: Record<Regime, () => Rhythm> = {
    'office hours': () => ({
      availabilityPolicy: officeHours(isOpen, nowMs, dice.whole(0, 99)),
      sessionLifecycleActions: { inactivity },
    }),
    'stop when left': () => ({
      sessionLifecycleActions: { inactivity, disconnect: { action: 'STOP', gracePeriodInMinutes } },
    }),
    'delete when left': () => ({
      sessionLifecycleActions: { inactivity, disconnect: { action: 'DELETE', gracePeriodInMinutes } },
    }),
    season: () =>
      isOpen
        ? { timeStartScheduled: inDays(-40), timeStopScheduled: inDays(19.5) }
        : { timeStartScheduled: inDays(2.25), timeStopScheduled: inDays(9.25) },
    'short shifts': () => (world.options.life ? { availabilityPolicy: shortShifts } : {}),
    always: () => ({ sessionLifecycleActions: { inactivity: { action: 'NONE' }, disconnect: { action: 'NONE' } } }),
  }
  return rhythms[regime]()
}

/** The plan's state, but where the pool's cron pair runs by the minute: there it is what the pair made of it. */
export function stateNow(world: World, plan: PoolPlan): Desktops.LifecycleState {
  if (plan.regime !== 'short shifts' || !world.options.life) return plan.state
  return wasOpened(shortShifts, world.clock.ms()) ? 'ACTIVE' : 'INACTIVE'
}

import type { Desktops } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { callHandler, testWorld } from '../../testing.ts'
import { regionNamed } from '../../world/seed/tenancy.ts'
import { handlers } from './index.ts'
import { hourMs, longEnoughMs, minuteMs, poolDetails, tally } from './testing.ts'

type Details = Desktops.CreateDesktopPoolDetails

function create(more: Partial<Details> = {}) {
  const world = testWorld()
  const body = { ...poolDetails(world), ...more }
  const { id } = callHandler(world, handlers, 'desktops.createDesktopPool', { body })
  const pool = regionNamed(world).desktopPools.get(id)
  return { world, pool, read: () => callHandler(world, handlers, 'desktops.getDesktopPool', { desktopPoolId: id }) }
}

test('a pool is CREATING at first; its desktops on standby appear one after the other, then it is ACTIVE', () => {
  const { world, pool, read } = create({ standbySize: 4 })
  expect(read().lifecycleState).toBe('CREATING')
  expect(tally(pool)).toEqual({})
  world.clock.advance(4 * minuteMs)
  expect(Object.keys(tally(pool))).toContain('CREATING')
  expect(read().lifecycleState).toBe('CREATING')
  world.clock.advance(longEnoughMs)
  expect(read().lifecycleState).toBe('ACTIVE')
  expect(tally(pool)).toEqual({ ACTIVE: 4 })
  expect([...pool.extra.desktops].every(({ extra }) => !extra.isAssigned)).toBe(true)
})

test('a pool keeps all it was given, and gets the rest of its private access from the network', () => {
  const { read } = create({
    description: 'Ten seats',
    shapeConfig: { ocpus: 2, memoryInGBs: 16, baselineOcpuUtilization: 'BASELINE_1_2' },
    useDedicatedVmHost: 'AUTO',
    freeformTags: { tier: 'gold' },
    definedTags: { operations: { owner: 'lab' } },
    nsgIds: ['ocid1.networksecuritygroup.1'],
    bootVolumeSizeInGBs: 100,
    sessionLifecycleActions: { inactivity: { action: 'DISCONNECT', gracePeriodInMinutes: 30 } },
    privateAccessDetails: { subnetId: 'ocid1.subnet.2' },
  })
  expect(read()).toMatchObject({
    description: 'Ten seats',
    shapeConfig: { baselineOcpuUtilization: 'BASELINE_1_2' },
    useDedicatedVmHost: 'AUTO',
    freeformTags: { tier: 'gold' },
    bootVolumeSizeInGBs: 100,
    privateAccessDetails: { subnetId: 'ocid1.subnet.2', vcnId: 'ocid1.vcn.oc1.eu-frankfurt-1.lab' },
  })
})

test('a pool that is to open later is INACTIVE until then', () => {
  const opensMs = testWorld().clock.ms() + 5 * hourMs
  const { world, pool, read } = create({ timeStartScheduled: new Date(opensMs).toISOString() })
  world.clock.advance(2 * hourMs)
  expect(read().lifecycleState).toBe('INACTIVE')
  expect(tally(pool)).toEqual({ INACTIVE: 1 })
  world.clock.advance(5 * hourMs)
  expect(read().lifecycleState).toBe('ACTIVE')
  expect(tally(pool)).toEqual({ ACTIVE: 1 })
})

test('a pool whose creation is cancelled is FAILED without desktops, and can only be deleted', () => {
  const { world, pool, read } = create({ standbySize: 4 })
  world.clock.advance(5 * minuteMs)
  callHandler(world, handlers, 'desktops.cancelWorkRequest', { workRequestId: pool.extra.workRequestId ?? '' })
  world.clock.advance(longEnoughMs)
  expect(read().lifecycleState).toBe('FAILED')
  expect(Object.keys(tally(pool))).toEqual(['DELETED'])
  expect(() => callHandler(world, handlers, 'desktops.startDesktopPool', { desktopPoolId: pool.id })).toThrow(
    'is FAILED; it can be started only while it is INACTIVE.',
  )
  callHandler(world, handlers, 'desktops.deleteDesktopPool', { desktopPoolId: pool.id })
  expect(read().lifecycleState).toBe('DELETING')
})

const hours = { cronExpression: '0 0 7 ? * MON-FRI', timezone: 'Europe/Berlin' }

const refusals: [string, Partial<Details>, string][] = [
  ['more on standby than in all', { standbySize: 11 }, 'standbySize: 11 is more than maximumSize, which is 10.'],
  ['a volume that is too small', { storageSizeInGBs: 49 }, 'storageSizeInGBs: 49 is less than 50'],
  [
    'another region’s domain',
    { availabilityDomain: 'GkzQ:US-ASHBURN-AD-1' },
    'availabilityDomain: eu-frankfurt-1 has no',
  ],
  [
    'a cron expression nobody can read',
    { availabilityPolicy: { startSchedule: { ...hours, cronExpression: '7 o’clock' } } },
    'availabilityPolicy.startSchedule.cronExpression:',
  ],
  [
    'a time zone that is none',
    { availabilityPolicy: { stopSchedule: { ...hours, timezone: 'Berlin' } } },
    'availabilityPolicy.stopSchedule.timezone: "Berlin" is not an IANA time zone.',
  ],
  [
    'closing before opening',
    { timeStartScheduled: '2027-01-02T00:00:00Z', timeStopScheduled: '2027-01-01T00:00:00Z' },
    'timeStartScheduled: 2027-01-02T00:00:00Z is not before timeStopScheduled',
  ],
  [
    'a disconnect action beside a schedule',
    { availabilityPolicy: { startSchedule: hours }, sessionLifecycleActions: { disconnect: { action: 'STOP' } } },
    'sessionLifecycleActions.disconnect.action: STOP cannot be combined',
  ],
]

test('a pool of more desktops than the tenancy may have is refused', () => {
  expect(() => create({ maximumSize: 5001 })).toThrow(
    expect.objectContaining({ status: 400, code: 'LimitExceeded', message: expect.stringContaining('maximumSize') }),
  )
})

test.each(refusals)('a pool with %s is refused, and the field is named', (_, more, message) => {
  expect(() => create(more)).toThrow(
    expect.objectContaining({ status: 400, code: 'InvalidParameter', message: expect.stringContaining(message) }),
  )
})

test('what would be refused is let through where it does not matter', () => {
  expect(create({ isStorageEnabled: false, storageSizeInGBs: 0 }).pool.wire.storageSizeInGBs).toBe(0)
  const none: Partial<Details> = {
    availabilityPolicy: { startSchedule: hours },
    sessionLifecycleActions: { disconnect: { action: 'NONE' } },
  }
  expect(create(none).pool.wire.lifecycleState).toBe('CREATING')
})

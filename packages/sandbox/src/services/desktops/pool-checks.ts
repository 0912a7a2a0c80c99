import type { Desktops } from '@gatehouse/oci-api'
import { invalidParameter, limitExceeded } from '../../fault.ts'
import type { Region } from '../../world/world.ts'
import { checkSchedule } from './schedule.ts'

/** The fields that more than a schema has a say in; the same in a pool and in the details it is made from. */
type Checked = Pick<
  Desktops.DesktopPool,
  | 'maximumSize'
  | 'standbySize'
  | 'isStorageEnabled'
  | 'storageSizeInGBs'
  | 'bootVolumeSizeInGBs'
  | 'availabilityPolicy'
  | 'sessionLifecycleActions'
  | 'timeStartScheduled'
  | 'timeStopScheduled'
>

/** Block Volume's own bounds. */
const smallestVolumeGB = 50
const largestVolumeGB = 32_768

/** The tenancy's limit. OCI's can be raised by asking; this one is what a machine can hold. */
const mostDesktops = 5000

const longestGraceMinutes = 366 * 24 * 60

/**
 * Throws InvalidParameter, naming the field, when a pool could not be like this. Terraform documents that a disconnect
 * action and a schedule exclude each other; the bounds are assumed.
 */
export function checkPool(pool: Checked): void {
  const { maximumSize, standbySize, isStorageEnabled, storageSizeInGBs, bootVolumeSizeInGBs = 0 } = pool
  if (maximumSize > mostDesktops)
    throw limitExceeded(`maximumSize: ${maximumSize} is more than the ${mostDesktops} desktops a pool may have here.`)
  if (standbySize > maximumSize)
    throw invalidParameter(`standbySize: ${standbySize} is more than maximumSize, which is ${maximumSize}.`)
  if (isStorageEnabled && storageSizeInGBs < smallestVolumeGB)
    throw invalidParameter(
      `storageSizeInGBs: ${storageSizeInGBs} is less than ${smallestVolumeGB}, the smallest volume there is.`,
    )
  for (const [field, gigabytes] of Object.entries({ storageSizeInGBs, bootVolumeSizeInGBs }))
    if (gigabytes > largestVolumeGB)
      throw invalidParameter(`${field}: ${gigabytes} is more than ${largestVolumeGB}, the largest volume there is.`)
  checkRules(pool)
  checkTimes(pool)
}

function checkRules({ sessionLifecycleActions }: Checked) {
  for (const [when, rule] of Object.entries(sessionLifecycleActions ?? {}))
    if ((rule.gracePeriodInMinutes ?? 0) > longestGraceMinutes)
      throw invalidParameter(
        `sessionLifecycleActions.${when}.gracePeriodInMinutes: ${rule.gracePeriodInMinutes} is more than ${longestGraceMinutes}, which is a year.`,
      )
}

function checkTimes({ availabilityPolicy, sessionLifecycleActions, timeStartScheduled, timeStopScheduled }: Checked) {
  const { startSchedule, stopSchedule } = availabilityPolicy
  if (startSchedule) checkSchedule(startSchedule, 'availabilityPolicy.startSchedule')
  if (stopSchedule) checkSchedule(stopSchedule, 'availabilityPolicy.stopSchedule')

  const action = sessionLifecycleActions?.disconnect?.action ?? 'NONE'
  if (action !== 'NONE' && (startSchedule || stopSchedule))
    throw invalidParameter(
      `sessionLifecycleActions.disconnect.action: ${action} cannot be combined with an availabilityPolicy that has a schedule.`,
    )
  if (timeStartScheduled && timeStopScheduled && Date.parse(timeStartScheduled) >= Date.parse(timeStopScheduled))
    throw invalidParameter(
      `timeStartScheduled: ${timeStartScheduled} is not before timeStopScheduled, ${timeStopScheduled}.`,
    )
}

/** Throws InvalidParameter when the region has no such availability domain. */
export function checkAvailabilityDomain(region: Region, name: string): void {
  if (region.availabilityDomains.includes(name)) return
  throw invalidParameter(
    `availabilityDomain: ${region.name} has no "${name}", only ${region.availabilityDomains.join(', ')}.`,
  )
}

import type { Desktops } from '@gatehouse/oci-api'
import { invalidParameter } from '../../fault.ts'
import type { Region } from '../../world/world.ts'
import { checkSchedule } from './schedule.ts'

/** The fields that more than a schema has a say in; the same in a pool and in the details it is made from. */
type Checked = Pick<
  Desktops.DesktopPool,
  | 'maximumSize'
  | 'standbySize'
  | 'isStorageEnabled'
  | 'storageSizeInGBs'
  | 'availabilityPolicy'
  | 'sessionLifecycleActions'
  | 'timeStartScheduled'
  | 'timeStopScheduled'
>

/** Block Volume's own minimum. */
const smallestVolumeGB = 50

/**
 * Throws InvalidParameter, naming the field, when a pool could not be like this. Terraform documents that a disconnect
 * action and a schedule exclude each other; the bounds are assumed.
 */
export function checkPool(pool: Checked): void {
  const { maximumSize, standbySize, isStorageEnabled, storageSizeInGBs } = pool
  if (standbySize > maximumSize)
    throw invalidParameter(`standbySize: ${standbySize} is more than maximumSize, which is ${maximumSize}.`)
  if (isStorageEnabled && storageSizeInGBs < smallestVolumeGB)
    throw invalidParameter(
      `storageSizeInGBs: ${storageSizeInGBs} is less than ${smallestVolumeGB}, the smallest volume there is.`,
    )
  checkTimes(pool)
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

import { incorrectState, invalidParameter } from '../../fault.ts'
import type { AccessRequestRow, Region, World } from '../../world/world.ts'
import { lifecycle, stateOf } from './lifecycle.ts'
import { move, type Note } from './transition.ts'

/**
 * The operator asks for more hours, which no operation of the service can do. Refused with 409 unless access is open,
 * and with 400 for anything but whole hours from 1.
 */
export function askExtension(world: World, region: Region, id: string, hours: number): AccessRequestRow {
  const row = region.accessRequests.get(id)
  if (!Number.isInteger(hours) || hours < 1) {
    throw invalidParameter(`An extension takes a whole number of hours from 1, not ${hours}.`)
  }
  if (!lifecycle[stateOf(row)].next.includes('EXTENDING')) {
    throw incorrectState(
      `The access request ${row.wire.requestId} is ${stateOf(row)}; only open access can be extended.`,
    )
  }
  move(world, region, row, 'EXTENDING', extensionNote(row, hours))
  return row
}

/** Approvals of an earlier extension do not count for this one. */
export const extensionNote = ({ wire }: AccessRequestRow, hours: number): Note => ({
  by: wire.operatorId ?? '',
  description: `The operator asks for ${hours} more hours`,
  duration: hours,
  patch: { extendDuration: hours, numberOfExtensionApprovers: 0, extensionApproverDetails: undefined },
})

import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { alreadyExists, invalidParameter, missingParameter } from '../../fault.ts'
import type { Region } from '../../world/world.ts'
import { isCurrent } from './assignment-lifecycle.ts'

type Assignment = OperatorAccessControl.OperatorControlAssignment

/** Throws 400 unless the assignment says when it holds, and where its logs go if they go anywhere. */
export function checkTerms(wire: Partial<Assignment>, nowMs: number): void {
  if (!wire.isEnforcedAlways) {
    if (!wire.timeAssignmentFrom || !wire.timeAssignmentTo) {
      throw missingParameter('An assignment that is not enforced always needs timeAssignmentFrom and timeAssignmentTo.')
    }
    if (Date.parse(wire.timeAssignmentFrom) >= Date.parse(wire.timeAssignmentTo)) {
      throw invalidParameter('timeAssignmentTo must be later than timeAssignmentFrom.')
    }
    if (Date.parse(wire.timeAssignmentTo) <= nowMs) throw invalidParameter('timeAssignmentTo is in the past.')
  }
  if (wire.isLogForwarded && (!wire.remoteSyslogServerAddress || wire.remoteSyslogServerPort === undefined)) {
    throw missingParameter('Forwarding logs needs remoteSyslogServerAddress and remoteSyslogServerPort.')
  }
}

/** Throws NotAuthorizedOrResourceAlreadyExists when a control governs the resource in the same time. */
export function requireUngoverned(region: Region, wire: Assignment): void {
  const other = region.operatorControlAssignments
    .values()
    .find(
      (row) =>
        row.id !== wire.id && row.wire.resourceId === wire.resourceId && isCurrent(row) && overlap(row.wire, wire),
    )
  if (!other) return
  throw alreadyExists(
    `The resource ${wire.resourceName} is governed by the operator control ${other.wire.opControlName} in that time already.`,
  )
}

const overlap = (a: Assignment, b: Assignment) => {
  const [first, second] = [a, b].map(({ isEnforcedAlways, timeAssignmentFrom, timeAssignmentTo }) => ({
    from: isEnforcedAlways ? -Infinity : Date.parse(timeAssignmentFrom ?? ''),
    to: isEnforcedAlways ? Infinity : Date.parse(timeAssignmentTo ?? ''),
  }))
  return first !== undefined && second !== undefined && first.from < second.to && second.from < first.to
}

import type { OperatorAccessControl } from '@gatehouse/oci-api'
import type { OperatorControlAssignmentRow, Region } from '../../world/world.ts'

/** What a control says about the resource it is assigned to. */
export interface Governance {
  wire: OperatorAccessControl.OperatorControl
  /** Whether every one of these actions is approved in advance. */
  covers(actions: readonly string[]): boolean
}

/** The control of an assignment. */
export function governing(region: Region, assignment: OperatorControlAssignmentRow): Governance {
  const { wire } = region.operatorControls.get(assignment.wire.operatorControlId)
  return {
    wire,
    covers: (actions) =>
      wire.isFullyPreApproved === true ||
      (actions.length > 0 && actions.every((name) => wire.preApprovedOpActionList?.includes(name))),
  }
}

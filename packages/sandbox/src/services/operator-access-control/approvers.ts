import { notAuthorizedOrNotFound } from '../../fault.ts'
import type { AccessRequestRow, Region, User } from '../../world/world.ts'

/**
 * Throws NotAuthorizedOrNotFound unless the control that governs the request names the user, or one of the user's
 * groups, as approver. A deleted control still says who decides on what was raised under it.
 */
export function requireApprover(region: Region, user: User, row: AccessRequestRow): void {
  const control = region.operatorControls.find(row.wire.opctlId ?? '')?.wire
  const isApprover =
    control?.approversList?.includes(user.id) ||
    control?.approverGroupsList?.some((groupId) => user.groupIds.includes(groupId))
  if (!isApprover) throw notAuthorizedOrNotFound()
}

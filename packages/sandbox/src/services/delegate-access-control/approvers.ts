import { notAuthorizedOrNotFound } from '../../fault.ts'
import { groupId } from '../../world/seed/tenancy.ts'
import type { DelegationControlRow, User, World } from '../../world/world.ts'

/**
 * Throws NotAuthorizedOrNotFound unless the user may decide on access requests under the control. A tenancy says so with
 * IAM policies for groups, since a delegation control names none; this one's policy lets `access-approvers` decide.
 */
export function requireApprover(world: World, control: DelegationControlRow | undefined, user: User) {
  const groupIds = control?.extra.approverGroupIds ?? [groupId(world, 'access-approvers')]
  if (!user.groupIds.some((id) => groupIds.includes(id))) {
    throw notAuthorizedOrNotFound('Only members of the approver groups may decide on this access request.')
  }
}

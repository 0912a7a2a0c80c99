import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { incorrectState } from '../../../fault.ts'
import type { User } from '../../../world/world.ts'
import { awaitsDecision } from '../access-request-status.ts'
import { requireApprover } from '../approvers.ts'
import { statusOf, type Subject } from './move.ts'

type Approval = DelegateAccessControl.DelegatedResourceAccessRequestApprovalDetails

/** The control that governs the access request. */
export const controlOf = ({ region, row }: Subject) =>
  region.delegationControls.find(row.wire.delegationControlId ?? '')

/** Throws NotAuthorizedOrNotFound for a user who is no approver, IncorrectState when there is nothing to decide. */
export function requireDecidable(subject: Subject, user: User, verb: 'approved' | 'rejected') {
  const status = statusOf(subject.row)
  requireApprover(subject.world, controlOf(subject), user)
  if (!awaitsDecision(status)) {
    throw incorrectState(`The access request is ${status} and cannot be ${verb}; only one that awaits a decision can.`)
  }
  if (subject.row.extra.workRequestId) {
    throw incorrectState('The extension has been approved and is being put into effect; it cannot be decided again.')
  }
}

export const inExtension = ({ row }: Subject) => statusOf(row) === 'EXTENDING'

/** Adds an entry to `approvalInfo`; gives the whole list. */
export function withDecision(
  subject: Subject,
  user: User,
  decision: Pick<Approval, 'approvalAction' | 'timeApprovedForAccess' | 'approverAdditionalMessage'> & {
    approverComment?: string
  },
): Approval[] {
  const { approverComment = '', ...rest } = decision
  return [
    ...(subject.row.wire.approvalInfo ?? []),
    {
      ...rest,
      approverComment,
      approvalType: inExtension(subject) ? 'EXTENSION' : 'INITIAL',
      approverId: user.id,
      timeOfAction: subject.world.clock.now().toISOString(),
    },
  ]
}

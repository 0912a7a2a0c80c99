import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { incorrectState, invalidParameter } from '../../fault.ts'
import type { AccessRequestRow, User } from '../../world/world.ts'
import type { Effect } from './effect.ts'
import { stateOf } from './lifecycle.ts'
import { told } from './wording.ts'

type Approval = OperatorAccessControl.ApproverDetail

/** The effect of an approval of the request, or of the extension it waits for. */
export const approval = (...given: Parameters<typeof approveAccess>): Effect =>
  stateOf(given[0]) === 'EXTENDING' ? approveExtension(...given) : approveAccess(...given)

/**
 * The effect of the user's approval at `atMs`: the request stays where it is until enough users approved, each counted
 * once; then it is granted now, or at the start that an approver (or else the operator) named.
 */
function approveAccess(
  row: AccessRequestRow,
  user: User,
  details: OperatorAccessControl.ApproveAccessRequestDetails,
  atMs: number,
): Effect {
  const { wire } = row
  const start = details.timeOfUserCreation ?? wire.timeOfUserCreation ?? wire.timeRequestedForFutureAccess
  const startMs = start === undefined ? atMs : Date.parse(start)
  const begins = new Date(Math.max(startMs, atMs)).toISOString()
  const approvals = withApproval(wire.approverDetails, row, user, details, atMs, begins)
  const required = wire.numberOfApproversRequired ?? 1
  const isEnough = approvals.length >= required
  const isFuture = startMs > atMs
  return {
    to: isEnough ? (isFuture ? 'APPROVEDFORFUTURE' : 'APPROVED') : stateOf(row),
    note: {
      by: user.id,
      description: told(
        isEnough
          ? isFuture
            ? `Approved, to start at ${begins}`
            : 'Approved'
          : `Approved by ${approvals.length} of ${required} approvers`,
        details.approverComment,
      ),
      patch: {
        ...common(wire, details),
        approverDetails: approvals,
        numberOfApprovers: approvals.length,
        ...(isFuture ? { timeOfUserCreation: begins } : {}),
      },
    },
  }
}

/** The same for the extension that the request waits for. */
function approveExtension(
  row: AccessRequestRow,
  user: User,
  details: OperatorAccessControl.ApproveAccessRequestDetails,
  atMs: number,
): Effect {
  if (details.timeOfUserCreation !== undefined) {
    throw invalidParameter(
      'An extension follows on the access that runs, so timeOfUserCreation cannot be given for it.',
    )
  }
  const { wire } = row
  const approvals = withApproval(wire.extensionApproverDetails, row, user, details, atMs)
  const required = wire.numberOfApproversRequired ?? 1
  const isEnough = approvals.length >= required
  return {
    to: isEnough ? 'EXTENDED' : 'EXTENDING',
    note: {
      by: user.id,
      description: told(
        isEnough
          ? `Extension by ${wire.extendDuration} hours approved`
          : `Extension approved by ${approvals.length} of ${required} approvers`,
        details.approverComment,
      ),
      duration: wire.extendDuration,
      patch: {
        ...common(wire, details),
        extensionApproverDetails: approvals,
        numberOfExtensionApprovers: approvals.length,
      },
    },
  }
}

const common = (
  wire: OperatorAccessControl.AccessRequest,
  details: OperatorAccessControl.ApproveAccessRequestDetails,
) => ({
  approverComment: details.approverComment ?? wire.approverComment,
  opctlAdditionalMessage: details.additionalMessage ?? wire.opctlAdditionalMessage,
  auditType: details.auditType ?? wire.auditType ?? ['COMMAND'],
})

function withApproval(
  earlier: Approval[] = [],
  { wire }: AccessRequestRow,
  user: User,
  details: OperatorAccessControl.ApproveAccessRequestDetails,
  atMs: number,
  begins?: string,
): Approval[] {
  const mine = earlier.find(({ approverId }) => approverId === user.id)
  if (mine) {
    const needed = wire.numberOfApproversRequired ?? 1
    throw incorrectState(
      `You approved the access request ${wire.requestId} at ${mine.timeOfAuthorization} already. ` +
        `It needs ${needed} approvers, and they must be different users.`,
    )
  }
  return [
    ...earlier,
    {
      approverId: user.id,
      approvalAction: 'APPROVE',
      ...(details.approverComment === undefined ? {} : { approvalComment: details.approverComment }),
      ...(details.additionalMessage === undefined ? {} : { approvalAdditionalMessage: details.additionalMessage }),
      timeOfAuthorization: new Date(atMs).toISOString(),
      ...(begins === undefined ? {} : { timeApprovedForAccess: begins }),
    },
  ]
}

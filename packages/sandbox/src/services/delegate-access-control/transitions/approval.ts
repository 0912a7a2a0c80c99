import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { incorrectState, invalidParameter } from '../../../fault.ts'
import { errand } from '../../../world/errand.ts'
import type { User, WorkRequestRow } from '../../../world/world.ts'
import type { AboutAccessRequest } from '../about.ts'
import { aboutAccessRequest, subjectOf } from '../about.ts'
import { startAccessRequestWork } from '../access-request-work.ts'
import { controlOf, inExtension, requireDecidable, withDecision } from './decision.ts'
import { startDeployment } from './deployment.ts'
import { startExtension } from './extension.ts'
import { move, statusOf, type AccessRequest, type Subject } from './move.ts'

type Details = DelegateAccessControl.ApproveDelegatedResourceAccessRequestDetails

/**
 * One user's approval, of the access request or of its extension. With the last that the control asks for, the work
 * goes on to deploy access or to extend it. Throws IncorrectState for a user who has approved already.
 */
export function approve(subject: Subject, user: User, details: Details): WorkRequestRow {
  requireDecidable(subject, user, 'approved')
  requireFirstApprovalOf(subject, user)
  const startMs = approvedStartMs(subject, details)

  const { row } = subject
  const needed = controlOf(subject)?.wire.numApprovalsRequired ?? 1
  const given = (row.extra.approverIds ?? []).length + 1
  const message = `Recorded approval ${given} of ${needed} by ${user.name}`
  const patch = approvedPatch(subject, user, details, given)
  const by = { by: user.id, comment: details.approverComment ?? message, patch }
  row.extra.approverIds = [...(row.extra.approverIds ?? []), user.id]

  if (given < needed) {
    move(subject, statusOf(row), { ...by, details: `${given} of ${needed} approvals are given.` })
    return startAccessRequestWork(subject, {
      operationType: 'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST',
      steps: [{ message }, { message: `Waiting for ${needed - given} more to approve` }],
    })
  }
  if (inExtension(subject)) {
    move(subject, 'EXTENDING', { ...by, details: 'The extension is approved and is being put into effect.' })
    return startExtension(subject, message)
  }
  return grant(subject, by, message, startMs)
}

/** All approvals are given: access is deployed at once, or when the approved start comes. */
function grant(subject: Subject, by: object, message: string, startMs: number | undefined) {
  const operationType = 'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST'
  if (startMs === undefined) {
    move(subject, 'OPERATOR_ASSIGNMENT_WAITING', by)
    return startDeployment(subject, operationType, [{ message }])
  }
  const start = new Date(startMs).toISOString()
  move(subject, 'APPROVED_FOR_FUTURE', { ...by, details: `The access request is approved and starts at ${start}.` })
  return startDeployment(subject, operationType, [{ message }, futureStep(subject, startMs)])
}

/** Waits for the approved start, then asks for an operator. */
export function futureStep(subject: Subject, startMs: number) {
  return {
    message: `The approved start ${new Date(startMs).toISOString()} has come`,
    notBeforeMs: startMs,
    act: startHasCome(aboutAccessRequest(subject.row)),
  }
}

const startHasCome = errand<AboutAccessRequest>('delegate-access-control/start-has-come', (world, about) => {
  const subject = subjectOf(world, about)
  if (statusOf(subject.row) === 'APPROVED_FOR_FUTURE') move(subject, 'OPERATOR_ASSIGNMENT_WAITING')
})

function requireFirstApprovalOf({ row }: Subject, user: User) {
  if (row.extra.approverIds?.includes(user.id)) {
    throw incorrectState(
      'You have approved this access request already; the remaining approval must come from another user.',
    )
  }
}

/** The latest start that this round's approvers named, if that is still to come. */
function approvedStartMs(subject: Subject, { timeApprovedForAccess }: Details): number | undefined {
  const { world, row } = subject
  if (timeApprovedForAccess !== undefined && inExtension(subject)) {
    throw invalidParameter('An extension continues access that is open; timeApprovedForAccess does not apply to it.')
  }
  const named = (row.wire.approvalInfo ?? [])
    .filter(({ approvalType, approvalAction }) => approvalType === 'INITIAL' && approvalAction === 'APPROVE')
    .map((approval) => approval.timeApprovedForAccess)
  const starts = [...named, timeApprovedForAccess].flatMap((time) => (time === undefined ? [] : [Date.parse(time)]))
  const latest = Math.max(...starts)
  return latest > world.clock.ms() ? latest : undefined
}

function approvedPatch(subject: Subject, user: User, details: Details, given: number): Partial<AccessRequest> {
  const { approverComment, additionalMessage, timeApprovedForAccess } = details
  return {
    approvalInfo: withDecision(subject, user, {
      approvalAction: 'APPROVE',
      approverComment,
      ...(additionalMessage === undefined ? {} : { approverAdditionalMessage: additionalMessage }),
      ...(timeApprovedForAccess === undefined ? {} : { timeApprovedForAccess }),
    }),
    ...(inExtension(subject) ? { numExtensionApprovals: given } : { numInitialApprovals: given }),
  }
}

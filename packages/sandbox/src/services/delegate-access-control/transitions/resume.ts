import type { Status } from '../access-request-status.ts'
import { close, removeAccess } from './completion.ts'
import { futureStep } from './approval.ts'
import { startDeployment } from './deployment.ts'
import { watchDeadline, watchExpiry } from './expiry.ts'
import { statusOf, type Subject } from './move.ts'
import { startRevocation } from './revocation.ts'

const approval = 'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST'

const next: Partial<Record<Status, (subject: Subject) => unknown>> = {
  CREATED: watchDeadline,
  APPROVAL_WAITING: watchDeadline,
  OPERATOR_ASSIGNMENT_WAITING: (subject) => startDeployment(subject, approval, []),
  APPROVED: (subject) => startDeployment(subject, approval, []),
  PREAPPROVED: (subject) => startDeployment(subject, 'CREATE_DELEGATED_RESOURCE_ACCESS_REQUEST', []),
  APPROVED_FOR_FUTURE: (subject) => startDeployment(subject, approval, [futureStep(subject, startMs(subject))]),
  DEPLOYED: watchExpiry,
  EXTENDING: watchExpiry,
  EXTENDED: watchExpiry,
  EXTENSION_REJECTED: watchExpiry,
  EXTENSION_FAILED: watchExpiry,
  REVOKING: (subject) => startRevocation(subject, 'an approver', subject.row.extra.grantedAtMs !== undefined),
  COMPLETING: removeAccess,
  UNDEPLOYED: close,
}

/** Sets going again what an access request that was just put into the world has still to come. */
export function resume(subject: Subject) {
  next[statusOf(subject.row)]?.(subject)
}

const startMs = ({ world, row }: Subject) =>
  Date.parse(row.wire.approvalInfo?.at(-1)?.timeApprovedForAccess ?? world.clock.now().toISOString())

import type { Status } from '../access-request-status.ts'

const waiting: Status[] = ['CREATED', 'APPROVAL_WAITING']
const approved: Status[] = [...waiting, 'OPERATOR_ASSIGNMENT_WAITING', 'APPROVED']

/** The way to each status that comes before access is open. */
const heads: Partial<Record<Status, Status[]>> = {
  CREATED: ['CREATED'],
  APPROVAL_WAITING: waiting,
  PREAPPROVED: ['CREATED', 'PREAPPROVED'],
  APPROVED_FOR_FUTURE: [...waiting, 'APPROVED_FOR_FUTURE'],
  REJECTED: [...waiting, 'REJECTED'],
  OPERATOR_ASSIGNMENT_WAITING: [...waiting, 'OPERATOR_ASSIGNMENT_WAITING'],
  APPROVED: approved,
  DEPLOY_FAILED: [...approved, 'DEPLOY_FAILED'],
}

/** What follows DEPLOYED on the way to each of the other statuses. */
const tails: Partial<Record<Status, Status[]>> = {
  EXTENDING: ['EXTENDING'],
  EXTENDED: ['EXTENDING', 'EXTENDED'],
  EXTENSION_REJECTED: ['EXTENDING', 'EXTENSION_REJECTED'],
  EXTENSION_FAILED: ['EXTENDING', 'EXTENSION_FAILED'],
  REVOKING: ['REVOKING'],
  REVOKED: ['REVOKING', 'REVOKED'],
  REVOKE_FAILED: ['REVOKING', 'REVOKE_FAILED'],
  COMPLETING: ['COMPLETING'],
  UNDEPLOYED: ['COMPLETING', 'UNDEPLOYED'],
  UNDEPLOY_FAILED: ['COMPLETING', 'UNDEPLOY_FAILED'],
  COMPLETED: ['COMPLETING', 'UNDEPLOYED', 'COMPLETED'],
  CLOSE_FAILED: ['COMPLETING', 'UNDEPLOYED', 'CLOSE_FAILED'],
  EXPIRED: ['EXPIRED'],
  EXPIRY_FAILED: ['EXPIRY_FAILED'],
}

const minuteMs = 60_000

/** Minutes from being raised to each status, as long as access is not open. */
const usual: Partial<Record<Status, number>> = {
  APPROVAL_WAITING: 0.05,
  PREAPPROVED: 0.2,
  OPERATOR_ASSIGNMENT_WAITING: 12,
  APPROVED_FOR_FUTURE: 12,
  REJECTED: 12,
  APPROVED: 15,
  DEPLOY_FAILED: 18,
}

/** Minutes from a status after access was open to the last of its way. */
const beforeLast: Partial<Record<Status, number>> = { EXTENDING: 25, REVOKING: 2, COMPLETING: 4, UNDEPLOYED: 2 }

export interface Course {
  status: Status
  raisedAtMs: number
  /** When it came into its status, if that was after access was open. */
  lastAtMs: number
  isAutoApproved: boolean
}

/** The statuses an access request went through up to the one it is in, each with its moment in milliseconds. */
export function datedCourse({
  status,
  raisedAtMs,
  lastAtMs,
  isAutoApproved,
}: Course): { status: Status; at: number }[] {
  const at = (minutes = 0) => raisedAtMs + minutes * minuteMs
  const before = heads[status]
  if (before) return before.map((one) => ({ status: one, at: at(usual[one]) }))
  const head = isAutoApproved ? (['CREATED', 'PREAPPROVED'] as const) : approved
  const tail = tails[status] ?? []
  const openAt = at(isAutoApproved ? 3 : 18)
  return [
    ...head.map((one) => ({ status: one, at: at(usual[one]) })),
    { status: 'DEPLOYED', at: openAt },
    ...tail.map((one) => ({ status: one, at: lastAtMs - (one === status ? 0 : (beforeLast[one] ?? 0)) * minuteMs })),
  ]
}

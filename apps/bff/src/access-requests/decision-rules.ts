import type { AccessPhase, AccessRequest, AccessRequestSummary, Approval } from '@gatehouse/contract'
import { severitiesNeedingComment } from '@gatehouse/contract'
import type { Attempt } from '../ledger/entries.ts'
import { Problem } from '../problem.ts'
import { isApproval } from './approvals.ts'

export type Decision = 'approveAccessRequest' | 'rejectAccessRequest' | 'revokeAccessRequest'

/** The person who decides, and the key that signs. */
export interface Decider {
  personId: string
  /** Of the person, as the ledger has it. */
  name: string
  /** Null when the principal is not an OCI user. */
  ociUserId: string | null
  /** The key is the person's own, not the connection's shared one. */
  own: boolean
  connectionName: string
}

/** The input of a decision. */
export interface DecisionInput {
  seen: string
  comment?: string | undefined
  startsAt?: string | undefined
  auditTypes?: string[] | undefined
}

/** Checks a decision without the access request. Null when it may be valid. */
export function inputProblem(service: AccessRequest['service'], input: DecisionInput, nowMs: number): Problem | null {
  if (input.startsAt !== undefined && Date.parse(input.startsAt) <= nowMs)
    return invalid(
      'startsAt',
      'must be in the future',
      'The start of the access must be in the future. Omit it to start immediately.',
    )
  if (input.auditTypes !== undefined && service === 'delegate-access-control')
    return invalid(
      'auditTypes',
      'does not apply',
      'Delegate Access Control always audits commands and keystrokes. An audit type cannot be chosen.',
    )
  return null
}

/**
 * Checks a decision against the access request. Null when it is allowed. `pending` are our unsettled attempts on it, which
 * OCI may count at any moment.
 */
export function decisionProblem(
  decision: Decision,
  accessRequest: AccessRequest,
  decider: Decider,
  input: DecisionInput,
  pending: readonly Attempt[],
): Problem | null {
  if (input.seen !== accessRequest.version)
    return new Problem(
      'stale',
      `The access request ${accessRequest.name} has changed since you read it. Its state is ${accessRequest.state}. Read it again, then decide.`,
    )
  if (!decidable[decision].has(accessRequest.phase)) return new Problem('conflict', whyNot(decision, accessRequest))
  if (decision !== 'approveAccessRequest') return null
  return approvalProblem(accessRequest, input) ?? secondApproverProblem(accessRequest, decider, pending)
}

const undecided = new Set<AccessPhase>(['waiting', 'extension-waiting'])

const decidable: Record<Decision, ReadonlySet<AccessPhase>> = {
  approveAccessRequest: undecided,
  rejectAccessRequest: undecided,
  revokeAccessRequest: new Set<AccessPhase>(['open', 'scheduled', 'extension-waiting']),
}

const verbs: Record<Decision, string> = {
  approveAccessRequest: 'approved',
  rejectAccessRequest: 'rejected',
  revokeAccessRequest: 'revoked',
}

/** Why the phase does not allow the decision, in a whole sentence. */
const whyNot = (decision: Decision, { name, phase, state }: AccessRequestSummary) =>
  `The access request ${name} cannot be ${verbs[decision]}: it is ${state}${reasons[phase]}`

const decided = ', so it has been decided already. To end the access, revoke it.'

const reasons: Record<AccessPhase, string> = {
  waiting: ', so no access has been granted yet. Reject it instead.',
  'extension-waiting': decided,
  open: decided,
  scheduled: decided,
  'in-transit': ', and OCI is still carrying out what was done last.',
  ended: ', which is final.',
  'may-be-open':
    '. Closing it failed, and OCI takes no decision on it any more: access may still exist. Contact Oracle Support.',
  unknown: ', a state that this version of the console does not know.',
}

function approvalProblem({ phase, severity }: AccessRequest, input: DecisionInput): Problem | null {
  if (severity !== null && severitiesNeedingComment.includes(severity) && !input.comment?.trim())
    return invalid('comment', 'is missing', `Approving an access request of severity ${severity} needs a comment.`)
  if (input.startsAt !== undefined && phase === 'extension-waiting')
    return invalid(
      'startsAt',
      'does not apply',
      'An extension continues access that is open, so it has no start of its own.',
    )
  return null
}

/**
 * Several approvals must come from several people. OCI identifies people by their OCI users, so one key must not approve
 * twice. If the number of required approvals is unknown, several are assumed.
 */
function secondApproverProblem(
  accessRequest: AccessRequest,
  decider: Decider,
  pending: readonly Attempt[],
): Problem | null {
  const { approvalsRequired, name } = accessRequest
  if (approvalsRequired === 1) return null
  const approvals = approvalsInRound(accessRequest)
  if (approvals.length === 0) return pendingApprovalProblem(name, decider, pending)
  const needed =
    approvalsRequired === null
      ? `How many approvals the access request ${name} needs could not be read, so they must come from different people`
      : `The access request ${name} needs ${approvalsRequired} approvals by different people`
  const mine = approvals.find(({ approverName }) => approverName === decider.name)
  if (mine)
    return sameApprover(
      `${needed}, and you approved it at ${mine.at ?? 'an earlier time'}. The next approval must come from another person.`,
    )
  const signed = approvals.find(({ approverId }) => approverId !== null && approverId === decider.ociUserId)
  if (signed && decider.own)
    return sameApprover(
      `${needed}, and your OCI user approved it at ${signed.at ?? 'an earlier time'}. The next approval must come from another person.`,
    )
  if (!decider.own)
    return sameApprover(
      `${needed}. Your decisions on ${decider.connectionName} are signed with the connection's shared key, ` +
        `which ${signed ? 'has approved it already and ' : ''}cannot count as a second person. ` +
        'The next approval must come from a person with an OCI user of their own.',
    )
  return pendingApprovalProblem(name, decider, pending)
}

/** Treats our pending approvals like counted ones, because OCI may count them at any moment. */
function pendingApprovalProblem(
  name: string,
  { personId, ociUserId }: Decider,
  pending: readonly Attempt[],
): Problem | null {
  const approvals = pending.filter(({ intent }) => intent.act === 'approveAccessRequest')
  const mine = approvals.find(({ intent }) => intent.person.id === personId)
  if (mine)
    return sameApprover(
      `Your approval of the access request ${name} of ${mine.intent.at} is not settled yet. Wait until it is, or try that attempt again.`,
    )
  const sameKey = approvals.find(({ intent }) => intent.signedAs === ociUserId)
  if (!sameKey) return null
  return sameApprover(
    `An approval of the access request ${name} by ${sameKey.intent.person.name}, signed with the same key as yours, is not settled yet. Approvals signed with one key do not count as two people.`,
  )
}

/** The approvals of the current round: of the initial request, or of the requested extension. */
export function approvalsInRound(accessRequest: AccessRequest): Approval[] {
  const { phase, approvals, approvalsGiven, extensionApprovalsGiven } = accessRequest
  const [kind, count] =
    phase === 'extension-waiting'
      ? (['extension', extensionApprovalsGiven] as const)
      : (['initial', approvalsGiven] as const)
  // The list still contains the approvals of earlier extensions.
  return count === 0 ? [] : approvals.filter((approval) => approval.kind === kind && isApproval(approval)).slice(-count)
}

const sameApprover = (message: string) => new Problem('same_approver', message)

const invalid = (field: string, message: string, sentence: string) =>
  new Problem('invalid_input', sentence, { errors: [{ field, message }] })

import type { AccessPhase, AccessRequest, Approval, SignedInUser } from '@gatehouse/contract'
import { forbiddenReason } from '../api/session.ts'
import { stateInWords } from '../states/access-request-state.ts'

/** Why this person cannot approve it now, as a whole sentence. Undefined when they can. */
export const approveBlocked = (request: AccessRequest, user: SignedInUser): string | undefined =>
  forbiddenReason(user, 'access-requests:decide') ??
  undecidable(request, 'approve', notToApprove) ??
  secondApprovalBlocked(request, user)

/**
 * Why this person cannot reject it now. Undefined when they can. One rejection ends the round, regardless of approvals.
 */
export const rejectBlocked = (request: AccessRequest, user: SignedInUser): string | undefined =>
  forbiddenReason(user, 'access-requests:decide') ?? undecidable(request, 'reject', notToReject)

/** Why this person cannot revoke it now; undefined when they can. */
export const revokeBlocked = (request: AccessRequest, user: SignedInUser): string | undefined =>
  forbiddenReason(user, 'access-requests:decide') ?? undecidable(request, 'revoke', notToRevoke)

type Reasons = Record<Exclude<AccessPhase, 'unknown'>, string | undefined>

const closingFailed =
  'Access failed to close, and OCI accepts no further decisions. Access may still be open. Contact Oracle Support.'
const decidedAlready = 'Already approved. To end access, revoke it.'
const moving = 'OCI is still processing the last change. Wait until it finishes.'

const notToApprove: Reasons = {
  waiting: undefined,
  'extension-waiting': undefined,
  open: 'Already approved. Access is active.',
  scheduled: 'Already approved. Access starts automatically.',
  'in-transit': moving,
  ended: 'This access request has ended.',
  'may-be-open': closingFailed,
}

const notToReject: Reasons = {
  ...notToApprove,
  open: decidedAlready,
  scheduled: decidedAlready,
}

const notToRevoke: Reasons = {
  waiting: 'Access is not granted yet. Reject it instead.',
  'extension-waiting': undefined,
  open: undefined,
  scheduled: undefined,
  'in-transit': moving,
  ended: 'This access request has ended.',
  'may-be-open': closingFailed,
}

function undecidable({ phase, state, forgottenAt }: AccessRequest, act: string, reasons: Reasons) {
  if (forgottenAt !== null) return 'OCI no longer lists this access request. Gatehouse keeps what it read last.'
  if (phase !== 'unknown') return reasons[phase]
  return `You cannot ${act} here: Gatehouse does not know the state ${stateInWords(state).word}. Use the OCI Console.`
}

/**
 * Each approval must come from another person, and OCI distinguishes people only by OCI user. An unknown required
 * number counts as several. The BFF enforces the same rule.
 */
function secondApprovalBlocked(request: AccessRequest, user: SignedInUser): string | undefined {
  const approvals = approvalsInRound(request)
  if (request.approvalsRequired === 1 || approvals.length === 0) return undefined
  const signer = user.signers.find(({ connectionId }) => connectionId === request.connectionId)

  if (approvals.some(({ approverName }) => approverName === user.name)) {
    return 'You have already approved this. The next approval must come from another person.'
  }
  const signed = approvals.some(({ approverId }) => approverId !== null && approverId === signer?.ociUserId)
  if (signed && signer?.own) {
    return 'Your OCI user has already approved this. The next approval must come from another person.'
  }
  if (signer && !signer.own) {
    return `Your decisions are signed with a shared key, which ${signed ? 'has already approved this and ' : ''}cannot count as a second person. The next approval must come from someone with their own OCI user.`
  }
  return undefined
}

/** The approvals that count in this round: of the access, or of the requested extension. */
export function approvalsInRound(request: AccessRequest): Approval[] {
  const kind = request.phase === 'extension-waiting' ? 'extension' : 'initial'
  const count = approvalsGivenInRound(request)
  // approvals of earlier extensions stay in the list, ahead of these
  return count === 0
    ? []
    : request.approvals.filter((approval) => approval.kind === kind && isApproval(approval)).slice(-count)
}

export const approvalsGivenInRound = ({ phase, approvalsGiven, extensionApprovalsGiven }: AccessRequest) =>
  phase === 'extension-waiting' ? extensionApprovalsGiven : approvalsGiven

/** An entry without an action counts as an approval: OCI lists approvers that way. */
export const isApproval = ({ action }: Approval) => action === null || action.toUpperCase().startsWith('APPROVE')

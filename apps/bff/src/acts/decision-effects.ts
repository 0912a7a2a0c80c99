import type { AccessRequest, AccessService, Approval } from '@gatehouse/contract'
import { isApproval } from '../access-requests/approvals.ts'
import { isMoving } from '../access-requests/phases.ts'
import { readAccessRequest } from '../access-requests/read-access-request.ts'
import { isSince, type EffectRead, type EffectReading, type Followed } from './effect.ts'

/** An approval is done when OCI counts it. The last one needed is done when access, or its extension, exists. */
export const approvalCounts: EffectReading = async (followed) => {
  const { attempt } = followed
  const request = await read(followed)
  const mine = request.approvals.findLast((approval) => isApproval(approval) && isOf(approval, followed))
  const isAccepted = attempt.answer?.status === 'accepted'
  if (!mine && !isAccepted) return { is: 'absent' }
  if (isUndecided(request)) {
    if (!mine) return { is: 'under-way' }
    const count = request.phase === 'extension-waiting' ? request.extensionApprovalsGiven : request.approvalsGiven
    const of = request.approvalsRequired === null ? '' : ` of ${request.approvalsRequired}`
    return { is: 'done', note: `OCI counts the approval: ${count}${of}.` }
  }
  return approved(request)
}

/** The effect on an access request whose approvals are complete. */
function approved(request: AccessRequest): EffectRead {
  const { phase, state, stateDetails } = request
  if (state === 'EXTENSION_FAILED' || state.replace('_', '') === 'DEPLOYFAILED')
    return { is: 'failed', note: sentence(`OCI accepted the approval and then failed: it is ${state}`, stateDetails) }
  if (state === 'REJECTED') return { is: 'failed', note: 'The access request is rejected.' }
  if (phase === 'open' || phase === 'scheduled') {
    return isMoving(request) ? { is: 'under-way' } : { is: 'done', note: `The access request is ${state}.` }
  }
  if (phase === 'ended' || phase === 'may-be-open' || phase === 'in-transit')
    return { is: 'done', note: `Access was granted; the access request is ${state} by now.` }
  return { is: 'under-way' }
}

/** A rejection is done when the access request, or the extension it asked for, is rejected by this approver. */
export const rejectionHolds: EffectReading = async (followed) => {
  const isAccepted = followed.attempt.answer?.status === 'accepted'
  // Only the history names the user who rejected it.
  const request = await read(followed, !isAccepted)
  if (isAccepted) {
    if (isUndecided(request)) return { is: 'under-way' }
    return { is: 'done', note: `The access request is ${request.state}.` }
  }
  const mine = request.history.some(
    ({ state, userId, at }) =>
      state.includes('REJECTED') && isSince(at, followed.attempt) && isSigner(userId, followed),
  )
  return mine ? { is: 'done', note: 'OCI shows the rejection in its history.' } : { is: 'absent' }
}

/** A revoke is done when access has ended, and failed when OCI says that closing it failed. */
export const revocationHolds: EffectReading = async (followed) => {
  const request = await read(followed)
  const { phase, state, stateDetails } = request
  if (phase === 'ended') return { is: 'done', note: `Access has ended: the access request is ${state}.` }
  if (phase === 'may-be-open')
    return {
      is: 'failed',
      note: sentence(`OCI failed to close the access: it is ${state}. Access may still exist`, stateDetails),
    }
  if (state === 'REVOKING' || phase === 'in-transit') return { is: 'under-way' }
  return followed.attempt.answer?.status === 'accepted' ? { is: 'under-way' } : { is: 'absent' }
}

const isUndecided = ({ phase }: AccessRequest) => phase === 'waiting' || phase === 'extension-waiting'

/** Whether the OCI user who signed the attempt gave it, at about that time. */
const isOf = ({ approverId, comment, at }: Approval, followed: Followed) =>
  isSince(at, followed.attempt) &&
  isSigner(approverId, followed) &&
  // A shared key signs for many people, so the comment must match too.
  (comment ?? '') === (followed.attempt.intent.comment ?? '')

/** Always true for a principal that is not a user, because it has no user id to compare. */
const isSigner = (userId: string | null, { attempt: { intent } }: Followed) =>
  intent.signedAs === null || userId === intent.signedAs

async function read({ attempt, connection, reading }: Followed, withHistory = false): Promise<AccessRequest> {
  const { service, subjectId: id } = attempt.intent
  const address = { connection, service: service as AccessService, id } // decisions exist for access requests only
  const call = { join: false, signal: reading.signal }
  return (await readAccessRequest(reading.room, address, { forDecision: !withHistory, call })).accessRequest
}

const sentence = (text: string, details: string | null) => (details ? `${text}: ${details}` : `${text}.`)

import type { AccessRequest, Approval } from '@gatehouse/contract'
import { needsDecision } from '../states/access-request-state.ts'
import { approvalsGivenInRound, approvalsInRound, isApproval } from './blocked.ts'

/** A place for an approval: filled by a listed one, by one that OCI counts and does not list, or empty. */
export type Slot = { kind: 'given'; approval: Approval } | { kind: 'given-by-unknown' } | { kind: 'empty' }

/** One for each approval that is needed now, of the access or of its extension; more when more were given. */
export function approvalSlots(request: AccessRequest): Slot[] {
  const listed = approvalsInRound(request)
  const given = Math.max(approvalsGivenInRound(request), listed.length)
  // without the number, a request that waits needs one more at least
  const required = request.approvalsRequired ?? (needsDecision(request) ? given + 1 : given)
  return Array.from({ length: Math.max(required, given) }, (_slot, place): Slot => {
    const approval = listed[place]
    if (approval) return { kind: 'given', approval }
    return place < given ? { kind: 'given-by-unknown' } : { kind: 'empty' }
  })
}

/** "1 of 2"; "1, number required unknown". */
export const approvalsInWords = (request: AccessRequest) =>
  request.approvalsRequired === null
    ? `${approvalsGivenInRound(request)}, number required unknown`
    : `${approvalsGivenInRound(request)} of ${request.approvalsRequired}`

/** Everything else that was decided: rejections, and approvals of an earlier round. */
export function otherDecisions(request: AccessRequest): Approval[] {
  const inRound = approvalsInRound(request)
  return request.approvals.filter((approval) => !inRound.includes(approval) || !isApproval(approval))
}

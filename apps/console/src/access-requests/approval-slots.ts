import type { AccessRequest, Approval } from '@gatehouse/contract'
import { needsDecision } from '../states/access-request-state.ts'
import { approvalsGivenInRound, approvalsInRound, isApproval } from './blocked.ts'

/** A required approval: listed by OCI, counted by OCI without a listed approver, or missing. */
export type Slot = { kind: 'given'; approval: Approval } | { kind: 'given-by-unknown' } | { kind: 'empty' }

/** One slot for each approval required in this round. More slots when OCI counts more approvals. */
export function approvalSlots(request: AccessRequest): Slot[] {
  const listed = approvalsInRound(request)
  const count = Math.max(approvalsGivenInRound(request), listed.length)
  // without a required number, a waiting access request needs at least one more
  const required = request.approvalsRequired ?? (needsDecision(request) ? count + 1 : count)
  return Array.from({ length: Math.max(required, count) }, (_slot, place): Slot => {
    const approval = listed[place]
    if (approval) return { kind: 'given', approval }
    return place < count ? { kind: 'given-by-unknown' } : { kind: 'empty' }
  })
}

/** "1 of 2"; "1, number required unknown". */
export const approvalsInWords = (request: AccessRequest) =>
  request.approvalsRequired === null
    ? `${approvalsGivenInRound(request)}, number required unknown`
    : `${approvalsGivenInRound(request)} of ${request.approvalsRequired}`

/** All other decisions: rejections, and approvals of earlier rounds. */
export function otherDecisions(request: AccessRequest): Approval[] {
  const inRound = approvalsInRound(request)
  return request.approvals.filter((approval) => !inRound.includes(approval) || !isApproval(approval))
}

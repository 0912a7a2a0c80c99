import type { AccessRequest, Approval } from '@gatehouse/contract'
import { approvalsGivenInRound, approvalsInRound, isApproval } from './blocked.ts'

/** A place for an approval: filled by one, by one of which nothing is told, or empty. */
export type Slot = { kind: 'given'; approval: Approval } | { kind: 'given-by-unknown' } | { kind: 'empty' }

/** One for each approval that is needed now, of the access or of its extension; more when more were given. */
export function approvalSlots(request: AccessRequest): Slot[] {
  const told = approvalsInRound(request)
  const given = Math.max(approvalsGivenInRound(request), told.length)
  const total = Math.max(request.approvalsRequired, given)
  return Array.from({ length: total }, (_slot, place): Slot => {
    const approval = told[place]
    if (approval) return { kind: 'given', approval }
    return place < given ? { kind: 'given-by-unknown' } : { kind: 'empty' }
  })
}

/** Everything else that was decided: rejections, and approvals of an earlier round. */
export function otherDecisions(request: AccessRequest): Approval[] {
  const inRound = approvalsInRound(request)
  return request.approvals.filter((approval) => !inRound.includes(approval) || !isApproval(approval))
}

import { answer, done, type Handler } from '../../handler.ts'
import { approve, question, reject, review, revoke } from './decisions.ts'
import { workRequestId } from './work-request-id.ts'

export const approveAccessRequest: Handler<'operator-access-control.approveAccessRequest'> = (
  { accessRequestId, body },
  { world, region, caller },
) => {
  approve(world, region, caller, region.accessRequests.get(accessRequestId), body)
  return done(workRequestId(world, region))
}

export const rejectAccessRequest: Handler<'operator-access-control.rejectAccessRequest'> = (
  { accessRequestId, body },
  { world, region, caller },
) => {
  reject(world, region, caller, region.accessRequests.get(accessRequestId), body)
  return done(workRequestId(world, region))
}

export const revokeAccessRequest: Handler<'operator-access-control.revokeAccessRequest'> = (
  { accessRequestId, body },
  { world, region, caller },
) => {
  revoke(world, region, caller, region.accessRequests.get(accessRequestId), body)
  return done(workRequestId(world, region))
}

export const reviewAccessRequest: Handler<'operator-access-control.reviewAccessRequest'> = (
  { accessRequestId, body },
  { world, region, caller },
) => {
  const row = region.accessRequests.get(accessRequestId)
  review(world, region, caller, row, body)
  return answer(row.wire)
}

export const interactionRequest: Handler<'operator-access-control.interactionRequest'> = (
  { accessRequestId, body },
  { world, region, caller },
) => {
  const row = region.accessRequests.get(accessRequestId)
  question(world, region, caller, row, body)
  return answer(row.wire)
}

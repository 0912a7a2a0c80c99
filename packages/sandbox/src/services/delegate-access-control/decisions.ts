import { done, type Context, type Handler } from '../../handler.ts'
import { approve } from './transitions/approval.ts'
import type { Subject } from './transitions/move.ts'
import { ask } from './transitions/question.ts'
import { reject } from './transitions/rejection.ts'
import { revoke } from './transitions/revocation.ts'

export const approveDelegatedResourceAccessRequest: Handler<
  'delegate-access-control.approveDelegatedResourceAccessRequest'
> = ({ delegatedResourceAccessRequestId, body }, context) =>
  done(approve(subject(delegatedResourceAccessRequestId, context), context.caller, body).id)

export const rejectDelegatedResourceAccessRequest: Handler<
  'delegate-access-control.rejectDelegatedResourceAccessRequest'
> = ({ delegatedResourceAccessRequestId, body }, context) =>
  done(reject(subject(delegatedResourceAccessRequestId, context), context.caller, body.approverComment).id)

export const revokeDelegatedResourceAccessRequest: Handler<
  'delegate-access-control.revokeDelegatedResourceAccessRequest'
> = ({ delegatedResourceAccessRequestId, body }, context) =>
  done(revoke(subject(delegatedResourceAccessRequestId, context), context.caller, body.approverComment).id)

export const serviceProviderInteractionRequest: Handler<'delegate-access-control.serviceProviderInteractionRequest'> = (
  { delegatedResourceAccessRequestId, body },
  context,
) => {
  ask(subject(delegatedResourceAccessRequestId, context), context.caller, body.moreInfoDetails)
  return done()
}

const subject = (id: string, { world, region }: Context): Subject => ({
  world,
  region,
  row: region.delegatedResourceAccessRequests.get(id),
})

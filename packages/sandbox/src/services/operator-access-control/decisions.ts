import type { OperatorAccessControl } from '@gatehouse/oci-api'
import type { AccessRequestRow, Region, User, World } from '../../world/world.ts'
import { approval } from './approval.ts'
import { requireApprover } from './approvers.ts'
import { converse } from './conversation.ts'
import { asking, rejection, reviewing, revocation } from './decision-effects.ts'
import type { Effect } from './effect.ts'
import { requireAct, type Act } from './lifecycle.ts'
import { move } from './transition.ts'

/** A user acting on an access request: who is no approver gets 404, what the state does not allow 409. */
type Decision<Details> = (world: World, region: Region, user: User, row: AccessRequestRow, details: Details) => void

/** Approves the request, or the extension it waits for. */
export const approve: Decision<OperatorAccessControl.ApproveAccessRequestDetails> = (
  world,
  region,
  user,
  row,
  details,
) => decide(world, region, user, row, 'approve', () => approval(row, user, details, world.clock.ms()))

/** Rejects the request, or the extension it waits for; one user suffices. */
export const reject: Decision<OperatorAccessControl.RejectAccessRequestDetails> = (world, region, user, row, details) =>
  decide(world, region, user, row, 'reject', () => rejection(row, user, details))

/** Takes an approval back. The sessions are closed by the clock; how that ends is in `extra.revokeOutcome`. */
export const revoke: Decision<OperatorAccessControl.RevokeAccessRequestDetails> = (world, region, user, row, details) =>
  decide(world, region, user, row, 'revoke', () => revocation(row, user, details))

/** Says that somebody is looking at the request. */
export const review: Decision<OperatorAccessControl.ReviewAccessRequestDetails> = (world, region, user, row, details) =>
  decide(world, region, user, row, 'review', () => reviewing(row, user, details))

/** Asks the operator, who answers after a while. */
export const question: Decision<OperatorAccessControl.InteractionRequestDetails> = (
  world,
  region,
  user,
  row,
  details,
) => {
  const message = details.moreInfoDetails ?? 'Please describe in more detail what you are going to do.'
  decide(world, region, user, row, 'interactionRequest', () => {
    converse(world, region, row, { kind: 'customer', user, message })
    return asking(user, message)
  })
}

function decide(world: World, region: Region, user: User, row: AccessRequestRow, act: Act, effect: () => Effect): void {
  requireApprover(region, user, row)
  requireAct(row, act)
  const { to, note } = effect()
  move(world, region, row, to, note)
}

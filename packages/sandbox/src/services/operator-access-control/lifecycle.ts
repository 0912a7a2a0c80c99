import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { incorrectState } from '../../fault.ts'
import type { AccessRequestRow } from '../../world/world.ts'

export type State = OperatorAccessControl.AccessRequestLifecycleStates

/** What a customer may do with an access request. */
export type Act = 'approve' | 'reject' | 'review' | 'interactionRequest' | 'revoke'

interface Rule {
  acts: readonly Act[]
  /** Where it can go from here, whoever moves it: a user, the operator, or time. */
  next: readonly State[]
}

const waiting = ['APPROVED', 'APPROVEDFORFUTURE', 'REJECTED', 'MOREINFO', 'EXPIRED'] as const
const closing = ['COMPLETING', 'REVOKING', 'UNDEPLOYED', 'EXPIRYFAILED'] as const
const end: Rule = { acts: [], next: [] }

/**
 * The states of an access request. Oracle's guide documents console labels only; acts and transitions here are inferred
 * from them (docs.oracle.com/iaas/operator-access-control/doc/managing-access-requests.html, "State of an Access Request").
 */
export const lifecycle: Record<State, Rule> = {
  CREATED: {
    acts: ['approve', 'reject', 'review', 'interactionRequest'],
    next: ['APPROVALWAITING', 'PREAPPROVED', 'INREVIEW', ...waiting],
  },
  APPROVALWAITING: {
    acts: ['approve', 'reject', 'review', 'interactionRequest'],
    next: ['INREVIEW', ...waiting],
  },
  INREVIEW: { acts: ['approve', 'reject', 'interactionRequest'], next: waiting },
  MOREINFO: {
    acts: ['approve', 'reject', 'interactionRequest'],
    next: ['APPROVALWAITING', 'INREVIEW', ...waiting],
  },
  PREAPPROVED: { acts: ['revoke'], next: ['DEPLOYED', 'DEPLOYFAILED', 'REVOKING'] },
  APPROVED: { acts: ['revoke'], next: ['DEPLOYED', 'DEPLOYFAILED', 'REVOKING'] },
  APPROVEDFORFUTURE: { acts: ['revoke'], next: ['APPROVED', 'REVOKING'] },
  DEPLOYED: { acts: ['revoke'], next: ['EXTENDING', ...closing] },
  EXTENDING: {
    acts: ['approve', 'reject', 'revoke'],
    next: ['EXTENDED', 'EXTENSIONREJECTED', ...closing],
  },
  EXTENDED: { acts: ['revoke'], next: ['EXTENDING', ...closing] },
  EXTENSIONREJECTED: { acts: ['revoke'], next: ['EXTENDING', ...closing] },
  REVOKING: { acts: [], next: ['REVOKED', 'REVOKEFAILED'] },
  COMPLETING: { acts: [], next: ['COMPLETED', 'CLOSEFAILED'] },
  UNDEPLOYED: { acts: [], next: ['EXPIRED', 'UNDEPLOYFAILED'] },
  REJECTED: end,
  REVOKED: end,
  COMPLETED: end,
  EXPIRED: end,
  DEPLOYFAILED: end,
  UNDEPLOYFAILED: end,
  CLOSEFAILED: end,
  REVOKEFAILED: end,
  EXPIRYFAILED: end,
}

export const states = Object.keys(lifecycle) as State[] // the table has every state and nothing else

/** Who acts when no person does. */
export const system = 'SYSTEM'

/** The operator can be on the machine in these. */
export const accessOpen: readonly State[] = ['DEPLOYED', 'EXTENDING', 'EXTENDED', 'EXTENSIONREJECTED']

/** Nobody has decided in these. */
export const undecided: readonly State[] = ['CREATED', 'APPROVALWAITING', 'INREVIEW', 'MOREINFO']

export function stateOf(row: AccessRequestRow): State {
  if (!row.wire.lifecycleState) throw new Error(`The access request ${row.id} was made without a state.`)
  return row.wire.lifecycleState
}

const done: Record<Act, string> = {
  approve: 'approved',
  reject: 'rejected',
  review: 'taken into review',
  interactionRequest: 'asked about',
  revoke: 'revoked',
}

/** Throws IncorrectState when the act is not for the state that the request is in. */
export function requireAct(row: AccessRequestRow, act: Act): void {
  const state = stateOf(row)
  if (lifecycle[state].acts.includes(act)) return
  const able = states.filter((other) => lifecycle[other].acts.includes(act))
  throw incorrectState(
    `The access request ${row.wire.requestId} is ${state} and cannot be ${done[act]}. ` +
      `Only one in ${able.slice(0, -1).join(', ')} or ${able.at(-1)} can.`,
  )
}

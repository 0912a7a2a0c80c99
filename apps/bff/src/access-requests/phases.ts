import type { AccessPhase, AccessService } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'

type OacState = OperatorAccessControl.AccessRequestLifecycleStates
type DacState = DelegateAccessControl.DelegatedResourceAccessRequestStatus

/**
 * Approved counts as open although the operator's user is still being created: access may exist from then on, and OCI
 * allows a revoke. If closing failed, access may still be open.
 */
const oac: Record<OacState, AccessPhase> = {
  CREATED: 'waiting',
  APPROVALWAITING: 'waiting',
  INREVIEW: 'waiting',
  MOREINFO: 'waiting',
  PREAPPROVED: 'open',
  APPROVED: 'open',
  APPROVEDFORFUTURE: 'scheduled',
  DEPLOYED: 'open',
  EXTENDING: 'extension-waiting',
  EXTENDED: 'open',
  EXTENSIONREJECTED: 'open',
  REVOKING: 'in-transit',
  COMPLETING: 'in-transit',
  UNDEPLOYED: 'in-transit',
  REJECTED: 'ended',
  REVOKED: 'ended',
  COMPLETED: 'ended',
  EXPIRED: 'ended',
  DEPLOYFAILED: 'ended',
  UNDEPLOYFAILED: 'may-be-open',
  CLOSEFAILED: 'may-be-open',
  REVOKEFAILED: 'may-be-open',
  EXPIRYFAILED: 'may-be-open',
}

const dac: Record<DacState, AccessPhase> = {
  CREATED: 'waiting',
  APPROVAL_WAITING: 'waiting',
  OPERATOR_ASSIGNMENT_WAITING: 'scheduled',
  PREAPPROVED: 'open',
  APPROVED: 'open',
  APPROVED_FOR_FUTURE: 'scheduled',
  DEPLOYED: 'open',
  EXTENDING: 'extension-waiting',
  EXTENDED: 'open',
  EXTENSION_REJECTED: 'open',
  EXTENSION_FAILED: 'open',
  REVOKING: 'in-transit',
  COMPLETING: 'in-transit',
  UNDEPLOYED: 'in-transit',
  REJECTED: 'ended',
  REVOKED: 'ended',
  COMPLETED: 'ended',
  EXPIRED: 'ended',
  DEPLOY_FAILED: 'ended',
  UNDEPLOY_FAILED: 'may-be-open',
  CLOSE_FAILED: 'may-be-open',
  REVOKE_FAILED: 'may-be-open',
  EXPIRY_FAILED: 'may-be-open',
}

const phases: Record<AccessService, ReadonlyMap<string, AccessPhase>> = {
  'operator-access-control': new Map(Object.entries(oac)),
  'delegate-access-control': new Map(Object.entries(dac)),
}

/** The phase of a state; `unknown` for a state that this version does not know. */
export const phaseOf = (service: AccessService, state: string | undefined): AccessPhase =>
  phases[service].get(state ?? '') ?? 'unknown'

/** States that OCI leaves by itself within moments. */
const passing = new Set(['CREATED', 'APPROVED', 'PREAPPROVED', 'OPERATOR_ASSIGNMENT_WAITING'])

/** Whether OCI is working on the access request now. */
export const isMoving = ({ phase, state }: { phase: AccessPhase; state: string }) =>
  phase === 'in-transit' || passing.has(state)

import type { AccessPhase, AccessService } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'

type OacState = OperatorAccessControl.AccessRequestLifecycleStates
type DacState = DelegateAccessControl.DelegatedResourceAccessRequestStatus

/**
 * Approved counts as open although the operator's user is still being made: from then on access exists at any moment, and
 * OCI lets it be revoked. A closing that failed may have left access open.
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

/** Where a state of the service stands; `unknown` for one that OCI has added since. */
export const phaseOf = (service: AccessService, state: string | undefined): AccessPhase =>
  phases[service].get(state ?? '') ?? 'unknown'

/** States that OCI leaves by itself within moments. */
const passing = new Set(['CREATED', 'APPROVED', 'PREAPPROVED', 'OPERATOR_ASSIGNMENT_WAITING'])

/** Something is being done about it right now. */
export const isMoving = ({ phase, state }: { phase: AccessPhase; state: string }) =>
  phase === 'in-transit' || passing.has(state)

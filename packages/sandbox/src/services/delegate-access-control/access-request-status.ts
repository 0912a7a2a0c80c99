import type { DelegateAccessControl } from '@gatehouse/oci-api'

/** The business state of an access request. */
export type Status = DelegateAccessControl.DelegatedResourceAccessRequestStatus

/** Its other state, which reads like that of a work request. */
export type LifecycleState = NonNullable<DelegateAccessControl.DelegatedResourceAccessRequest['lifecycleState']>

/** OCI documents both states and not how they go together; this pairing is assumed. */
export const lifecycleStates: Record<Status, LifecycleState> = {
  CREATED: 'ACCEPTED',
  APPROVAL_WAITING: 'WAITING',
  OPERATOR_ASSIGNMENT_WAITING: 'IN_PROGRESS',
  PREAPPROVED: 'IN_PROGRESS',
  APPROVED: 'IN_PROGRESS',
  APPROVED_FOR_FUTURE: 'IN_PROGRESS',
  REJECTED: 'CANCELED',
  DEPLOYED: 'IN_PROGRESS',
  DEPLOY_FAILED: 'FAILED',
  UNDEPLOYED: 'IN_PROGRESS',
  UNDEPLOY_FAILED: 'NEEDS_ATTENTION',
  CLOSE_FAILED: 'NEEDS_ATTENTION',
  REVOKE_FAILED: 'NEEDS_ATTENTION',
  EXPIRY_FAILED: 'NEEDS_ATTENTION',
  REVOKING: 'CANCELING',
  REVOKED: 'CANCELED',
  EXTENDING: 'WAITING',
  EXTENDED: 'IN_PROGRESS',
  EXTENSION_REJECTED: 'IN_PROGRESS',
  EXTENSION_FAILED: 'NEEDS_ATTENTION',
  COMPLETING: 'IN_PROGRESS',
  COMPLETED: 'SUCCEEDED',
  EXPIRED: 'SUCCEEDED',
}

/** What `lifecycleStateDetails` says unless the transition knows better. */
export const statusDetails: Record<Status, string> = {
  CREATED: 'The access request has been received from the service provider.',
  APPROVAL_WAITING: 'The access request is waiting for approval.',
  OPERATOR_ASSIGNMENT_WAITING: 'The access request is approved; the service provider is assigning an operator.',
  PREAPPROVED: 'All requested actions are pre-approved by the delegation control.',
  APPROVED: 'An operator is assigned; access is being deployed.',
  APPROVED_FOR_FUTURE: 'The access request is approved and starts later.',
  REJECTED: 'The access request was rejected.',
  DEPLOYED: 'The operator has access to the resource.',
  DEPLOY_FAILED: 'The temporary user could not be created on the resource. Contact the service provider.',
  UNDEPLOYED: 'The temporary user has been removed from the resource.',
  UNDEPLOY_FAILED: 'The temporary user could not be removed; access may still be open. Contact the service provider.',
  CLOSE_FAILED: 'The access request could not be closed. Contact the service provider.',
  REVOKE_FAILED: 'Access could not be revoked and may still be open. Contact the service provider.',
  EXPIRY_FAILED: 'Access has run out and could not be removed; it may still be open. Contact the service provider.',
  REVOKING: 'Access is being revoked.',
  REVOKED: 'Access was revoked.',
  EXTENDING: 'The operator asks for more time; the extension is waiting for approval.',
  EXTENDED: 'Access was extended.',
  EXTENSION_REJECTED: 'The extension was rejected; access ends as first approved.',
  EXTENSION_FAILED: 'The extension could not be put into effect; access ends as first approved.',
  COMPLETING: 'The operator has finished; access is being removed.',
  COMPLETED: 'The operator has finished and access has been removed.',
  EXPIRED: 'The time of the access request has run out.',
}

const closing: Status[] = ['REVOKING', 'COMPLETING', 'EXPIRED', 'EXPIRY_FAILED']
const deciding: Status[] = ['OPERATOR_ASSIGNMENT_WAITING', 'APPROVED_FOR_FUTURE', 'REJECTED', 'EXPIRED']

/** Where each status can go, whoever moves it: an approver, the operator, the service or time. Assumed in part. */
export const followers: Record<Status, readonly Status[]> = {
  CREATED: ['APPROVAL_WAITING', 'PREAPPROVED', ...deciding],
  APPROVAL_WAITING: deciding,
  APPROVED_FOR_FUTURE: ['OPERATOR_ASSIGNMENT_WAITING', 'DEPLOY_FAILED', 'REVOKING'],
  OPERATOR_ASSIGNMENT_WAITING: ['APPROVED', 'DEPLOY_FAILED', 'REVOKING'],
  PREAPPROVED: ['DEPLOYED', 'DEPLOY_FAILED', 'REVOKING'],
  APPROVED: ['DEPLOYED', 'DEPLOY_FAILED', 'REVOKING'],
  DEPLOYED: ['EXTENDING', ...closing],
  EXTENDING: ['EXTENDED', 'EXTENSION_REJECTED', 'EXTENSION_FAILED', ...closing],
  EXTENDED: ['EXTENDING', ...closing],
  EXTENSION_REJECTED: ['EXTENDING', ...closing],
  EXTENSION_FAILED: ['EXTENDING', ...closing],
  REVOKING: ['REVOKED', 'REVOKE_FAILED'],
  COMPLETING: ['UNDEPLOYED', 'UNDEPLOY_FAILED'],
  UNDEPLOYED: ['COMPLETED', 'CLOSE_FAILED'],
  REJECTED: [],
  REVOKED: [],
  COMPLETED: [],
  EXPIRED: [],
  DEPLOY_FAILED: [],
  UNDEPLOY_FAILED: [],
  CLOSE_FAILED: [],
  REVOKE_FAILED: [],
  EXPIRY_FAILED: [],
}

const among =
  (...statuses: Status[]) =>
  (status: Status) =>
    statuses.includes(status)

/** Raised and not yet decided. */
export const awaitsApproval = among('CREATED', 'APPROVAL_WAITING')

/** Approve and reject apply: to the access request, or to its extension. */
export const awaitsDecision = among('CREATED', 'APPROVAL_WAITING', 'EXTENDING')

/** The operator has access, and the granted time runs. */
export const isOpen = among('DEPLOYED', 'EXTENDING', 'EXTENDED', 'EXTENSION_REJECTED', 'EXTENSION_FAILED')

/** Granted, whether the operator is in already or not: it can be taken back. */
export const isGranted = among(
  'OPERATOR_ASSIGNMENT_WAITING',
  'PREAPPROVED',
  'APPROVED',
  'APPROVED_FOR_FUTURE',
  'DEPLOYED',
  'EXTENDING',
  'EXTENDED',
  'EXTENSION_REJECTED',
  'EXTENSION_FAILED',
)

/** Nothing more will happen, and nobody has access because of it. */
export const isClosed = among('REJECTED', 'REVOKED', 'COMPLETED', 'EXPIRED', 'DEPLOY_FAILED')

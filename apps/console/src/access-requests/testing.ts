import type {
  AccessRequest,
  AccessRequestSummary,
  Action,
  Approval,
  RequestedAction,
  SignedInUser,
} from '@gatehouse/contract'
import { action as anAction } from '../states/testing-action.ts'

/** Of the tests: access requests as the BFF gives them. */

export const now = Date.parse('2026-11-22T10:00:00Z')

export const summary = (overrides: Partial<AccessRequestSummary> = {}): AccessRequestSummary => ({
  connectionId: 'frankfurt',
  service: 'operator-access-control',
  id: 'ocid1.opctlaccessrequest.oc1.eu-frankfurt-1.a',
  name: 'AR-FRA-000001',
  state: 'APPROVALWAITING',
  phase: 'waiting',
  stateDetails: null,
  severity: 'S3',
  summary: 'A disk has to be replaced',
  resource: { id: 'ocid1.exadatainfrastructure.oc1.eu-frankfurt-1.x', name: 'exa-01', type: 'EXADATAINFRASTRUCTURE' },
  compartment: { id: 'ocid1.compartment.oc1..c', name: 'exadata', path: 'platform / exadata' },
  actions: ['INFRA_DIAG'],
  durationHours: 4,
  extensionHours: null,
  createdAt: '2026-11-22T09:00:00Z',
  updatedAt: '2026-11-22T09:30:00Z',
  startsAt: null,
  isAutoApproved: false,
  forgottenAt: null,
  ...overrides,
})

export const requestedAction = (overrides: Partial<RequestedAction> = {}): RequestedAction => ({
  name: 'INFRA_DIAG',
  displayName: 'System diagnostics',
  layer: 'DOM0',
  description: 'Read-only diagnosis. Risk: low.',
  sshAllowed: false,
  preApproved: false,
  properties: [],
  ...overrides,
})

export const accessRequest = (overrides: Partial<AccessRequest> = {}): AccessRequest => ({
  ...summary(),
  reason: 'It reports a predictive failure.',
  ticketNumbers: [],
  operatorId: '94ffadbd',
  requesterType: null,
  subResources: [],
  databases: [],
  serviceTypes: [],
  workflowIds: [],
  control: { id: 'ocid1.opctloperatorcontrol.oc1.eu-frankfurt-1.c', name: 'production', problem: null },
  requestedActions: [requestedAction()],
  approvalsRequired: 1,
  approvalsGiven: 0,
  extensionApprovalsGiven: 0,
  approvals: [],
  auditTypes: [],
  lifecycleState: null,
  lastUserId: null,
  approverComment: null,
  closureComment: null,
  systemMessage: null,
  additionalMessage: null,
  isValidation: false,
  isPendingMoreInfo: false,
  accessBeganAt: null,
  accessEndsAt: null,
  tags: {},
  history: [],
  conversation: [],
  missing: [],
  version: 'v1',
  readAt: '2026-11-22T10:00:00Z',
  ...overrides,
})

/** Access is open for four hours from nine o'clock. */
export const openAccess = (overrides: Partial<AccessRequest> = {}) =>
  accessRequest({
    state: 'DEPLOYED',
    phase: 'open',
    approvalsGiven: 1,
    accessBeganAt: '2026-11-22T09:00:00Z',
    accessEndsAt: '2026-11-22T13:00:00Z',
    version: 'v2',
    ...overrides,
  })

/** Access is open, and the operator asks for two more hours. */
export const extensionRequested = (overrides: Partial<AccessRequest> = {}) =>
  openAccess({ state: 'EXTENDING', phase: 'extension-waiting', extensionHours: 2, ...overrides })

export const approval = (overrides: Partial<Approval> = {}): Approval => ({
  kind: 'initial',
  approverId: 'ocid1.user.oc1..administrator',
  approverName: 'admin',
  action: 'APPROVE',
  comment: null,
  message: null,
  at: '2026-11-22T09:40:00Z',
  startsAt: null,
  ...overrides,
})

/** Decides with an OCI user of their own. */
export const approver: SignedInUser = {
  id: '1',
  name: 'approver',
  role: 'approver',
  permissions: ['access-requests:read', 'access-requests:decide', 'activity:read'],
  signers: [{ connectionId: 'frankfurt', ociUserId: 'ocid1.user.oc1..approver', own: true }],
}

/** Decides with the key that everybody shares. */
export const sharing: SignedInUser = {
  ...approver,
  id: '2',
  name: 'second approver',
  signers: [{ connectionId: 'frankfurt', ociUserId: 'ocid1.user.oc1..console', own: false }],
}

export const viewer: SignedInUser = {
  ...sharing,
  id: '3',
  name: 'viewer',
  role: 'viewer',
  permissions: ['access-requests:read'],
}

/** An approval by the approver, counted by OCI. */
export const action = (differs: Partial<Action> = {}) =>
  anAction({
    act: 'approveAccessRequest',
    by: { id: '1', name: 'approver', role: 'approver' },
    subject: {
      service: 'operator-access-control',
      id: 'ocid1.opctlaccessrequest.oc1.eu-frankfurt-1.a',
      name: 'AR-FRA-000001',
    },
    signedAs: 'ocid1.user.oc1..approver',
    completedAt: '2026-11-22T10:00:05Z',
    workRequestId: null,
    opcRequestId: 'opc-1',
    effect: 'OCI lists the approval.',
    ...differs,
  })

import { Type, type Static } from 'typebox'
import { act } from './act.ts'
import { endpoint } from './endpoint.ts'
import { CompartmentRef, ConnectionId, Instant, Nullable, Ocid, Tags } from './shared.ts'
import { listOf } from './window.ts'

/** The two services that govern access. */
export const AccessService = Type.Union([
  Type.Literal('operator-access-control'),
  Type.Literal('delegate-access-control'),
])
export type AccessService = Static<typeof AccessService>

/**
 * The phase of an access request, the same for both services, whose states differ:
 * `waiting` for an initial decision, `extension-waiting` for one on more hours, `scheduled` to begin later, `open` while
 * access exists, `in-transit` while OCI applies something, `ended`, `may-be-open` where closing failed and access may
 * still exist, `unknown` for a state this version does not know.
 */
export const AccessPhase = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('extension-waiting'),
  Type.Literal('scheduled'),
  Type.Literal('open'),
  Type.Literal('in-transit'),
  Type.Literal('ended'),
  Type.Literal('may-be-open'),
  Type.Literal('unknown'),
])
export type AccessPhase = Static<typeof AccessPhase>

const summaryFields = {
  connectionId: Type.String(),
  service: AccessService,
  id: Type.String(),
  /** The short name people quote: OAC's request id, DAC's display name. */
  name: Type.String(),
  /** As OCI spells it. */
  state: Type.String(),
  phase: AccessPhase,
  stateDetails: Nullable(Type.String()),
  /** `S1` is the most severe. */
  severity: Nullable(Type.String()),
  summary: Type.String(),
  resource: Type.Object({
    id: Type.String(),
    name: Nullable(Type.String()),
    type: Nullable(Type.String()),
  }),
  compartment: Nullable(CompartmentRef),
  actions: Type.Array(Type.String()),
  durationHours: Nullable(Type.Number()),
  extensionHours: Nullable(Type.Number()),
  createdAt: Nullable(Instant),
  updatedAt: Nullable(Instant),
  /** The requested or granted start; null for immediate access. */
  startsAt: Nullable(Instant),
  isAutoApproved: Type.Boolean(),
  /** When OCI no longer had it. Gatehouse keeps it for the configured time. */
  forgottenAt: Nullable(Instant),
}

export const AccessRequestSummary = Type.Object(summaryFields)
export type AccessRequestSummary = Static<typeof AccessRequestSummary>

/** One thing the operator wants to do, with what Oracle says of it. */
export const RequestedAction = Type.Object({
  name: Type.String(),
  displayName: Nullable(Type.String()),
  /** The infrastructure layer: DOM0, CELLSERVER, … */
  layer: Nullable(Type.String()),
  /** Oracle's text on what it allows and risks. */
  description: Nullable(Type.String()),
  sshAllowed: Nullable(Type.Boolean()),
  /** Whether the control approves it without asking; null when the control could not be read. */
  preApproved: Nullable(Type.Boolean()),
  properties: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
})
export type RequestedAction = Static<typeof RequestedAction>

export const Approval = Type.Object({
  kind: Type.Union([Type.Literal('initial'), Type.Literal('extension')]),
  approverId: Nullable(Type.String()),
  /** The person of this console who decided, when it was decided here. */
  approverName: Nullable(Type.String()),
  /** As OCI spells it. */
  action: Nullable(Type.String()),
  comment: Nullable(Type.String()),
  message: Nullable(Type.String()),
  at: Nullable(Instant),
  startsAt: Nullable(Instant),
})
export type Approval = Static<typeof Approval>

export const AccessHistoryEntry = Type.Object({
  state: Type.String(),
  phase: AccessPhase,
  at: Nullable(Instant),
  userId: Nullable(Type.String()),
  /** The person of this console behind it, when it was done here. */
  userName: Nullable(Type.String()),
  description: Nullable(Type.String()),
  durationHours: Nullable(Type.Number()),
  isAutoApproved: Type.Boolean(),
  actions: Type.Array(Type.String()),
})
export type AccessHistoryEntry = Static<typeof AccessHistoryEntry>

export const Message = Type.Object({
  id: Nullable(Type.String()),
  from: Type.Union([Type.Literal('customer'), Type.Literal('operator'), Type.Literal('unknown')]),
  userName: Nullable(Type.String()),
  text: Type.String(),
  at: Nullable(Instant),
})
export type Message = Static<typeof Message>

export const AccessRequest = Type.Object({
  ...summaryFields,
  reason: Nullable(Type.String()),
  ticketNumbers: Type.Array(Type.String()),
  /** Opaque: Oracle does not say who it is. */
  operatorId: Nullable(Type.String()),
  requesterType: Nullable(Type.String()),
  subResources: Type.Array(Type.String()),
  databases: Type.Array(Type.String()),
  serviceTypes: Type.Array(Type.String()),
  workflowIds: Type.Array(Type.String()),
  control: Nullable(
    Type.Object({
      id: Type.String(),
      name: Nullable(Type.String()),
      /** Why it could not be read, when it could not. */
      problem: Nullable(Type.String()),
    }),
  ),
  requestedActions: Type.Array(RequestedAction),
  /** Null when neither the access request nor its control says; then several may be needed. */
  approvalsRequired: Nullable(Type.Integer()),
  approvalsGiven: Type.Integer(),
  extensionApprovalsGiven: Type.Integer(),
  approvals: Type.Array(Approval),
  auditTypes: Type.Array(Type.String()),
  /** DAC's work-request-like state; null for OAC. */
  lifecycleState: Nullable(Type.String()),
  lastUserId: Nullable(Type.String()),
  approverComment: Nullable(Type.String()),
  closureComment: Nullable(Type.String()),
  systemMessage: Nullable(Type.String()),
  additionalMessage: Nullable(Type.String()),
  isValidation: Type.Boolean(),
  isPendingMoreInfo: Type.Boolean(),
  /** Derived from the history and the granted hours; OCI gives no such time. */
  accessBeganAt: Nullable(Instant),
  accessEndsAt: Nullable(Instant),
  tags: Tags,
  /** Newest first. */
  history: Type.Array(AccessHistoryEntry),
  /** Oldest first. */
  conversation: Type.Array(Message),
  /** Parts that could not be read, in whole sentences. */
  missing: Type.Array(Type.String()),
  /** A print of what matters to a decision. Send it back as `seen`. */
  version: Type.String(),
  readAt: Instant,
})
export type AccessRequest = Static<typeof AccessRequest>

export const AccessRequestParams = Type.Object({
  connectionId: ConnectionId,
  service: AccessService,
  accessRequestId: Ocid,
})

const url = '/api/access-requests/:connectionId/:service/:accessRequestId'

export const accessRequestList = listOf({
  path: 'access-requests',
  permission: 'access-requests:read',
  summary: 'Access requests of both services, over all connections and compartments',
  item: AccessRequestSummary,
  filters: ['phase', 'state', 'severity', 'resource-type', 'service'],
  /**
   * `urgency`: access that failed to close; then decisions by severity, extensions first because their access is running
   * out, the longest waiting first; then those in transit, active, scheduled and ended.
   */
  sorts: [
    'urgency',
    'summary',
    'severity',
    'state',
    'resource',
    'hours',
    'requested',
    'name',
    'compartment',
    'service',
    'connection',
    'updated',
  ],
})
export const {
  list: listAccessRequests,
  count: countAccessRequests,
  download: downloadAccessRequests,
} = accessRequestList

export const getAccessRequest = endpoint({
  method: 'GET',
  url,
  permission: 'access-requests:read',
  schema: {
    summary: 'One access request with its control, actions, approvals, history and conversation',
    params: AccessRequestParams,
    response: { 200: AccessRequest },
  },
})

/** Longest text that OCI is sent. */
export const commentMaxLength = 2000

const Comment = Type.String({ maxLength: commentMaxLength })
const RequiredComment = Type.String({ minLength: 1, maxLength: commentMaxLength, pattern: '\\S' })

/** `seen` is the `version` that the person decided on. If the current version differs, the answer is `stale`. */
const decision = { seen: Type.String({ minLength: 1, maxLength: 200 }) }

/** Severities whose approval needs a comment. */
export const severitiesNeedingComment: readonly string[] = ['S1', 'S2']

export const approveAccessRequest = act({
  url: `${url}/approve`,
  permission: 'access-requests:decide',
  summary: 'Approve an access request, or the extension it asks for',
  params: AccessRequestParams,
  body: {
    ...decision,
    comment: Type.Optional(Comment),
    /** Operator Access Control only. */
    auditTypes: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 10 })),
    additionalMessage: Type.Optional(Comment),
    /** A later start; at once when absent. */
    startsAt: Type.Optional(Instant),
  },
})

export const rejectAccessRequest = act({
  url: `${url}/reject`,
  permission: 'access-requests:decide',
  summary: 'Reject an access request, or the extension it asks for',
  params: AccessRequestParams,
  body: { ...decision, comment: RequiredComment },
})

export const revokeAccessRequest = act({
  url: `${url}/revoke`,
  permission: 'access-requests:decide',
  summary: 'Withdraw access that was granted',
  params: AccessRequestParams,
  body: { ...decision, comment: RequiredComment },
})

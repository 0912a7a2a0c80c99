// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

export type ActionType = 'CREATED' | 'UPDATED' | 'DELETED' | 'IN_PROGRESS' | 'RELATED' | 'FAILED'

export type AuditReportStatus = 'NOTAVAILABLE' | 'AVAILABLE' | 'EXPIRED' | 'FAILED'

export type DelegatedResourceAccessRequestAuditType = 'COMMAND_AUDIT' | 'COMMAND_KEYSTROKE_AUDIT'

export type DelegatedResourceAccessRequestSeverity = 'S1' | 'S2' | 'S3' | 'S4'

export type DelegatedResourceAccessRequestStatus =
  | 'CREATED'
  | 'APPROVAL_WAITING'
  | 'OPERATOR_ASSIGNMENT_WAITING'
  | 'PREAPPROVED'
  | 'APPROVED'
  | 'APPROVED_FOR_FUTURE'
  | 'REJECTED'
  | 'DEPLOYED'
  | 'DEPLOY_FAILED'
  | 'UNDEPLOYED'
  | 'UNDEPLOY_FAILED'
  | 'CLOSE_FAILED'
  | 'REVOKE_FAILED'
  | 'EXPIRY_FAILED'
  | 'REVOKING'
  | 'REVOKED'
  | 'EXTENDING'
  | 'EXTENDED'
  | 'EXTENSION_REJECTED'
  | 'EXTENSION_FAILED'
  | 'COMPLETING'
  | 'COMPLETED'
  | 'EXPIRED'

export type DelegatedResourceAccessRequesterType = 'OPERATOR' | 'CUSTOMER' | 'SYSTEM'

export type DelegationControlResourceType = 'VMCLUSTER' | 'CLOUDVMCLUSTER' | 'EXADBVMCLUSTER'

export type OperationStatus =
  | 'ACCEPTED'
  | 'IN_PROGRESS'
  | 'WAITING'
  | 'NEEDS_ATTENTION'
  | 'FAILED'
  | 'SUCCEEDED'
  | 'CANCELING'
  | 'CANCELED'

export type OperationType =
  | 'CREATE_DELEGATION_CONTROL'
  | 'UPDATE_DELEGATION_CONTROL'
  | 'DELETE_DELEGATION_CONTROL'
  | 'MOVE_DELEGATION_CONTROL'
  | 'CREATE_DELEGATED_RESOURCE_ACCESS_REQUEST'
  | 'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST'
  | 'REJECT_DELEGATED_RESOURCE_ACCESS_REQUEST'
  | 'REVOKE_DELEGATED_RESOURCE_ACCESS_REQUEST'
  | 'CREATE_DELEGATION_SUBSCRIPTION'
  | 'UPDATE_DELEGATION_SUBSCRIPTION'
  | 'DELETE_DELEGATION_SUBSCRIPTION'
  | 'MOVE_DELEGATION_SUBSCRIPTION'

export type ServiceProviderServiceType = 'TROUBLESHOOTING' | 'ASSISTED_PATCHING' | 'MANAGED_SOFTWARE_UPDATES'

export type SortOrders = 'ASC' | 'DESC'

export type WorkRequestResourceMetadataKey = 'VM_CLUSTER_ID' | 'HOSTNAMES' | 'COMMANDS' | 'RESULT_LOCATION'

export interface ApproveDelegatedResourceAccessRequestDetails {
  /** Comment by the approver */
  approverComment?: string
  /** Message shown to the operator */
  additionalMessage?: string
  /** Approved access start */
  timeApprovedForAccess?: string
}

export interface ChangeDelegationControlCompartmentDetails {
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
}

export interface ChangeDelegationSubscriptionCompartmentDetails {
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
}

export interface CreateDelegationControlDetails {
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Human-readable name, editable */
  displayName: string
  /** Free-text description */
  description?: string
  /** Approvals needed per request */
  numApprovalsRequired?: number
  /** Action names approved without asking */
  preApprovedServiceProviderActionNames?: Array<string>
  /** Delegation subscriptions allowed (or associated) */
  delegationSubscriptionIds: Array<string>
  /** Auto-approve in maintenance windows */
  isAutoApproveDuringMaintenance?: boolean
  /** OCIDs of governed VM clusters */
  resourceIds: Array<string>
  /** Kind of governed resource */
  resourceType: DelegationControlResourceType
  /** OCI Notifications topic OCID */
  notificationTopicId: string
  /** Notification body format (typed string in Create/Update; values JSON, HTML) */
  notificationMessageFormat: string
  /** Vault that stores generated SSH keys; optional only for Managed Software Updates */
  vaultId?: string
  /** Master key that encrypts them; optional only for Managed Software Updates */
  vaultKeyId?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface CreateDelegationSubscriptionDetails {
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Service provider id */
  serviceProviderId: string
  /** Free-text description */
  description?: string
  /** Service subscribed to */
  subscribedServiceType: ServiceProviderServiceType
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface DelegatedResourceAccessRequestApprovalDetails {
  /** APPROVE or REJECT */
  approvalAction?: 'APPROVE' | 'REJECT'
  /** Approved access start */
  timeApprovedForAccess?: string
  /** INITIAL or EXTENSION */
  approvalType?: 'INITIAL' | 'EXTENSION'
  /** Comment by the approver */
  approverComment: string
  /** Approver's user OCID */
  approverId?: string
  /** Approver's extra message */
  approverAdditionalMessage?: string
  /** When approved/rejected */
  timeOfAction?: string
}

export interface DelegatedResourceAccessRequestAuditLogReport {
  /** Report body */
  report?: string
  /** Process-tree body */
  processTree?: string
  /** Availability of the report */
  auditReportStatus: AuditReportStatus
  /** When generated */
  timeReportGenerated?: string
}

export interface DelegatedResourceAccessRequestHistoryCollection {
  /** The page of results */
  items: Array<DelegatedResourceAccessRequestHistorySummary>
}

export interface DelegatedResourceAccessRequestHistorySummary {
  /** Current state */
  lifecycleState?: string
  /** Business state of the request (see state machine) */
  requestStatus?: DelegatedResourceAccessRequestStatus
  /** Who changed it ("Operator" for the operator) */
  userId?: string
  /** Comment on the change */
  comment?: string
  /** When it was recorded */
  timestamp?: string
}

export interface DelegatedResourceAccessRequestSummaryCollection {
  /** The page of results */
  items: Array<DelegatedResourceAccessRequestSummary>
}

export interface DelegatedResourceAccessRequestSummary {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** System-generated name */
  displayName?: string
  /** Related SR/JIRA numbers */
  ticketNumbers?: Array<string>
  /** Why access is needed */
  reasonForRequest: string
  /** Requested start (UTC) */
  timeAccessRequested?: string
  /** OCID of the target resource */
  resourceId: string
  /** Target resource name */
  resourceName?: string
  /** Kind of governed resource */
  resourceType?: DelegationControlResourceType
  /** Service-provider actions sought */
  requestedActionNames?: Array<string>
  /** Who raised it */
  requesterType?: DelegatedResourceAccessRequesterType
  /** Governing delegation control */
  delegationControlId: string
  /** Priority set by the operator */
  severity?: DelegatedResourceAccessRequestSeverity
  /** Hours of access sought */
  durationInHours?: number
  /** Hours of extension sought */
  extendDurationInHours?: number
  /** Approved by the system */
  isAutoApproved?: boolean
  /** As on the full model, but an untyped string */
  lifecycleState?: string
  /** Text detail of the state */
  lifecycleStateDetails?: string
  /** Business state of the request (see state machine) */
  requestStatus?: DelegatedResourceAccessRequestStatus
  /** When it was created */
  timeCreated?: string
  /** When last changed */
  timeUpdated?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Oracle-set tags, namespace→key→value */
  systemTags?: Record<string, Record<string, unknown>>
}

export interface DelegatedResourceAccessRequest {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** System-generated name */
  displayName?: string
  /** Related SR/JIRA numbers */
  ticketNumbers?: Array<string>
  /** Why access is needed */
  reasonForRequest: string
  /** Free-text description */
  description: string
  /** Requested start (UTC) */
  timeAccessRequested?: string
  /** OCID of the target resource */
  resourceId: string
  /** Target resource name */
  resourceName?: string
  /** Kind of governed resource */
  resourceType?: DelegationControlResourceType
  /** Who raised it */
  requesterType?: DelegatedResourceAccessRequesterType
  /** Service-provider actions sought */
  requestedActionNames?: Array<string>
  /** Database unique names (when DB access is sought) */
  databaseNameList?: Array<string>
  /** Database ids (when DB access is sought) */
  databaseIdList?: Array<string>
  /** Service types being provided */
  providedServiceTypes?: Array<'TROUBLESHOOTING' | 'ASSISTED_PATCHING' | 'MANAGED_SOFTWARE_UPDATES'>
  /** Delegation subscriptions allowed (or associated) */
  delegationSubscriptionIds?: Array<string>
  /** Priority set by the operator */
  severity?: DelegatedResourceAccessRequestSeverity
  /** Hours of access sought */
  durationInHours?: number
  /** Hours of extension sought */
  extendDurationInHours?: number
  /** Approved by the system */
  isAutoApproved?: boolean
  /** Work-request-like state; the business state is requestStatus */
  lifecycleState?:
    | 'ACCEPTED'
    | 'IN_PROGRESS'
    | 'WAITING'
    | 'FAILED'
    | 'SUCCEEDED'
    | 'CANCELING'
    | 'CANCELED'
    | 'NEEDS_ATTENTION'
  /** Text detail of the state */
  lifecycleStateDetails?: string
  /** Business state of the request (see state machine) */
  requestStatus?: DelegatedResourceAccessRequestStatus
  /** When it was created */
  timeCreated?: string
  /** When last changed */
  timeUpdated?: string
  /** Initial approvals so far */
  numInitialApprovals?: number
  /** Extension approvals so far */
  numExtensionApprovals?: number
  /** One entry per approval */
  approvalInfo?: Array<DelegatedResourceAccessRequestApprovalDetails>
  /** Operator's comment at closure */
  closureComment?: string
  /** Governing delegation control */
  delegationControlId?: string
  /** Audit levels; both are on by default */
  auditTypes?: Array<'COMMAND_AUDIT' | 'COMMAND_KEYSTROKE_AUDIT'>
  /** Waiting for the operator's answer */
  isPendingMoreInfo?: boolean
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Oracle-set tags, namespace→key→value */
  systemTags?: Record<string, Record<string, unknown>>
}

export interface DelegationControlResourceCollection {
  /** The page of results */
  items: Array<DelegationControlResourceSummary>
}

export interface DelegationControlResourceSummary {
  /** OCID */
  id?: string
  /** Status of that resource under the control */
  resourceStatus?:
    | 'CREATED'
    | 'APPLYING'
    | 'APPLIED'
    | 'APPLY_FAILED'
    | 'UPDATING'
    | 'UPDATE_FAILED'
    | 'DELETING'
    | 'DELETED'
    | 'DELETION_FAILED'
}

export interface DelegationControlSummaryCollection {
  /** The page of results */
  items: Array<DelegationControlSummary>
}

export interface DelegationControlSummary {
  /** OCID */
  id: string
  /** Human-readable name, editable */
  displayName: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Kind of governed resource */
  resourceType: DelegationControlResourceType
  /** When it was created */
  timeCreated?: string
  /** When last changed */
  timeUpdated?: string
  /** When deleted (record stays for audit) */
  timeDeleted?: string
  /** Current state */
  lifecycleState?: string
  /** Text detail of the state */
  lifecycleStateDetails?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Oracle-set tags, namespace→key→value */
  systemTags?: Record<string, Record<string, unknown>>
}

export interface DelegationControl {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Human-readable name, editable */
  displayName: string
  /** Free-text description */
  description?: string
  /** Approvals needed per request */
  numApprovalsRequired?: number
  /** Action names approved without asking */
  preApprovedServiceProviderActionNames?: Array<string>
  /** Delegation subscriptions allowed (or associated) */
  delegationSubscriptionIds?: Array<string>
  /** Auto-approve in maintenance windows */
  isAutoApproveDuringMaintenance?: boolean
  /** OCIDs of governed VM clusters */
  resourceIds?: Array<string>
  /** Kind of governed resource */
  resourceType: DelegationControlResourceType
  /** OCI Notifications topic OCID */
  notificationTopicId?: string
  /** Notification body format (typed string in Create/Update; values JSON, HTML) */
  notificationMessageFormat?: 'JSON' | 'HTML'
  /** Vault that stores generated SSH keys; optional only for Managed Software Updates */
  vaultId?: string
  /** Master key that encrypts them; optional only for Managed Software Updates */
  vaultKeyId?: string
  /** Current state */
  lifecycleState?: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED' | 'FAILED' | 'NEEDS_ATTENTION'
  /** Text detail of the state */
  lifecycleStateDetails?: string
  /** When it was created */
  timeCreated?: string
  /** When last changed */
  timeUpdated?: string
  /** When deleted (record stays for audit) */
  timeDeleted?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Oracle-set tags, namespace→key→value */
  systemTags?: Record<string, Record<string, unknown>>
}

export interface DelegationSubscriptionSummaryCollection {
  /** The page of results */
  items: Array<DelegationSubscriptionSummary>
}

export interface DelegationSubscriptionSummary {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** System display name */
  displayName?: string
  /** Service provider id */
  serviceProviderId: string
  /** Service subscribed to */
  subscribedServiceType: ServiceProviderServiceType
  /** Current state */
  lifecycleState?: string
  /** Text detail of the state */
  lifecycleStateDetails?: string
  /** When it was created */
  timeCreated?: string
  /** When last changed */
  timeUpdated?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Oracle-set tags, namespace→key→value */
  systemTags?: Record<string, Record<string, unknown>>
}

export interface DelegationSubscription {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** System display name (not settable) */
  displayName?: string
  /** Service provider id */
  serviceProviderId: string
  /** Free-text description */
  description?: string
  /** Service subscribed to */
  subscribedServiceType: ServiceProviderServiceType
  /** Current state */
  lifecycleState?: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED' | 'FAILED'
  /** Text detail of the state */
  lifecycleStateDetails?: string
  /** When it was created */
  timeCreated?: string
  /** When last changed */
  timeUpdated?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Oracle-set tags, namespace→key→value */
  systemTags?: Record<string, Record<string, unknown>>
}

export interface RejectDelegatedResourceAccessRequestDetails {
  /** Comment by the approver */
  approverComment?: string
}

export interface RevokeDelegatedResourceAccessRequestDetails {
  /** Comment by the approver */
  approverComment?: string
}

export interface ServiceProviderActionProperties {
  /** Property name */
  name?: string
  /** Property value */
  value?: string
}

export interface ServiceProviderActionSummaryCollection {
  /** The page of results */
  items: Array<ServiceProviderActionSummary>
}

export interface ServiceProviderActionSummary {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** Name */
  name: string
  /** Display name of the action */
  customerDisplayName?: string
  /** Infrastructure layer */
  component?: string
  /** Kind of governed resource */
  resourceType?: DelegationControlResourceType
  /** Action allows SSH */
  isSshAccessAllowed?: boolean
  /** Service types it applies to */
  serviceProviderServiceTypes?: Array<'TROUBLESHOOTING' | 'ASSISTED_PATCHING' | 'MANAGED_SOFTWARE_UPDATES'>
  /** Current state */
  lifecycleState?: string
  /** Free-text description */
  description?: string
}

export interface ServiceProviderAction {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** Name */
  name: string
  /** Display name of the action */
  customerDisplayName?: string
  /** Infrastructure layer */
  component?: string
  /** Kind of governed resource */
  resourceType?: DelegationControlResourceType
  /** Action allows SSH */
  isSshAccessAllowed?: boolean
  /** Service types it applies to */
  serviceProviderServiceTypes?: Array<'TROUBLESHOOTING' | 'ASSISTED_PATCHING' | 'MANAGED_SOFTWARE_UPDATES'>
  /** Current state */
  lifecycleState?: 'ACTIVE' | 'INACTIVE'
  /** Free-text description */
  description?: string
  /** Fine-grained action properties */
  properties?: Array<ServiceProviderActionProperties>
}

export interface ServiceProviderInteractionCollection {
  /** The page of results */
  items: Array<ServiceProviderInteractionSummary>
}

export interface ServiceProviderInteractionRequestDetails {
  /** Question put to the operator */
  moreInfoDetails?: string
}

export interface ServiceProviderInteractionSummary {
  /** Message id */
  messageIdentifier?: string
  /** Author id; null for the operator */
  userId?: string
  /** Author's name ("Operator" for the operator) */
  userName?: string
  /** What was said */
  message?: string
  /** CUSTOMER or OPERATOR */
  userType?: 'CUSTOMER' | 'OPERATOR'
  /** When it was recorded */
  timestamp?: string
}

export interface ServiceProviderSummaryCollection {
  /** The page of results */
  items: Array<ServiceProviderSummary>
}

export interface ServiceProviderSummary {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** Name */
  name: string
  /** Kind of provider */
  serviceProviderType?: string
  /** Services offered */
  serviceTypes?: Array<'TROUBLESHOOTING' | 'ASSISTED_PATCHING' | 'MANAGED_SOFTWARE_UPDATES'>
  /** Resource kinds served */
  supportedResourceTypes?: Array<'VMCLUSTER' | 'CLOUDVMCLUSTER' | 'EXADBVMCLUSTER'>
  /** Current state */
  lifecycleState?: string
  /** Text detail of the state */
  lifecycleStateDetails?: string
  /** When it was created */
  timeCreated?: string
  /** When last changed */
  timeUpdated?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Oracle-set tags, namespace→key→value */
  systemTags?: Record<string, Record<string, unknown>>
}

export interface ServiceProvider {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** Name */
  name: string
  /** Free-text description */
  description?: string
  /** Kind of provider */
  serviceProviderType: 'ORACLE_PROVIDED'
  /** Services offered */
  serviceTypes: Array<'TROUBLESHOOTING' | 'ASSISTED_PATCHING' | 'MANAGED_SOFTWARE_UPDATES'>
  /** Resource kinds served */
  supportedResourceTypes: Array<'VMCLUSTER' | 'CLOUDVMCLUSTER' | 'EXADBVMCLUSTER'>
  /** Current state */
  lifecycleState?: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED' | 'FAILED'
  /** Text detail of the state */
  lifecycleStateDetails?: string
  /** When it was created */
  timeCreated?: string
  /** When last changed */
  timeUpdated?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Oracle-set tags, namespace→key→value */
  systemTags?: Record<string, Record<string, unknown>>
}

export interface UpdateDelegationControlDetails {
  /** Human-readable name, editable */
  displayName?: string
  /** Free-text description */
  description?: string
  /** Approvals needed per request */
  numApprovalsRequired?: number
  /** Delegation subscriptions allowed (or associated) */
  delegationSubscriptionIds?: Array<string>
  /** Auto-approve in maintenance windows */
  isAutoApproveDuringMaintenance?: boolean
  /** OCIDs of governed VM clusters */
  resourceIds?: Array<string>
  /** Action names approved without asking */
  preApprovedServiceProviderActionNames?: Array<string>
  /** OCI Notifications topic OCID */
  notificationTopicId?: string
  /** Notification body format (typed string in Create/Update; values JSON, HTML) */
  notificationMessageFormat?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface UpdateDelegationSubscriptionDetails {
  /** Free-text description */
  description?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface WorkRequestErrorCollection {
  /** The page of results */
  items: Array<WorkRequestError>
}

export interface WorkRequestError {
  /** Machine error code (apierrors list) */
  code: string
  /** Human text */
  message: string
  /** When it was recorded */
  timestamp: string
}

export interface WorkRequestLogEntryCollection {
  /** The page of results */
  items: Array<WorkRequestLogEntry>
}

export interface WorkRequestLogEntry {
  /** Human text */
  message: string
  /** When it was recorded */
  timestamp: string
}

export interface WorkRequestResource {
  /** Kind of resource the job touches (free string) */
  entityType: string
  /** How the job affects that resource */
  actionType: ActionType
  /** OCID of the affected resource */
  identifier: string
  /** GET-able URI path of that resource */
  entityUri?: string
  /** Extra string map; documented keys in WorkRequestResourceMetadataKey */
  metadata?: Record<string, string>
}

export interface WorkRequestSummaryCollection {
  /** The page of results */
  items: Array<WorkRequestSummary>
}

export interface WorkRequestSummary {
  /** What the job does */
  operationType: OperationType
  /** Job status */
  status: OperationStatus
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Resources the job touches */
  resources: Array<WorkRequestResource>
  /** Progress 0–100 */
  percentComplete: number
  /** When the request was accepted */
  timeAccepted: string
  /** When execution began */
  timeStarted?: string
  /** When execution ended (set = terminal; SDK waiters poll on this) */
  timeFinished?: string
}

export interface WorkRequest {
  /** What the job does */
  operationType: OperationType
  /** Job status */
  status: OperationStatus
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Resources the job touches */
  resources: Array<WorkRequestResource>
  /** Progress 0–100 */
  percentComplete: number
  /** When the request was accepted */
  timeAccepted: string
  /** When execution began */
  timeStarted?: string
  /** When execution ended (set = terminal; SDK waiters poll on this) */
  timeFinished?: string
}

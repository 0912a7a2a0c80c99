// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

export type AccessRequestLifecycleStates =
  | 'CREATED'
  | 'APPROVALWAITING'
  | 'PREAPPROVED'
  | 'APPROVED'
  | 'MOREINFO'
  | 'REJECTED'
  | 'DEPLOYED'
  | 'DEPLOYFAILED'
  | 'UNDEPLOYED'
  | 'UNDEPLOYFAILED'
  | 'CLOSEFAILED'
  | 'REVOKEFAILED'
  | 'EXPIRYFAILED'
  | 'REVOKING'
  | 'REVOKED'
  | 'EXTENDING'
  | 'EXTENDED'
  | 'EXTENSIONREJECTED'
  | 'COMPLETING'
  | 'COMPLETED'
  | 'EXPIRED'
  | 'APPROVEDFORFUTURE'
  | 'INREVIEW'

export type AccessRequestSeverities = 'S1' | 'S2' | 'S3' | 'S4'

export type AssignmentValidationLifecycleStates = 'PROGRESS' | 'SUCCESS' | 'FAILED'

export type AuditReportStatus = 'NOTAVAILABLE' | 'AVAILABLE' | 'EXPIRED' | 'FAILED'

export type InfrastrcutureLayers = 'DOM0' | 'CELLSERVER' | 'CPS'

export type OperatorActionCategories =
  | 'SERVICEDIAGNOSTICS'
  | 'SERVICEMANAGEMENT'
  | 'SYSTEMMANAGEMENT'
  | 'FULLADMINISTRATION'
  | 'CELLMANAGEMENT'

export type OperatorActionLifecycleStates = 'ACTIVE' | 'INACTIVE'

export type OperatorControlAssignmentLifecycleStates =
  | 'CREATED'
  | 'APPLIED'
  | 'APPLYFAILED'
  | 'UPDATING'
  | 'UPDATEFAILED'
  | 'DELETING'
  | 'DELETED'
  | 'DELETIONFAILED'
  | 'CUSTOMERASSIGNED'

export type OperatorControlLifecycleStates = 'CREATED' | 'ASSIGNED' | 'UNASSIGNED' | 'DELETED'

export type ResourceTypes =
  | 'EXACC'
  | 'EXADATAINFRASTRUCTURE'
  | 'AUTONOMOUSVMCLUSTER'
  | 'CLOUDAUTONOMOUSVMCLUSTER'
  | 'CCCINFRASTRUCTURE'
  | 'CLOUDEXADATAINFRASTRUCTURE'

export type SortOrders = 'ASC' | 'DESC'

export interface AccessRequestCollection {
  /** The page of results */
  items: Array<AccessRequestSummary>
}

export interface AccessRequestHistoryCollection {
  /** The page of results */
  items: Array<AccessRequestHistorySummary>
}

export interface AccessRequestHistorySummary {
  /** Current state */
  lifecycleState?: AccessRequestLifecycleStates
  /** User who last acted on it */
  userId?: string
  /** Why the state changed */
  description?: string
  /** Hours approved (request or extension) */
  duration?: number
  /** Approved by the system because every action was pre-approved */
  isAutoApproved?: boolean
  /** Operator actions involved */
  actionsList?: Array<string>
  /** When the transition happened */
  timeOfAction?: string
}

export interface AccessRequestSummary {
  /** OCID */
  id: string
  /** Short human-friendly system identifier */
  requestId?: string
  /** Operator's summary comment */
  accessReasonSummary: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** OCID of the governed target resource */
  resourceId: string
  /** Name of the target resource */
  resourceName?: string
  /** Sub-resources covered */
  subResourceList?: Array<string>
  /** Kind of target resource */
  resourceType?: ResourceTypes
  /** Operator actions needing approval */
  actionRequestsList?: Array<string>
  /** Current state */
  lifecycleState?: AccessRequestLifecycleStates
  /** Text detail of the state */
  lifecycleDetails?: string
  /** When created */
  timeOfCreation?: string
  /** When last modified */
  timeOfModification?: string
  /** When access is scheduled to be approved/start (future approval) */
  timeOfUserCreation?: string
  /** Hours of access sought */
  duration?: number
  /** Hours of extension sought */
  extendDuration?: number
  /** Priority set by the operator */
  severity?: AccessRequestSeverities
  /** Approved by the system because every action was pre-approved */
  isAutoApproved?: boolean
  /** Requested future start */
  timeRequestedForFutureAccess?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface AccessRequest {
  /** OCID */
  id: string
  /** Short human-friendly system identifier */
  requestId?: string
  /** Operator's summary comment */
  accessReasonSummary: string
  /** Opaque identifier of the Oracle operator */
  operatorId?: string
  /** OCID of the governed target resource */
  resourceId: string
  /** Name of the target resource */
  resourceName?: string
  /** Sub-resources covered */
  subResourceList?: Array<string>
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** Kind of target resource */
  resourceType?: ResourceTypes
  /** Operator actions needing approval */
  actionRequestsList?: Array<string>
  /** Operator's stated reason */
  reason?: string
  /** Priority set by the operator */
  severity?: AccessRequestSeverities
  /** Hours of access sought */
  duration?: number
  /** Hours of extension sought */
  extendDuration?: number
  /** Workflow OCIDs, quoted to Oracle Support */
  workflowId?: Array<string>
  /** Approved by the system because every action was pre-approved */
  isAutoApproved?: boolean
  /** Current state */
  lifecycleState?: AccessRequestLifecycleStates
  /** Text detail of the state */
  lifecycleDetails?: string
  /** When created */
  timeOfCreation?: string
  /** When last modified */
  timeOfModification?: string
  /** When access is scheduled to be approved/start (future approval) */
  timeOfUserCreation?: string
  /** User who last acted on it */
  userId?: string
  /** Comment by the approver */
  approverComment?: string
  /** Operator's comment at closure */
  closureComment?: string
  /** OCID of the governing operator control */
  opctlId?: string
  /** Name of the governing operator control */
  opctlName?: string
  /** Login banner shown to the operator */
  systemMessage?: string
  /** Approver's extra message for this request */
  opctlAdditionalMessage?: string
  /** Audit level(s): command-level is default, keystroke-level adds keystrokes (values not enumerated in any SDK) */
  auditType?: Array<string>
  /** Approvals needed */
  numberOfApproversRequired?: number
  /** Approvals obtained so far */
  numberOfApprovers?: number
  /** Extension approvals obtained */
  numberOfExtensionApprovers?: number
  /** Approvals of the initial request (SDK text wrongly says extension) */
  approverDetails?: Array<ApproverDetail>
  /** Approvals of the extension */
  extensionApproverDetails?: Array<ApproverDetail>
  /** Raised by an assignment validation, not by real work */
  isValidateAssignment?: boolean
  /** Requested future start */
  timeRequestedForFutureAccess?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface ApproveAccessRequestDetails {
  /** Comment by the approver */
  approverComment?: string
  /** Audit level(s): command-level is default, keystroke-level adds keystrokes (values not enumerated in any SDK) */
  auditType?: Array<string>
  /** Message shown to the operator */
  additionalMessage?: string
  /** When access is scheduled to be approved/start (future approval) */
  timeOfUserCreation?: string
}

export interface ApproverDetail {
  /** Approver's user OCID */
  approverId?: string
  /** What the approver did (free string) */
  approvalAction?: string
  /** Approver's comment */
  approvalComment?: string
  /** Approver's extra message */
  approvalAdditionalMessage?: string
  /** When authorised */
  timeOfAuthorization?: string
  /** Approved access start */
  timeApprovedForAccess?: string
}

export interface AssignmentValidationStatus {
  /** Validation run identifier */
  executionId: string
  /** User who started the validation */
  userId?: string
  /** Access request the validation created */
  accessRequestId?: string
  /** Validation error */
  errorMessage?: string
  /** Result of the run */
  executionStatus: AssignmentValidationLifecycleStates
  /** Per-command results */
  statusDetail?: Array<StatusDetail>
  /** Run start */
  timeOfValidationStart?: string
  /** Run end */
  timeOfValidationFinish?: string
}

export interface AuditLogReport {
  /** Report body (HTML in the console) */
  report?: string
  /** Process-tree body */
  processTree?: string
  /** Availability of the report */
  auditReportStatus: AuditReportStatus
  /** When generated */
  timeOfReportGeneration?: string
}

export interface ChangeOperatorControlAssignmentCompartmentDetails {
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
}

export interface ChangeOperatorControlCompartmentDetails {
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
}

export interface CreateOperatorControlAssignmentDetails {
  /** Operator control OCID */
  operatorControlId: string
  /** OCID of the governed target resource */
  resourceId: string
  /** Name of the target resource */
  resourceName: string
  /** Kind of target resource */
  resourceType: ResourceTypes
  /** Compartment of the target resource */
  resourceCompartmentId: string
  /** Governance starts */
  timeAssignmentFrom?: string
  /** Governance ends */
  timeAssignmentTo?: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Always governed (ignores from/to) */
  isEnforcedAlways: boolean
  /** Comment on the assignment */
  comment?: string
  /** Audit logs go to a syslog server */
  isLogForwarded?: boolean
  /** Syslog host or IP */
  remoteSyslogServerAddress?: string
  /** Syslog TCP port */
  remoteSyslogServerPort?: number
  /** CA certificate asserting the syslog server */
  remoteSyslogServerCACert?: string
  /** Hypervisor audit logs forwarded too */
  isHypervisorLogForwarded?: boolean
  /** Auto-approve in maintenance windows */
  isAutoApproveDuringMaintenance?: boolean
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface CreateOperatorControlDetails {
  /** Control name (unique) */
  operatorControlName: string
  /** Free-text description */
  description?: string
  /** User OCIDs allowed to approve */
  approversList?: Array<string>
  /** Group OCIDs allowed to approve */
  approverGroupsList: Array<string>
  /** Actions approved without asking */
  preApprovedOpActionList?: Array<string>
  /** Every action is pre-approved */
  isFullyPreApproved: boolean
  /** Kind of target resource */
  resourceType: ResourceTypes
  /** Approvals needed for a request */
  numberOfApprovers?: number
  /** OCI Notifications topic OCID */
  notificationTopicId?: string
  /** E-mail addresses to notify */
  emailIdList?: Array<string>
  /** Login banner shown to the operator */
  systemMessage?: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface InteractionCollection {
  /** The page of results */
  items: Array<InteractionSummary>
}

export interface InteractionRequestDetails {
  /** Question put to the operator */
  moreInfoDetails?: string
}

export interface InteractionSummary {
  /** Message id */
  id?: string
  /** Author (customer or operator) */
  userId?: string
  /** Author's name */
  userName?: string
  /** What was said */
  message?: string
  /** Whether the author is operator or customer (free string) */
  userType?: string
  /** When said */
  timeOfConversation?: string
}

export interface OperatorActionCollection {
  /** The page of results */
  items: Array<OperatorActionSummary>
}

export interface OperatorActionProperties {
  /** Property name */
  name?: string
  /** Property value */
  value?: string
}

export interface OperatorActionSummary {
  /** OCID */
  id: string
  /** Action name */
  name: string
  /** Infrastructure layer */
  component?: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** Kind of target resource */
  resourceType?: ResourceTypes
  /** Current state */
  lifecycleState?: OperatorActionLifecycleStates
  /** Free-text description */
  description?: string
}

export interface OperatorAction {
  /** OCID */
  id: string
  /** Unique action name */
  name: string
  /** Display name of the action */
  customerDisplayName?: string
  /** Infrastructure layer */
  component?: string
  /** Kind of target resource */
  resourceType?: ResourceTypes
  /** Free-text description */
  description?: string
  /** Fine-grained action properties */
  properties?: Array<OperatorActionProperties>
}

export interface OperatorControlAssignmentCollection {
  /** The page of results */
  items: Array<OperatorControlAssignmentSummary>
}

export interface OperatorControlAssignmentSummary {
  /** OCID */
  id: string
  /** Operator control OCID */
  operatorControlId: string
  /** OCID of the governed target resource */
  resourceId: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Kind of target resource */
  resourceType?: ResourceTypes
  /** Name of the target resource */
  resourceName?: string
  /** Operator control name (third spelling of it) */
  opControlName?: string
  /** Governance starts */
  timeAssignmentFrom?: string
  /** Governance ends */
  timeAssignmentTo?: string
  /** Always governed (ignores from/to) */
  isEnforcedAlways?: boolean
  /** When assigned */
  timeOfAssignment?: string
  /** Assignment error number */
  errorCode?: number
  /** Assignment error text */
  errorMessage?: string
  /** Audit logs go to a syslog server */
  isLogForwarded?: boolean
  /** Syslog host or IP */
  remoteSyslogServerAddress?: string
  /** Syslog TCP port */
  remoteSyslogServerPort?: number
  /** Hypervisor audit logs forwarded too */
  isHypervisorLogForwarded?: boolean
  /** Current state */
  lifecycleState?: OperatorControlAssignmentLifecycleStates
  /** Text detail of the state */
  lifecycleDetails?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface OperatorControlAssignment {
  /** OCID */
  id: string
  /** Operator control OCID */
  operatorControlId: string
  /** OCID of the governed target resource */
  resourceId: string
  /** Name of the target resource */
  resourceName: string
  /** Compartment of the target resource */
  resourceCompartmentId?: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** Kind of target resource */
  resourceType?: ResourceTypes
  /** Governance starts */
  timeAssignmentFrom?: string
  /** Governance ends */
  timeAssignmentTo?: string
  /** Always governed (ignores from/to) */
  isEnforcedAlways?: boolean
  /** Current state */
  lifecycleState?: OperatorControlAssignmentLifecycleStates
  /** Text detail of the state */
  lifecycleDetails?: string
  /** User who assigned */
  assignerId?: string
  /** When assigned */
  timeOfAssignment?: string
  /** Comment on the assignment */
  comment?: string
  /** User who unassigned */
  unassignerId?: string
  /** When deleted */
  timeOfDeletion?: string
  /** Why unassigned */
  detachmentDescription?: string
  /** Audit logs go to a syslog server */
  isLogForwarded?: boolean
  /** Syslog host or IP */
  remoteSyslogServerAddress?: string
  /** Syslog TCP port */
  remoteSyslogServerPort?: number
  /** CA certificate asserting the syslog server */
  remoteSyslogServerCACert?: string
  /** Hypervisor audit logs forwarded too */
  isHypervisorLogForwarded?: boolean
  /** Operator control name (third spelling of it) */
  opControlName?: string
  /** Auto-approve in maintenance windows */
  isAutoApproveDuringMaintenance?: boolean
  /** Assignment error number */
  errorCode?: number
  /** Assignment error text */
  errorMessage?: string
  /** Created by default, not by the customer */
  isDefaultAssignment?: boolean
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface OperatorControlCollection {
  /** The page of results */
  items: Array<OperatorControlSummary>
}

export interface OperatorControlSummary {
  /** OCID */
  id: string
  /** Control name (unique) */
  operatorControlName: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId?: string
  /** Every action is pre-approved */
  isFullyPreApproved?: boolean
  /** Kind of target resource */
  resourceType?: ResourceTypes
  /** Approvals needed for a request */
  numberOfApprovers?: number
  /** When created */
  timeOfCreation?: string
  /** When last modified */
  timeOfModification?: string
  /** When deleted */
  timeOfDeletion?: string
  /** Current state */
  lifecycleState?: OperatorControlLifecycleStates
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface OperatorControl {
  /** OCID */
  id: string
  /** Control name (unique) */
  operatorControlName: string
  /** Free-text description */
  description?: string
  /** User OCIDs allowed to approve */
  approversList?: Array<string>
  /** Group OCIDs allowed to approve */
  approverGroupsList?: Array<string>
  /** Actions approved without asking */
  preApprovedOpActionList?: Array<string>
  /** Actions needing explicit approval */
  approvalRequiredOpActionList?: Array<string>
  /** Every action is pre-approved */
  isFullyPreApproved?: boolean
  /** OCI Notifications topic OCID */
  notificationTopicId?: string
  /** E-mail addresses to notify */
  emailIdList?: Array<string>
  /** Kind of target resource */
  resourceType?: ResourceTypes
  /** Login banner shown to the operator */
  systemMessage?: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Current state */
  lifecycleState?: OperatorControlLifecycleStates
  /** When created */
  timeOfCreation?: string
  /** When last modified */
  timeOfModification?: string
  /** Approvals needed for a request */
  numberOfApprovers?: number
  /** Default control */
  isDefaultOperatorControl?: boolean
  /** When deleted */
  timeOfDeletion?: string
  /** Description of the last change */
  lastModifiedInfo?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface RejectAccessRequestDetails {
  /** Comment by the approver */
  approverComment?: string
}

export interface ReviewAccessRequestDetails {
  /** Comment by the approver */
  approverComment?: string
}

export interface RevokeAccessRequestDetails {
  /** Comment by the approver */
  approverComment?: string
}

export interface StatusDetail {
  /** Running number */
  statusId?: number
  /** Command executed */
  commandName?: string
  /** Success or Failure (free string) */
  status?: string
  /** When executed */
  timeOfValidation?: string
}

export interface UpdateOperatorControlAssignmentDetails {
  /** Governance starts */
  timeAssignmentFrom?: string
  /** Governance ends */
  timeAssignmentTo?: string
  /** Always governed (ignores from/to) */
  isEnforcedAlways: boolean
  /** Comment on the assignment */
  comment?: string
  /** Audit logs go to a syslog server */
  isLogForwarded?: boolean
  /** Syslog host or IP */
  remoteSyslogServerAddress?: string
  /** Syslog TCP port */
  remoteSyslogServerPort?: number
  /** CA certificate asserting the syslog server */
  remoteSyslogServerCACert?: string
  /** Hypervisor audit logs forwarded too */
  isHypervisorLogForwarded?: boolean
  /** Auto-approve in maintenance windows */
  isAutoApproveDuringMaintenance?: boolean
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface UpdateOperatorControlDetails {
  /** Control name (unique) */
  operatorControlName: string
  /** Free-text description */
  description?: string
  /** User OCIDs allowed to approve */
  approversList?: Array<string>
  /** Group OCIDs allowed to approve */
  approverGroupsList: Array<string>
  /** Actions approved without asking */
  preApprovedOpActionList?: Array<string>
  /** Every action is pre-approved */
  isFullyPreApproved: boolean
  /** OCI Notifications topic OCID */
  notificationTopicId?: string
  /** E-mail addresses to notify */
  emailIdList?: Array<string>
  /** Approvals needed for a request */
  numberOfApprovers?: number
  /** Login banner shown to the operator */
  systemMessage?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface ValidateOperatorAssignmentDetails {
  /** Operator action used for the validation request */
  actionName?: string
}

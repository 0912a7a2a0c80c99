// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

export type ActionType = 'CREATED' | 'UPDATED' | 'DELETED' | 'IN_PROGRESS' | 'RELATED' | 'FAILED'

export type LifecycleState = 'CREATING' | 'ACTIVE' | 'INACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED' | 'FAILED'

export type OperationStatus = 'ACCEPTED' | 'IN_PROGRESS' | 'WAITING' | 'FAILED' | 'SUCCEEDED' | 'CANCELING' | 'CANCELED'

export type OperationType =
  | 'CREATE_DESKTOP_POOL'
  | 'UPDATE_DESKTOP_POOL'
  | 'DELETE_DESKTOP_POOL'
  | 'MOVE_DESKTOP_POOL'
  | 'START_DESKTOP_POOL'
  | 'STOP_DESKTOP_POOL'
  | 'DELETE_DESKTOP'
  | 'UPDATE_DESKTOP'
  | 'START_DESKTOP'
  | 'STOP_DESKTOP'

export interface ChangeDesktopPoolCompartmentDetails {
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
}

export interface CreateDesktopPoolDesktopSessionLifecycleActions {
  /** Action after an idle session */
  inactivity?: InactivityConfig
  /** Action after the client disconnects */
  disconnect?: DisconnectConfig
}

export interface CreateDesktopPoolDetails {
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Human-readable name, editable */
  displayName: string
  /** Free-text description */
  description?: string
  /** Upper bound on desktops in the pool */
  maximumSize: number
  /** Unassigned desktops kept ready (running, billed) */
  standbySize: number
  /** Compute shape name, e.g. VM.Standard.E4.Flex */
  shapeName: string
  /** Flexible-shape sizing */
  shapeConfig?: CreateDesktopPoolShapeConfigDetails
  /** Whether to place on dedicated VM hosts (string enum, not boolean) */
  useDedicatedVmHost?: 'TRUE' | 'FALSE' | 'AUTO'
  /** Whether each user gets a block volume */
  isStorageEnabled: boolean
  /** Size of that user volume */
  storageSizeInGBs: number
  /** OCID of the volume backup policy; empty string is accepted by Terraform examples */
  storageBackupPolicyId: string
  /** Client device redirection rules */
  devicePolicy: DesktopDevicePolicy
  /** Start/stop schedule for desktops */
  availabilityPolicy: DesktopAvailabilityPolicy
  /** Image the desktops boot from */
  image: DesktopImage
  /** VCN/subnet used by the desktops */
  networkConfiguration: DesktopNetworkConfiguration
  /** Idle/disconnect automation */
  sessionLifecycleActions?: CreateDesktopPoolDesktopSessionLifecycleActions
  /** Moment the pool opens (UTC) */
  timeStartScheduled?: string
  /** Moment the pool closes (UTC); stops, does not delete */
  timeStopScheduled?: string
  /** Administrator contact text shown to users */
  contactDetails: string
  /** Users get admin/sudo on their desktop */
  arePrivilegedUsers: boolean
  /** AD name, e.g. Uocm:PHX-AD-1 */
  availabilityDomain: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** OCIDs of network security groups */
  nsgIds?: Array<string>
  /** Private-endpoint access to the pool */
  privateAccessDetails?: CreateDesktopPoolPrivateAccessDetails
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
  /** Boot volume size */
  bootVolumeSizeInGBs?: number
}

export interface CreateDesktopPoolPrivateAccessDetails {
  /** Subnet OCID */
  subnetId: string
  /** OCIDs of network security groups */
  nsgIds?: Array<string>
  /** Fixed IPv4 for the private endpoint; auto-assigned when absent */
  privateIp?: string
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
}

export interface CreateDesktopPoolShapeConfigDetails {
  /** OCPU count per desktop */
  ocpus?: number
  /** Memory per desktop */
  memoryInGBs?: number
  /** Burstable baseline: 1/8, 1/2 or full OCPU */
  baselineOcpuUtilization?: 'BASELINE_1_8' | 'BASELINE_1_2' | 'BASELINE_1_1'
}

export interface DesktopAction {
  /** Action that happened or will happen */
  action:
    | 'API_START'
    | 'API_STOP'
    | 'AVAILABILITY_START'
    | 'AVAILABILITY_STOP'
    | 'DISCONNECTED_STOP'
    | 'DISCONNECTED_DELETE'
    | 'SCHEDULED_START'
    | 'SCHEDULED_STOP'
    | 'SYNCHRONIZE'
    | 'CONNECTED'
    | 'DISCONNECTED'
  /** When that action was/will be applied */
  timeApplied: string
}

export interface DesktopAvailabilityPolicy {
  /** When desktops start */
  startSchedule?: DesktopSchedule
  /** When desktops stop */
  stopSchedule?: DesktopSchedule
}

export interface DesktopCollection {
  /** The page of results */
  items: Array<DesktopSummary>
}

export interface DesktopConnection {
  /** Last connection start */
  timeConnected?: string
  /** Last connection end */
  timeDisconnected?: string
  /** Next scheduled action on the desktop */
  nextAction?: DesktopAction
  /** Most recent action on the desktop */
  lastAction?: DesktopAction
  /** Web or installed client */
  clientType?: string
  /** Installed-client version */
  clientVersion?: string
  /** OS of the client */
  clientPlatform?: string
}

export interface DesktopDevicePolicy {
  /** Clipboard direction allowed */
  clipboardMode: 'NONE' | 'TODESKTOP' | 'FROMDESKTOP' | 'FULL'
  /** Audio direction allowed (TODESKTOP = record, FROMDESKTOP = play) */
  audioMode: 'NONE' | 'TODESKTOP' | 'FROMDESKTOP' | 'FULL'
  /** Client drive mapping level */
  cdmMode: 'NONE' | 'READONLY' | 'FULL'
  /** Printing allowed */
  isPrintingEnabled: boolean
  /** Pointer allowed */
  isPointerEnabled: boolean
  /** Keyboard allowed */
  isKeyboardEnabled: boolean
  /** Display allowed */
  isDisplayEnabled: boolean
  /** Webcam allowed */
  isVideoInputEnabled?: boolean
}

export interface DesktopImage {
  /** Image OCID */
  imageId: string
  /** Image name */
  imageName: string
  /** OS of the image, e.g. Oracle Linux, Windows */
  operatingSystem?: string
}

export interface DesktopNetworkConfiguration {
  /** VCN OCID */
  vcnId: string
  /** Subnet OCID */
  subnetId: string
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
}

export interface DesktopPoolCollection {
  /** The page of results */
  items: Array<DesktopPoolSummary>
}

export interface DesktopPoolDesktopCollection {
  /** The page of results */
  items: Array<DesktopPoolDesktopSummary>
}

export interface DesktopPoolDesktopSummary {
  /** Current state */
  lifecycleState: LifecycleState
  /** OCID of the compute instance behind the desktop */
  instanceId: string
  /** Owner of the desktop/volume */
  userName?: string
  /** Desktop OCID */
  desktopId: string
  /** Whether a user owns it */
  isAssigned: boolean
  /** When it was created */
  timeCreated: string
  /** Image the desktops boot from */
  image?: DesktopImage
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Last connection information */
  connection?: DesktopConnection
}

export interface DesktopPoolPrivateAccessDetails {
  /** VCN OCID */
  vcnId: string
  /** Three-label FQDN of the private endpoint */
  endpointFqdn?: string
  /** Subnet OCID */
  subnetId: string
  /** OCIDs of network security groups */
  nsgIds?: Array<string>
  /** Fixed IPv4 for the private endpoint; auto-assigned when absent */
  privateIp?: string
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
}

export interface DesktopPoolShapeConfig {
  /** OCPU count per desktop */
  ocpus?: number
  /** Memory per desktop */
  memoryInGBs?: number
  /** Burstable baseline: 1/8, 1/2 or full OCPU */
  baselineOcpuUtilization?: 'BASELINE_1_8' | 'BASELINE_1_2' | 'BASELINE_1_1'
}

export interface DesktopPoolSummary {
  /** OCID */
  id: string
  /** Human-readable name, editable */
  displayName: string
  /** Current state */
  lifecycleState: LifecycleState
  /** Upper bound on desktops in the pool */
  maximumSize: number
  /** Number of active desktops (only on the summary) */
  activeDesktops?: number
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
  /** Administrator contact text shown to users */
  contactDetails: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** When it was created */
  timeCreated: string
}

export interface DesktopPoolVolumeCollection {
  /** The page of results */
  items: Array<DesktopPoolVolumeSummary>
}

export interface DesktopPoolVolumeSummary {
  /** OCID */
  id: string
  /** Volume name (not displayName) */
  name: string
  /** Current state */
  lifecycleState: 'ACTIVE' | 'INACTIVE'
  /** Owner of the desktop/volume */
  userName: string
  /** OCID of the pool it belongs to */
  poolId?: string
  /** AD name, e.g. Uocm:PHX-AD-1 */
  availabilityDomain: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface DesktopPool {
  /** OCID */
  id: string
  /** Owning compartment (target compartment in Change*Details) */
  compartmentId: string
  /** Human-readable name, editable */
  displayName: string
  /** Free-text description */
  description?: string
  /** Current state */
  lifecycleState: LifecycleState
  /** When it was created */
  timeCreated: string
  /** Upper bound on desktops in the pool */
  maximumSize: number
  /** Unassigned desktops kept ready (running, billed) */
  standbySize: number
  /** Compute shape name, e.g. VM.Standard.E4.Flex */
  shapeName: string
  /** Flexible-shape sizing */
  shapeConfig?: DesktopPoolShapeConfig
  /** Whether to place on dedicated VM hosts (string enum, not boolean) */
  useDedicatedVmHost?: 'TRUE' | 'FALSE' | 'AUTO'
  /** Whether each user gets a block volume */
  isStorageEnabled: boolean
  /** Size of that user volume */
  storageSizeInGBs: number
  /** OCID of the volume backup policy; empty string is accepted by Terraform examples */
  storageBackupPolicyId: string
  /** Client device redirection rules */
  devicePolicy: DesktopDevicePolicy
  /** Start/stop schedule for desktops */
  availabilityPolicy: DesktopAvailabilityPolicy
  /** Image the desktops boot from */
  image: DesktopImage
  /** VCN/subnet used by the desktops */
  networkConfiguration: DesktopNetworkConfiguration
  /** Idle/disconnect automation */
  sessionLifecycleActions?: DesktopSessionLifecycleActions
  /** Moment the pool opens (UTC) */
  timeStartScheduled?: string
  /** Moment the pool closes (UTC); stops, does not delete */
  timeStopScheduled?: string
  /** Administrator contact text shown to users */
  contactDetails: string
  /** Users get admin/sudo on their desktop */
  arePrivilegedUsers: boolean
  /** AD name, e.g. Uocm:PHX-AD-1 */
  availabilityDomain: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
  /** OCIDs of network security groups */
  nsgIds?: Array<string>
  /** Private-endpoint access to the pool */
  privateAccessDetails?: DesktopPoolPrivateAccessDetails
  /** Boot volume size */
  bootVolumeSizeInGBs?: number
}

export interface DesktopSchedule {
  /** Quartz-style cron, seconds first, e.g. 0 10 8 ? * 2 */
  cronExpression: string
  /** IANA zone, e.g. America/Denver */
  timezone: string
}

export interface DesktopSessionLifecycleActions {
  /** Action after an idle session */
  inactivity?: InactivityConfig
  /** Action after the client disconnects */
  disconnect?: DisconnectConfig
}

export interface DesktopSummary {
  /** OCID */
  id: string
  /** Current state */
  lifecycleState: LifecycleState
  /** When it was created */
  timeCreated: string
  /** Human-readable name, editable */
  displayName: string
  /** Owner of the desktop/volume */
  userName: string
  /** OCID of the pool it belongs to */
  poolId: string
  /** Image the desktops boot from */
  image?: DesktopImage
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Last connection information */
  connection?: DesktopConnection
}

export interface Desktop {
  /** OCID */
  id: string
  /** Current state */
  lifecycleState: LifecycleState
  /** When it was created */
  timeCreated: string
  /** Human-readable name, editable */
  displayName: string
  /** Client device redirection rules */
  devicePolicy: DesktopDevicePolicy
  /** Where the desktop runs */
  hostingOptions: HostingOptions
  /** Owner of the desktop/volume */
  userName: string
  /** OCID of the pool it belongs to */
  poolId: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Last connection information */
  connection?: DesktopConnection
}

export interface DisconnectConfig {
  /** Action on disconnect */
  action: 'NONE' | 'STOP' | 'DELETE'
  /** Minutes to wait before acting; service default when absent */
  gracePeriodInMinutes?: number
}

export interface HostingOptions {
  /** Image the desktops boot from */
  image: DesktopImage
  /** Address clients connect to */
  connectAddress: string
}

export interface InactivityConfig {
  /** Action on inactivity */
  action: 'NONE' | 'DISCONNECT'
  /** Minutes to wait before acting; service default when absent */
  gracePeriodInMinutes?: number
}

export interface UpdateDesktopDetails {
  /** Human-readable name, editable */
  displayName?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface UpdateDesktopImage {
  /** Image OCID */
  imageId: string
}

export interface UpdateDesktopNetworkConfiguration {
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
}

export interface UpdateDesktopPoolDesktopSessionLifecycleActions {
  /** Action after an idle session */
  inactivity?: InactivityConfig
  /** Action after the client disconnects */
  disconnect?: DisconnectConfig
}

export interface UpdateDesktopPoolDetails {
  /** Human-readable name, editable */
  displayName?: string
  /** Free-text description */
  description?: string
  /** Upper bound on desktops in the pool */
  maximumSize?: number
  /** Unassigned desktops kept ready (running, billed) */
  standbySize?: number
  /** Client device redirection rules */
  devicePolicy?: DesktopDevicePolicy
  /** Start/stop schedule for desktops */
  availabilityPolicy?: DesktopAvailabilityPolicy
  /** Administrator contact text shown to users */
  contactDetails?: string
  /** Moment the pool opens (UTC) */
  timeStartScheduled?: string
  /** Moment the pool closes (UTC); stops, does not delete */
  timeStopScheduled?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
  /** Idle/disconnect automation */
  sessionLifecycleActions?: UpdateDesktopPoolDesktopSessionLifecycleActions
  /** Image the desktops boot from */
  image?: UpdateDesktopImage
  /** VCN/subnet used by the desktops */
  networkConfiguration?: UpdateDesktopNetworkConfiguration
  /** Private-endpoint access to the pool */
  privateAccessDetails?: UpdateDesktopPoolPrivateAccessDetails
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
  /** Boot volume size */
  bootVolumeSizeInGBs?: number
}

export interface UpdateDesktopPoolPrivateAccessDetails {
  /** ZPR security attributes, namespace→key→{value,mode} */
  securityAttributes?: Record<string, Record<string, unknown>>
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

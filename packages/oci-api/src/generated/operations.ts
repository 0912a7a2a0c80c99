// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

import type * as Desktops from './desktops.types.ts'
import type * as OperatorAccessControl from './operator-access-control.types.ts'
import type * as DelegateAccessControl from './delegate-access-control.types.ts'
import type * as Identity from './identity.types.ts'

/** Each operation with what it takes (path, query, body, and headers in camelCase) and the body it answers with. */
export interface Operations {
  /** Ask the service to cancel a running work request */
  'desktops.cancelWorkRequest': {
    input: { workRequestId: string; ifMatch?: string; opcRequestId?: string }
    output: undefined
  }
  /** Move a pool to another compartment */
  'desktops.changeDesktopPoolCompartment': {
    input: {
      desktopPoolId: string
      body: Desktops.ChangeDesktopPoolCompartmentDetails
      opcRequestId?: string
      ifMatch?: string
      opcRetryToken?: string
    }
    output: undefined
  }
  /** Create a pool (asynchronous, returns the pool in CREATING) */
  'desktops.createDesktopPool': {
    input: { body: Desktops.CreateDesktopPoolDetails; opcRetryToken?: string; opcRequestId?: string }
    output: Desktops.DesktopPool
  }
  /** Terminate the desktop instance; the user block volume is detached (INACTIVE), not deleted */
  'desktops.deleteDesktop': { input: { desktopId: string; opcRequestId?: string; ifMatch?: string }; output: undefined }
  /** Delete a pool and all its instances; volumes kept only if asked */
  'desktops.deleteDesktopPool': {
    input: { desktopPoolId: string; areVolumesPreserved?: boolean; opcRequestId?: string; ifMatch?: string }
    output: undefined
  }
  /** Read one desktop */
  'desktops.getDesktop': { input: { desktopId: string; opcRequestId?: string }; output: Desktops.Desktop }
  /** Read one pool */
  'desktops.getDesktopPool': { input: { desktopPoolId: string; opcRequestId?: string }; output: Desktops.DesktopPool }
  /** Read one work request */
  'desktops.getWorkRequest': { input: { workRequestId: string; opcRequestId?: string }; output: Desktops.WorkRequest }
  /** Desktops of one pool (instance, owner, assignment) */
  'desktops.listDesktopPoolDesktops': {
    input: {
      desktopPoolId: string
      compartmentId: string
      availabilityDomain?: string
      displayName?: string
      id?: string
      lifecycleState?: string
      limit?: number
      sortBy?: 'TIMECREATED' | 'DISPLAYNAME'
      sortOrder?: 'ASC' | 'DESC'
      page?: string
      opcRequestId?: string
    }
    output: Desktops.DesktopPoolDesktopCollection
  }
  /** User volumes of one pool */
  'desktops.listDesktopPoolVolumes': {
    input: {
      desktopPoolId: string
      compartmentId: string
      availabilityDomain?: string
      displayName?: string
      id?: string
      lifecycleState?: string
      limit?: number
      sortBy?: 'TIMECREATED' | 'DISPLAYNAME'
      sortOrder?: 'ASC' | 'DESC'
      page?: string
      opcRequestId?: string
    }
    output: Desktops.DesktopPoolVolumeCollection
  }
  /** Pools of a compartment */
  'desktops.listDesktopPools': {
    input: {
      compartmentId: string
      availabilityDomain?: string
      displayName?: string
      id?: string
      lifecycleState?: string
      limit?: number
      sortBy?: 'TIMECREATED' | 'DISPLAYNAME'
      sortOrder?: 'ASC' | 'DESC'
      page?: string
      opcRequestId?: string
    }
    output: Desktops.DesktopPoolCollection
  }
  /** Desktops of a compartment (optionally one pool) */
  'desktops.listDesktops': {
    input: {
      availabilityDomain?: string
      displayName?: string
      id?: string
      lifecycleState?: string
      limit?: number
      sortBy?: 'TIMECREATED' | 'DISPLAYNAME'
      sortOrder?: 'ASC' | 'DESC'
      compartmentId: string
      page?: string
      desktopPoolId?: string
      opcRequestId?: string
    }
    output: Desktops.DesktopCollection
  }
  /** Errors of a work request */
  'desktops.listWorkRequestErrors': {
    input: {
      workRequestId: string
      page?: string
      limit?: number
      sortBy?: 'timeAccepted'
      sortOrder?: 'ASC' | 'DESC'
      opcRequestId?: string
    }
    output: Desktops.WorkRequestErrorCollection
  }
  /** Log lines of a work request */
  'desktops.listWorkRequestLogs': {
    input: {
      workRequestId: string
      page?: string
      limit?: number
      sortBy?: 'timeAccepted'
      sortOrder?: 'ASC' | 'DESC'
      opcRequestId?: string
    }
    output: Desktops.WorkRequestLogEntryCollection
  }
  /** Work requests of a compartment */
  'desktops.listWorkRequests': {
    input: {
      compartmentId: string
      workRequestId?: string
      status?: Desktops.OperationStatus
      resourceId?: string
      page?: string
      limit?: number
      sortOrder?: 'ASC' | 'DESC'
      sortBy?: 'timeAccepted'
      opcRequestId?: string
    }
    output: Desktops.WorkRequestSummaryCollection
  }
  /** Start a desktop (no body) */
  'desktops.startDesktop': {
    input: { desktopId: string; opcRequestId?: string; ifMatch?: string; opcRetryToken?: string }
    output: undefined
  }
  /** Start a pool so users regain access (no body) */
  'desktops.startDesktopPool': {
    input: { desktopPoolId: string; opcRequestId?: string; ifMatch?: string; opcRetryToken?: string }
    output: undefined
  }
  /** Stop a desktop (no body) */
  'desktops.stopDesktop': {
    input: { desktopId: string; isSoftStop?: boolean; opcRequestId?: string; ifMatch?: string; opcRetryToken?: string }
    output: undefined
  }
  /** Stop a pool; users lose access until it is started (no body) */
  'desktops.stopDesktopPool': {
    input: { desktopPoolId: string; opcRequestId?: string; ifMatch?: string; opcRetryToken?: string }
    output: undefined
  }
  /** Rename / retag a desktop */
  'desktops.updateDesktop': {
    input: { desktopId: string; body: Desktops.UpdateDesktopDetails; opcRequestId?: string; ifMatch?: string }
    output: undefined
  }
  /** Change pool settings; only supplied fields change */
  'desktops.updateDesktopPool': {
    input: { desktopPoolId: string; body: Desktops.UpdateDesktopPoolDetails; opcRequestId?: string; ifMatch?: string }
    output: undefined
  }
  /** Approve a request **or its pending extension** */
  'operator-access-control.approveAccessRequest': {
    input: {
      accessRequestId: string
      body: OperatorAccessControl.ApproveAccessRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Read one request */
  'operator-access-control.getAccessRequest': {
    input: { accessRequestId: string; opcRequestId?: string }
    output: OperatorAccessControl.AccessRequest
  }
  /** Operator activity report of a request */
  'operator-access-control.getAuditLogReport': {
    input: { accessRequestId: string; enableProcessTree?: number; opcRequestId?: string }
    output: OperatorAccessControl.AuditLogReport
  }
  /** Ask the operator for more information (state MOREINFO) */
  'operator-access-control.interactionRequest': {
    input: {
      accessRequestId: string
      body: OperatorAccessControl.InteractionRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: OperatorAccessControl.AccessRequest
  }
  /** State transitions of a request */
  'operator-access-control.listAccessRequestHistories': {
    input: { accessRequestId: string; limit?: number; page?: string; opcRequestId?: string }
    output: OperatorAccessControl.AccessRequestHistoryCollection
  }
  /** Requests of a compartment */
  'operator-access-control.listAccessRequests': {
    input: {
      compartmentId: string
      resourceName?: string
      resourceType?: string
      lifecycleState?: OperatorAccessControl.AccessRequestLifecycleStates
      numDays?: number
      timeStart?: string | Date
      timeEnd?: string | Date
      limit?: number
      page?: string
      sortOrder?: OperatorAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'displayName'
      opcRequestId?: string
    }
    output: OperatorAccessControl.AccessRequestCollection
  }
  /** Question/answer thread of a request */
  'operator-access-control.listInteractions': {
    input: { accessRequestId: string; limit?: number; page?: string; opcRequestId?: string }
    output: OperatorAccessControl.InteractionCollection
  }
  /** Reject a request **or its pending extension** */
  'operator-access-control.rejectAccessRequest': {
    input: {
      accessRequestId: string
      body: OperatorAccessControl.RejectAccessRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Mark a request as being reviewed (state INREVIEW) */
  'operator-access-control.reviewAccessRequest': {
    input: {
      accessRequestId: string
      body: OperatorAccessControl.ReviewAccessRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: OperatorAccessControl.AccessRequest
  }
  /** Withdraw an approval */
  'operator-access-control.revokeAccessRequest': {
    input: {
      accessRequestId: string
      body: OperatorAccessControl.RevokeAccessRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Read one operator action */
  'operator-access-control.getOperatorAction': {
    input: { operatorActionId: string; opcRequestId?: string }
    output: OperatorAccessControl.OperatorAction
  }
  /** Catalogue of operator actions */
  'operator-access-control.listOperatorActions': {
    input: {
      name?: string
      resourceType?: string
      compartmentId: string
      lifecycleState?: OperatorAccessControl.OperatorActionLifecycleStates
      limit?: number
      page?: string
      sortOrder?: OperatorAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'displayName'
      opcRequestId?: string
    }
    output: OperatorAccessControl.OperatorActionCollection
  }
  /** Move a control (synchronous) */
  'operator-access-control.changeOperatorControlCompartment': {
    input: {
      operatorControlId: string
      body: OperatorAccessControl.ChangeOperatorControlCompartmentDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Create a control */
  'operator-access-control.createOperatorControl': {
    input: { body: OperatorAccessControl.CreateOperatorControlDetails; opcRetryToken?: string; opcRequestId?: string }
    output: OperatorAccessControl.OperatorControl
  }
  /** Delete a control; refused while assigned; the record stays as DELETED for audit */
  'operator-access-control.deleteOperatorControl': {
    input: { operatorControlId: string; description?: string; ifMatch?: string; opcRequestId?: string }
    output: undefined
  }
  /** Read one control */
  'operator-access-control.getOperatorControl': {
    input: { operatorControlId: string; opcRequestId?: string }
    output: OperatorAccessControl.OperatorControl
  }
  /** Controls of a compartment */
  'operator-access-control.listOperatorControls': {
    input: {
      compartmentId: string
      lifecycleState?: OperatorAccessControl.OperatorControlLifecycleStates
      displayName?: string
      resourceType?: string
      limit?: number
      page?: string
      sortOrder?: OperatorAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'displayName'
      opcRequestId?: string
    }
    output: OperatorAccessControl.OperatorControlCollection
  }
  /** Replace a control (three fields are required again) */
  'operator-access-control.updateOperatorControl': {
    input: {
      operatorControlId: string
      body: OperatorAccessControl.UpdateOperatorControlDetails
      ifMatch?: string
      opcRequestId?: string
    }
    output: OperatorAccessControl.OperatorControl
  }
  /** Move an assignment (synchronous) */
  'operator-access-control.changeOperatorControlAssignmentCompartment': {
    input: {
      operatorControlAssignmentId: string
      body: OperatorAccessControl.ChangeOperatorControlAssignmentCompartmentDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Put a resource under a control */
  'operator-access-control.createOperatorControlAssignment': {
    input: {
      body: OperatorAccessControl.CreateOperatorControlAssignmentDetails
      opcRetryToken?: string
      opcRequestId?: string
    }
    output: OperatorAccessControl.OperatorControlAssignment
  }
  /** Remove an assignment */
  'operator-access-control.deleteOperatorControlAssignment': {
    input: { operatorControlAssignmentId: string; description?: string; ifMatch?: string; opcRequestId?: string }
    output: undefined
  }
  /** Result of the last validation */
  'operator-access-control.getAssignmentValidationStatus': {
    input: { operatorControlAssignmentId: string; opcRequestId?: string }
    output: OperatorAccessControl.AssignmentValidationStatus
  }
  /** Read one assignment */
  'operator-access-control.getOperatorControlAssignment': {
    input: { operatorControlAssignmentId: string; opcRequestId?: string }
    output: OperatorAccessControl.OperatorControlAssignment
  }
  /** Assignments of a compartment */
  'operator-access-control.listOperatorControlAssignments': {
    input: {
      operatorControlName?: string
      resourceName?: string
      compartmentId: string
      resourceType?: string
      lifecycleState?: OperatorAccessControl.OperatorControlAssignmentLifecycleStates
      limit?: number
      page?: string
      sortOrder?: OperatorAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'displayName'
      opcRequestId?: string
    }
    output: OperatorAccessControl.OperatorControlAssignmentCollection
  }
  /** Change an assignment */
  'operator-access-control.updateOperatorControlAssignment': {
    input: {
      operatorControlAssignmentId: string
      body: OperatorAccessControl.UpdateOperatorControlAssignmentDetails
      ifMatch?: string
      opcRequestId?: string
    }
    output: OperatorAccessControl.OperatorControlAssignment
  }
  /** Start a validation run */
  'operator-access-control.validateOperatorAssignment': {
    input: {
      operatorControlAssignmentId: string
      body: OperatorAccessControl.ValidateOperatorAssignmentDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Approve a request or its pending extension */
  'delegate-access-control.approveDelegatedResourceAccessRequest': {
    input: {
      delegatedResourceAccessRequestId: string
      body: DelegateAccessControl.ApproveDelegatedResourceAccessRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Move a control */
  'delegate-access-control.changeDelegationControlCompartment': {
    input: {
      delegationControlId: string
      body: DelegateAccessControl.ChangeDelegationControlCompartmentDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Move a subscription */
  'delegate-access-control.changeDelegationSubscriptionCompartment': {
    input: {
      delegationSubscriptionId: string
      body: DelegateAccessControl.ChangeDelegationSubscriptionCompartmentDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Create a control */
  'delegate-access-control.createDelegationControl': {
    input: { body: DelegateAccessControl.CreateDelegationControlDetails; opcRetryToken?: string; opcRequestId?: string }
    output: DelegateAccessControl.DelegationControl
  }
  /** Subscribe to a provider service */
  'delegate-access-control.createDelegationSubscription': {
    input: {
      body: DelegateAccessControl.CreateDelegationSubscriptionDetails
      opcRetryToken?: string
      opcRequestId?: string
    }
    output: DelegateAccessControl.DelegationSubscription
  }
  /** Delete a control; refused while it governs resources */
  'delegate-access-control.deleteDelegationControl': {
    input: { delegationControlId: string; description?: string; ifMatch?: string; opcRequestId?: string }
    output: undefined
  }
  /** Delete a subscription */
  'delegate-access-control.deleteDelegationSubscription': {
    input: { delegationSubscriptionId: string; ifMatch?: string; opcRequestId?: string }
    output: undefined
  }
  /** Read one request */
  'delegate-access-control.getDelegatedResourceAccessRequest': {
    input: { delegatedResourceAccessRequestId: string; opcRequestId?: string }
    output: DelegateAccessControl.DelegatedResourceAccessRequest
  }
  /** Operator activity report */
  'delegate-access-control.getDelegatedResourceAccessRequestAuditLogReport': {
    input: { delegatedResourceAccessRequestId: string; isProcessTreeEnabled?: boolean; opcRequestId?: string }
    output: DelegateAccessControl.DelegatedResourceAccessRequestAuditLogReport
  }
  /** Read one control */
  'delegate-access-control.getDelegationControl': {
    input: { delegationControlId: string; opcRequestId?: string }
    output: DelegateAccessControl.DelegationControl
  }
  /** Read one subscription */
  'delegate-access-control.getDelegationSubscription': {
    input: { delegationSubscriptionId: string; opcRequestId?: string }
    output: DelegateAccessControl.DelegationSubscription
  }
  /** Read one provider */
  'delegate-access-control.getServiceProvider': {
    input: { serviceProviderId: string; opcRequestId?: string }
    output: DelegateAccessControl.ServiceProvider
  }
  /** Read one provider action */
  'delegate-access-control.getServiceProviderAction': {
    input: { serviceProviderActionId: string; opcRequestId?: string }
    output: DelegateAccessControl.ServiceProviderAction
  }
  /** Status transitions of a request */
  'delegate-access-control.listDelegatedResourceAccessRequestHistories': {
    input: {
      delegatedResourceAccessRequestId: string
      limit?: number
      page?: string
      sortOrder?: DelegateAccessControl.SortOrders
      sortBy?: 'timestamp'
      opcRequestId?: string
    }
    output: DelegateAccessControl.DelegatedResourceAccessRequestHistoryCollection
  }
  /** Requests of a compartment (use only one of lifecycleState / requestStatus) */
  'delegate-access-control.listDelegatedResourceAccessRequests': {
    input: {
      compartmentId: string
      delegationControlId?: string
      resourceId?: string
      lifecycleState?:
        | 'ACCEPTED'
        | 'IN_PROGRESS'
        | 'WAITING'
        | 'FAILED'
        | 'SUCCEEDED'
        | 'CANCELING'
        | 'CANCELED'
        | 'NEEDS_ATTENTION'
      requestStatus?: DelegateAccessControl.DelegatedResourceAccessRequestStatus
      timeStart?: string | Date
      timeEnd?: string | Date
      limit?: number
      page?: string
      sortOrder?: DelegateAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'displayName'
      opcRequestId?: string
    }
    output: DelegateAccessControl.DelegatedResourceAccessRequestSummaryCollection
  }
  /** Resources under a control */
  'delegate-access-control.listDelegationControlResources': {
    input: { delegationControlId: string; limit?: number; page?: string; opcRequestId?: string }
    output: DelegateAccessControl.DelegationControlResourceCollection
  }
  /** Controls of a compartment */
  'delegate-access-control.listDelegationControls': {
    input: {
      compartmentId: string
      lifecycleState?: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED' | 'FAILED' | 'NEEDS_ATTENTION'
      displayName?: string
      resourceType?: DelegateAccessControl.DelegationControlResourceType
      resourceId?: string
      limit?: number
      page?: string
      sortOrder?: DelegateAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'displayName'
      opcRequestId?: string
    }
    output: DelegateAccessControl.DelegationControlSummaryCollection
  }
  /** Subscriptions of a compartment */
  'delegate-access-control.listDelegationSubscriptions': {
    input: {
      compartmentId: string
      lifecycleState?: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED' | 'FAILED'
      displayName?: string
      limit?: number
      page?: string
      sortOrder?: DelegateAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'displayName'
      opcRequestId?: string
    }
    output: DelegateAccessControl.DelegationSubscriptionSummaryCollection
  }
  /** Catalogue of provider actions */
  'delegate-access-control.listServiceProviderActions': {
    input: {
      name?: string
      resourceType?: DelegateAccessControl.DelegationControlResourceType
      serviceProviderServiceType?: Array<DelegateAccessControl.ServiceProviderServiceType>
      compartmentId: string
      lifecycleState?: 'ACTIVE' | 'INACTIVE'
      limit?: number
      page?: string
      sortOrder?: DelegateAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'name'
      opcRequestId?: string
    }
    output: DelegateAccessControl.ServiceProviderActionSummaryCollection
  }
  /** Question/answer thread of a request */
  'delegate-access-control.listServiceProviderInteractions': {
    input: { delegatedResourceAccessRequestId: string; limit?: number; page?: string; opcRequestId?: string }
    output: DelegateAccessControl.ServiceProviderInteractionCollection
  }
  /** Providers */
  'delegate-access-control.listServiceProviders': {
    input: {
      compartmentId: string
      lifecycleState?: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED' | 'FAILED'
      name?: string
      supportedResourceType?: DelegateAccessControl.DelegationControlResourceType
      serviceProviderType?: 'ORACLE_PROVIDED'
      limit?: number
      page?: string
      sortOrder?: DelegateAccessControl.SortOrders
      sortBy?: 'timeCreated' | 'displayName'
      opcRequestId?: string
    }
    output: DelegateAccessControl.ServiceProviderSummaryCollection
  }
  /** Reject a request or its pending extension */
  'delegate-access-control.rejectDelegatedResourceAccessRequest': {
    input: {
      delegatedResourceAccessRequestId: string
      body: DelegateAccessControl.RejectDelegatedResourceAccessRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Withdraw an approval */
  'delegate-access-control.revokeDelegatedResourceAccessRequest': {
    input: {
      delegatedResourceAccessRequestId: string
      body: DelegateAccessControl.RevokeDelegatedResourceAccessRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Ask the operator for more information (no response body) */
  'delegate-access-control.serviceProviderInteractionRequest': {
    input: {
      delegatedResourceAccessRequestId: string
      body: DelegateAccessControl.ServiceProviderInteractionRequestDetails
      opcRetryToken?: string
      ifMatch?: string
      opcRequestId?: string
    }
    output: undefined
  }
  /** Change a control */
  'delegate-access-control.updateDelegationControl': {
    input: {
      delegationControlId: string
      body: DelegateAccessControl.UpdateDelegationControlDetails
      ifMatch?: string
      opcRequestId?: string
    }
    output: DelegateAccessControl.DelegationControl
  }
  /** Change a subscription */
  'delegate-access-control.updateDelegationSubscription': {
    input: {
      delegationSubscriptionId: string
      body: DelegateAccessControl.UpdateDelegationSubscriptionDetails
      ifMatch?: string
      opcRequestId?: string
    }
    output: DelegateAccessControl.DelegationSubscription
  }
  /** Read one work request */
  'delegate-access-control.getWorkRequest': {
    input: { workRequestId: string; opcRequestId?: string }
    output: DelegateAccessControl.WorkRequest
  }
  /** Errors of a work request */
  'delegate-access-control.listWorkRequestErrors': {
    input: {
      workRequestId: string
      page?: string
      limit?: number
      sortBy?: 'timestamp'
      sortOrder?: DelegateAccessControl.SortOrders
      opcRequestId?: string
    }
    output: DelegateAccessControl.WorkRequestErrorCollection
  }
  /** Log lines of a work request */
  'delegate-access-control.listWorkRequestLogs': {
    input: {
      workRequestId: string
      page?: string
      limit?: number
      sortBy?: 'timestamp'
      sortOrder?: DelegateAccessControl.SortOrders
      opcRequestId?: string
    }
    output: DelegateAccessControl.WorkRequestLogEntryCollection
  }
  /** Work requests of a compartment */
  'delegate-access-control.listWorkRequests': {
    input: {
      compartmentId: string
      workRequestId?: string
      status?: DelegateAccessControl.OperationStatus
      resourceId?: string
      page?: string
      limit?: number
      sortOrder?: DelegateAccessControl.SortOrders
      sortBy?: 'timeAccepted'
      opcRequestId?: string
    }
    output: DelegateAccessControl.WorkRequestSummaryCollection
  }
  /** Read one compartment */
  'identity.getCompartment': { input: { compartmentId: string; opcRequestId?: string }; output: Identity.Compartment }
  /** Read the tenancy */
  'identity.getTenancy': { input: { tenancyId: string; opcRequestId?: string }; output: Identity.Tenancy }
  /** Availability domains of the region */
  'identity.listAvailabilityDomains': {
    input: { compartmentId: string; opcRequestId?: string }
    output: Array<Identity.AvailabilityDomain>
  }
  /** Child compartments, or the whole tree */
  'identity.listCompartments': {
    input: {
      compartmentId: string
      page?: string
      limit?: number
      accessLevel?: 'ANY' | 'ACCESSIBLE'
      compartmentIdInSubtree?: boolean
      name?: string
      sortBy?: 'TIMECREATED' | 'NAME'
      sortOrder?: 'ASC' | 'DESC'
      lifecycleState?: string
      opcRequestId?: string
    }
    output: Array<Identity.Compartment>
  }
  /** Regions the tenancy is subscribed to */
  'identity.listRegionSubscriptions': {
    input: { tenancyId: string; opcRequestId?: string }
    output: Array<Identity.RegionSubscription>
  }
  /** All regions of the realm */
  'identity.listRegions': { input: { opcRequestId?: string }; output: Array<Identity.Region> }
}

export const services = {
  desktops: {
    id: 'desktops',
    basePath: '/20220618',
    endpoint: 'https://api.desktops.{region}.oci.{secondLevelDomain}',
  },
  'operator-access-control': {
    id: 'operator-access-control',
    basePath: '/20200630',
    endpoint: 'https://operator-access-control.{region}.oci.{secondLevelDomain}',
  },
  'delegate-access-control': {
    id: 'delegate-access-control',
    basePath: '/20230801',
    endpoint: 'https://delegate-access-control.{region}.oci.{secondLevelDomain}',
  },
  identity: {
    id: 'identity',
    basePath: '/20160918',
    endpoint: 'https://identity.{region}.oci.{secondLevelDomain}',
  },
} as const

export const operations = {
  'desktops.cancelWorkRequest': {
    id: 'desktops.cancelWorkRequest',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'cancelWorkRequest',
    method: 'DELETE',
    path: '/20220618/workRequests/{workRequestId}',
    summary: 'Ask the service to cancel a running work request',
    pathParameters: ['workRequestId'],
    query: [],
    headers: ['if-match', 'opc-request-id'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'desktops.changeDesktopPoolCompartment': {
    id: 'desktops.changeDesktopPoolCompartment',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'changeDesktopPoolCompartment',
    method: 'POST',
    path: '/20220618/desktopPools/{desktopPoolId}/actions/changeCompartment',
    summary: 'Move a pool to another compartment',
    pathParameters: ['desktopPoolId'],
    query: [],
    headers: ['opc-request-id', 'if-match', 'opc-retry-token'],
    body: 'ChangeDesktopPoolCompartmentDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'desktops.createDesktopPool': {
    id: 'desktops.createDesktopPool',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'createDesktopPool',
    method: 'POST',
    path: '/20220618/desktopPools',
    summary: 'Create a pool (asynchronous, returns the pool in CREATING)',
    pathParameters: [],
    query: [],
    headers: ['opc-retry-token', 'opc-request-id'],
    body: 'CreateDesktopPoolDetails',
    response: 'DesktopPool',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id', 'location', 'content-location', 'etag'],
    paged: false,
  },
  'desktops.deleteDesktop': {
    id: 'desktops.deleteDesktop',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'deleteDesktop',
    method: 'DELETE',
    path: '/20220618/desktops/{desktopId}',
    summary: 'Terminate the desktop instance; the user block volume is detached (INACTIVE), not deleted',
    pathParameters: ['desktopId'],
    query: [],
    headers: ['opc-request-id', 'if-match'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'desktops.deleteDesktopPool': {
    id: 'desktops.deleteDesktopPool',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'deleteDesktopPool',
    method: 'DELETE',
    path: '/20220618/desktopPools/{desktopPoolId}',
    summary: 'Delete a pool and all its instances; volumes kept only if asked',
    pathParameters: ['desktopPoolId'],
    query: [
      {
        name: 'areVolumesPreserved',
        required: false,
        schema: {
          type: 'boolean',
        },
      },
    ],
    headers: ['opc-request-id', 'if-match'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'desktops.getDesktop': {
    id: 'desktops.getDesktop',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'getDesktop',
    method: 'GET',
    path: '/20220618/desktops/{desktopId}',
    summary: 'Read one desktop',
    pathParameters: ['desktopId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'Desktop',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'etag'],
    paged: false,
  },
  'desktops.getDesktopPool': {
    id: 'desktops.getDesktopPool',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'getDesktopPool',
    method: 'GET',
    path: '/20220618/desktopPools/{desktopPoolId}',
    summary: 'Read one pool',
    pathParameters: ['desktopPoolId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'DesktopPool',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'etag'],
    paged: false,
  },
  'desktops.getWorkRequest': {
    id: 'desktops.getWorkRequest',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'getWorkRequest',
    method: 'GET',
    path: '/20220618/workRequests/{workRequestId}',
    summary: 'Read one work request',
    pathParameters: ['workRequestId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'WorkRequest',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'desktops.listDesktopPoolDesktops': {
    id: 'desktops.listDesktopPoolDesktops',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'listDesktopPoolDesktops',
    method: 'GET',
    path: '/20220618/desktopPools/{desktopPoolId}/desktops',
    summary: 'Desktops of one pool (instance, owner, assignment)',
    pathParameters: ['desktopPoolId'],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'availabilityDomain',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'displayName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'id',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['TIMECREATED', 'DISPLAYNAME'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DesktopPoolDesktopCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'desktops.listDesktopPoolVolumes': {
    id: 'desktops.listDesktopPoolVolumes',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'listDesktopPoolVolumes',
    method: 'GET',
    path: '/20220618/desktopPools/{desktopPoolId}/volumes',
    summary: 'User volumes of one pool',
    pathParameters: ['desktopPoolId'],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'availabilityDomain',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'displayName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'id',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['TIMECREATED', 'DISPLAYNAME'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DesktopPoolVolumeCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'desktops.listDesktopPools': {
    id: 'desktops.listDesktopPools',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'listDesktopPools',
    method: 'GET',
    path: '/20220618/desktopPools',
    summary: 'Pools of a compartment',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'availabilityDomain',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'displayName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'id',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['TIMECREATED', 'DISPLAYNAME'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DesktopPoolCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'desktops.listDesktops': {
    id: 'desktops.listDesktops',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'listDesktops',
    method: 'GET',
    path: '/20220618/desktops',
    summary: 'Desktops of a compartment (optionally one pool)',
    pathParameters: [],
    query: [
      {
        name: 'availabilityDomain',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'displayName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'id',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['TIMECREATED', 'DISPLAYNAME'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'desktopPoolId',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DesktopCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'desktops.listWorkRequestErrors': {
    id: 'desktops.listWorkRequestErrors',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'listWorkRequestErrors',
    method: 'GET',
    path: '/20220618/workRequests/{workRequestId}/errors',
    summary: 'Errors of a work request',
    pathParameters: ['workRequestId'],
    query: [
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeAccepted'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'WorkRequestErrorCollection',
    responseIsArray: false,
    responseHeaders: ['opc-next-page', 'opc-request-id'],
    paged: true,
  },
  'desktops.listWorkRequestLogs': {
    id: 'desktops.listWorkRequestLogs',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'listWorkRequestLogs',
    method: 'GET',
    path: '/20220618/workRequests/{workRequestId}/logs',
    summary: 'Log lines of a work request',
    pathParameters: ['workRequestId'],
    query: [
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeAccepted'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'WorkRequestLogEntryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-next-page', 'opc-request-id'],
    paged: true,
  },
  'desktops.listWorkRequests': {
    id: 'desktops.listWorkRequests',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'listWorkRequests',
    method: 'GET',
    path: '/20220618/workRequests',
    summary: 'Work requests of a compartment',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'workRequestId',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'status',
        required: false,
        schema: {
          type: 'string',
          enum: ['ACCEPTED', 'IN_PROGRESS', 'WAITING', 'FAILED', 'SUCCEEDED', 'CANCELING', 'CANCELED'],
        },
      },
      {
        name: 'resourceId',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeAccepted'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'WorkRequestSummaryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'desktops.startDesktop': {
    id: 'desktops.startDesktop',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'startDesktop',
    method: 'POST',
    path: '/20220618/desktops/{desktopId}/actions/start',
    summary: 'Start a desktop (no body)',
    pathParameters: ['desktopId'],
    query: [],
    headers: ['opc-request-id', 'if-match', 'opc-retry-token'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'desktops.startDesktopPool': {
    id: 'desktops.startDesktopPool',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'startDesktopPool',
    method: 'POST',
    path: '/20220618/desktopPools/{desktopPoolId}/actions/start',
    summary: 'Start a pool so users regain access (no body)',
    pathParameters: ['desktopPoolId'],
    query: [],
    headers: ['opc-request-id', 'if-match', 'opc-retry-token'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'desktops.stopDesktop': {
    id: 'desktops.stopDesktop',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'stopDesktop',
    method: 'POST',
    path: '/20220618/desktops/{desktopId}/actions/stop',
    summary: 'Stop a desktop (no body)',
    pathParameters: ['desktopId'],
    query: [
      {
        name: 'isSoftStop',
        required: false,
        schema: {
          type: 'boolean',
        },
      },
    ],
    headers: ['opc-request-id', 'if-match', 'opc-retry-token'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'desktops.stopDesktopPool': {
    id: 'desktops.stopDesktopPool',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'stopDesktopPool',
    method: 'POST',
    path: '/20220618/desktopPools/{desktopPoolId}/actions/stop',
    summary: 'Stop a pool; users lose access until it is started (no body)',
    pathParameters: ['desktopPoolId'],
    query: [],
    headers: ['opc-request-id', 'if-match', 'opc-retry-token'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'desktops.updateDesktop': {
    id: 'desktops.updateDesktop',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'updateDesktop',
    method: 'PUT',
    path: '/20220618/desktops/{desktopId}',
    summary: 'Rename / retag a desktop',
    pathParameters: ['desktopId'],
    query: [],
    headers: ['opc-request-id', 'if-match'],
    body: 'UpdateDesktopDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'desktops.updateDesktopPool': {
    id: 'desktops.updateDesktopPool',
    service: 'desktops',
    client: 'DesktopServiceClient',
    name: 'updateDesktopPool',
    method: 'PUT',
    path: '/20220618/desktopPools/{desktopPoolId}',
    summary: 'Change pool settings; only supplied fields change',
    pathParameters: ['desktopPoolId'],
    query: [],
    headers: ['opc-request-id', 'if-match'],
    body: 'UpdateDesktopPoolDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'operator-access-control.approveAccessRequest': {
    id: 'operator-access-control.approveAccessRequest',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'approveAccessRequest',
    method: 'POST',
    path: '/20200630/accessRequests/{accessRequestId}/action/approve',
    summary: 'Approve a request **or its pending extension**',
    pathParameters: ['accessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ApproveAccessRequestDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.getAccessRequest': {
    id: 'operator-access-control.getAccessRequest',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'getAccessRequest',
    method: 'GET',
    path: '/20200630/accessRequests/{accessRequestId}',
    summary: 'Read one request',
    pathParameters: ['accessRequestId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'AccessRequest',
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'operator-access-control.getAuditLogReport': {
    id: 'operator-access-control.getAuditLogReport',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'getAuditLogReport',
    method: 'GET',
    path: '/20200630/accessRequests/{accessRequestId}/auditLogReport',
    summary: 'Operator activity report of a request',
    pathParameters: ['accessRequestId'],
    query: [
      {
        name: 'enableProcessTree',
        required: false,
        schema: {
          type: 'integer',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'AuditLogReport',
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'operator-access-control.interactionRequest': {
    id: 'operator-access-control.interactionRequest',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'interactionRequest',
    method: 'POST',
    path: '/20200630/accessRequests/{accessRequestId}/action/interactionRequest',
    summary: 'Ask the operator for more information (state MOREINFO)',
    pathParameters: ['accessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'InteractionRequestDetails',
    response: 'AccessRequest',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.listAccessRequestHistories': {
    id: 'operator-access-control.listAccessRequestHistories',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'listAccessRequestHistories',
    method: 'GET',
    path: '/20200630/accessRequests/{accessRequestId}/history',
    summary: 'State transitions of a request',
    pathParameters: ['accessRequestId'],
    query: [
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'AccessRequestHistoryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'operator-access-control.listAccessRequests': {
    id: 'operator-access-control.listAccessRequests',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'listAccessRequests',
    method: 'GET',
    path: '/20200630/accessRequests',
    summary: 'Requests of a compartment',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceType',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: [
            'CREATED',
            'APPROVALWAITING',
            'PREAPPROVED',
            'APPROVED',
            'MOREINFO',
            'REJECTED',
            'DEPLOYED',
            'DEPLOYFAILED',
            'UNDEPLOYED',
            'UNDEPLOYFAILED',
            'CLOSEFAILED',
            'REVOKEFAILED',
            'EXPIRYFAILED',
            'REVOKING',
            'REVOKED',
            'EXTENDING',
            'EXTENDED',
            'EXTENSIONREJECTED',
            'COMPLETING',
            'COMPLETED',
            'EXPIRED',
            'APPROVEDFORFUTURE',
            'INREVIEW',
          ],
        },
      },
      {
        name: 'numDays',
        required: false,
        schema: {
          type: 'integer',
        },
      },
      {
        name: 'timeStart',
        required: false,
        schema: {
          type: 'string',
          format: 'date-time',
        },
      },
      {
        name: 'timeEnd',
        required: false,
        schema: {
          type: 'string',
          format: 'date-time',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'displayName'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'AccessRequestCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'operator-access-control.listInteractions': {
    id: 'operator-access-control.listInteractions',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'listInteractions',
    method: 'GET',
    path: '/20200630/accessRequests/{accessRequestId}/interactions',
    summary: 'Question/answer thread of a request',
    pathParameters: ['accessRequestId'],
    query: [
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'InteractionCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'operator-access-control.rejectAccessRequest': {
    id: 'operator-access-control.rejectAccessRequest',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'rejectAccessRequest',
    method: 'POST',
    path: '/20200630/accessRequests/{accessRequestId}/action/reject',
    summary: 'Reject a request **or its pending extension**',
    pathParameters: ['accessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'RejectAccessRequestDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.reviewAccessRequest': {
    id: 'operator-access-control.reviewAccessRequest',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'reviewAccessRequest',
    method: 'POST',
    path: '/20200630/accessRequests/{accessRequestId}/action/review',
    summary: 'Mark a request as being reviewed (state INREVIEW)',
    pathParameters: ['accessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ReviewAccessRequestDetails',
    response: 'AccessRequest',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.revokeAccessRequest': {
    id: 'operator-access-control.revokeAccessRequest',
    service: 'operator-access-control',
    client: 'AccessRequestsClient',
    name: 'revokeAccessRequest',
    method: 'POST',
    path: '/20200630/accessRequests/{accessRequestId}/action/revoke',
    summary: 'Withdraw an approval',
    pathParameters: ['accessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'RevokeAccessRequestDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.getOperatorAction': {
    id: 'operator-access-control.getOperatorAction',
    service: 'operator-access-control',
    client: 'OperatorActionsClient',
    name: 'getOperatorAction',
    method: 'GET',
    path: '/20200630/operatorActions/{operatorActionId}',
    summary: 'Read one operator action',
    pathParameters: ['operatorActionId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'OperatorAction',
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'operator-access-control.listOperatorActions': {
    id: 'operator-access-control.listOperatorActions',
    service: 'operator-access-control',
    client: 'OperatorActionsClient',
    name: 'listOperatorActions',
    method: 'GET',
    path: '/20200630/operatorActions',
    summary: 'Catalogue of operator actions',
    pathParameters: [],
    query: [
      {
        name: 'name',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceType',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: ['ACTIVE', 'INACTIVE'],
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'displayName'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'OperatorActionCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'operator-access-control.changeOperatorControlCompartment': {
    id: 'operator-access-control.changeOperatorControlCompartment',
    service: 'operator-access-control',
    client: 'OperatorControlClient',
    name: 'changeOperatorControlCompartment',
    method: 'POST',
    path: '/20200630/operatorControls/{operatorControlId}/actions/changeCompartment',
    summary: 'Move a control (synchronous)',
    pathParameters: ['operatorControlId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ChangeOperatorControlCompartmentDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'operator-access-control.createOperatorControl': {
    id: 'operator-access-control.createOperatorControl',
    service: 'operator-access-control',
    client: 'OperatorControlClient',
    name: 'createOperatorControl',
    method: 'POST',
    path: '/20200630/operatorControls',
    summary: 'Create a control',
    pathParameters: [],
    query: [],
    headers: ['opc-retry-token', 'opc-request-id'],
    body: 'CreateOperatorControlDetails',
    response: 'OperatorControl',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.deleteOperatorControl': {
    id: 'operator-access-control.deleteOperatorControl',
    service: 'operator-access-control',
    client: 'OperatorControlClient',
    name: 'deleteOperatorControl',
    method: 'DELETE',
    path: '/20200630/operatorControls/{operatorControlId}',
    summary: 'Delete a control; refused while assigned; the record stays as DELETED for audit',
    pathParameters: ['operatorControlId'],
    query: [
      {
        name: 'description',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['if-match', 'opc-request-id'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'operator-access-control.getOperatorControl': {
    id: 'operator-access-control.getOperatorControl',
    service: 'operator-access-control',
    client: 'OperatorControlClient',
    name: 'getOperatorControl',
    method: 'GET',
    path: '/20200630/operatorControls/{operatorControlId}',
    summary: 'Read one control',
    pathParameters: ['operatorControlId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'OperatorControl',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.listOperatorControls': {
    id: 'operator-access-control.listOperatorControls',
    service: 'operator-access-control',
    client: 'OperatorControlClient',
    name: 'listOperatorControls',
    method: 'GET',
    path: '/20200630/operatorControls',
    summary: 'Controls of a compartment',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: ['CREATED', 'ASSIGNED', 'UNASSIGNED', 'DELETED'],
        },
      },
      {
        name: 'displayName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceType',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'displayName'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'OperatorControlCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'operator-access-control.updateOperatorControl': {
    id: 'operator-access-control.updateOperatorControl',
    service: 'operator-access-control',
    client: 'OperatorControlClient',
    name: 'updateOperatorControl',
    method: 'PUT',
    path: '/20200630/operatorControls/{operatorControlId}',
    summary: 'Replace a control (three fields are required again)',
    pathParameters: ['operatorControlId'],
    query: [],
    headers: ['if-match', 'opc-request-id'],
    body: 'UpdateOperatorControlDetails',
    response: 'OperatorControl',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.changeOperatorControlAssignmentCompartment': {
    id: 'operator-access-control.changeOperatorControlAssignmentCompartment',
    service: 'operator-access-control',
    client: 'OperatorControlAssignmentClient',
    name: 'changeOperatorControlAssignmentCompartment',
    method: 'POST',
    path: '/20200630/operatorControlAssignments/{operatorControlAssignmentId}/actions/changeCompartment',
    summary: 'Move an assignment (synchronous)',
    pathParameters: ['operatorControlAssignmentId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ChangeOperatorControlAssignmentCompartmentDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'operator-access-control.createOperatorControlAssignment': {
    id: 'operator-access-control.createOperatorControlAssignment',
    service: 'operator-access-control',
    client: 'OperatorControlAssignmentClient',
    name: 'createOperatorControlAssignment',
    method: 'POST',
    path: '/20200630/operatorControlAssignments',
    summary: 'Put a resource under a control',
    pathParameters: [],
    query: [],
    headers: ['opc-retry-token', 'opc-request-id'],
    body: 'CreateOperatorControlAssignmentDetails',
    response: 'OperatorControlAssignment',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.deleteOperatorControlAssignment': {
    id: 'operator-access-control.deleteOperatorControlAssignment',
    service: 'operator-access-control',
    client: 'OperatorControlAssignmentClient',
    name: 'deleteOperatorControlAssignment',
    method: 'DELETE',
    path: '/20200630/operatorControlAssignments/{operatorControlAssignmentId}',
    summary: 'Remove an assignment',
    pathParameters: ['operatorControlAssignmentId'],
    query: [
      {
        name: 'description',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['if-match', 'opc-request-id'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'operator-access-control.getAssignmentValidationStatus': {
    id: 'operator-access-control.getAssignmentValidationStatus',
    service: 'operator-access-control',
    client: 'OperatorControlAssignmentClient',
    name: 'getAssignmentValidationStatus',
    method: 'GET',
    path: '/20200630/operatorControlAssignments/{operatorControlAssignmentId}/actions/getAssignmentValidationStatus',
    summary: 'Result of the last validation',
    pathParameters: ['operatorControlAssignmentId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'AssignmentValidationStatus',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: false,
  },
  'operator-access-control.getOperatorControlAssignment': {
    id: 'operator-access-control.getOperatorControlAssignment',
    service: 'operator-access-control',
    client: 'OperatorControlAssignmentClient',
    name: 'getOperatorControlAssignment',
    method: 'GET',
    path: '/20200630/operatorControlAssignments/{operatorControlAssignmentId}',
    summary: 'Read one assignment',
    pathParameters: ['operatorControlAssignmentId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'OperatorControlAssignment',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.listOperatorControlAssignments': {
    id: 'operator-access-control.listOperatorControlAssignments',
    service: 'operator-access-control',
    client: 'OperatorControlAssignmentClient',
    name: 'listOperatorControlAssignments',
    method: 'GET',
    path: '/20200630/operatorControlAssignments',
    summary: 'Assignments of a compartment',
    pathParameters: [],
    query: [
      {
        name: 'operatorControlName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceType',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: [
            'CREATED',
            'APPLIED',
            'APPLYFAILED',
            'UPDATING',
            'UPDATEFAILED',
            'DELETING',
            'DELETED',
            'DELETIONFAILED',
            'CUSTOMERASSIGNED',
          ],
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'displayName'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'OperatorControlAssignmentCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'operator-access-control.updateOperatorControlAssignment': {
    id: 'operator-access-control.updateOperatorControlAssignment',
    service: 'operator-access-control',
    client: 'OperatorControlAssignmentClient',
    name: 'updateOperatorControlAssignment',
    method: 'PUT',
    path: '/20200630/operatorControlAssignments/{operatorControlAssignmentId}',
    summary: 'Change an assignment',
    pathParameters: ['operatorControlAssignmentId'],
    query: [],
    headers: ['if-match', 'opc-request-id'],
    body: 'UpdateOperatorControlAssignmentDetails',
    response: 'OperatorControlAssignment',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'operator-access-control.validateOperatorAssignment': {
    id: 'operator-access-control.validateOperatorAssignment',
    service: 'operator-access-control',
    client: 'OperatorControlAssignmentClient',
    name: 'validateOperatorAssignment',
    method: 'POST',
    path: '/20200630/operatorControlAssignments/{operatorControlAssignmentId}/actions/validateAssignment',
    summary: 'Start a validation run',
    pathParameters: ['operatorControlAssignmentId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ValidateOperatorAssignmentDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.approveDelegatedResourceAccessRequest': {
    id: 'delegate-access-control.approveDelegatedResourceAccessRequest',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'approveDelegatedResourceAccessRequest',
    method: 'POST',
    path: '/20230801/delegatedResourceAccessRequests/{delegatedResourceAccessRequestId}/actions/approve',
    summary: 'Approve a request or its pending extension',
    pathParameters: ['delegatedResourceAccessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ApproveDelegatedResourceAccessRequestDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.changeDelegationControlCompartment': {
    id: 'delegate-access-control.changeDelegationControlCompartment',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'changeDelegationControlCompartment',
    method: 'POST',
    path: '/20230801/delegationControls/{delegationControlId}/actions/changeCompartment',
    summary: 'Move a control',
    pathParameters: ['delegationControlId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ChangeDelegationControlCompartmentDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'delegate-access-control.changeDelegationSubscriptionCompartment': {
    id: 'delegate-access-control.changeDelegationSubscriptionCompartment',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'changeDelegationSubscriptionCompartment',
    method: 'POST',
    path: '/20230801/delegationSubscriptions/{delegationSubscriptionId}/actions/changeCompartment',
    summary: 'Move a subscription',
    pathParameters: ['delegationSubscriptionId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ChangeDelegationSubscriptionCompartmentDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'delegate-access-control.createDelegationControl': {
    id: 'delegate-access-control.createDelegationControl',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'createDelegationControl',
    method: 'POST',
    path: '/20230801/delegationControls',
    summary: 'Create a control',
    pathParameters: [],
    query: [],
    headers: ['opc-retry-token', 'opc-request-id'],
    body: 'CreateDelegationControlDetails',
    response: 'DelegationControl',
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id', 'location', 'content-location', 'etag'],
    paged: false,
  },
  'delegate-access-control.createDelegationSubscription': {
    id: 'delegate-access-control.createDelegationSubscription',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'createDelegationSubscription',
    method: 'POST',
    path: '/20230801/delegationSubscriptions',
    summary: 'Subscribe to a provider service',
    pathParameters: [],
    query: [],
    headers: ['opc-retry-token', 'opc-request-id'],
    body: 'CreateDelegationSubscriptionDetails',
    response: 'DelegationSubscription',
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id', 'location', 'content-location', 'etag'],
    paged: false,
  },
  'delegate-access-control.deleteDelegationControl': {
    id: 'delegate-access-control.deleteDelegationControl',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'deleteDelegationControl',
    method: 'DELETE',
    path: '/20230801/delegationControls/{delegationControlId}',
    summary: 'Delete a control; refused while it governs resources',
    pathParameters: ['delegationControlId'],
    query: [
      {
        name: 'description',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['if-match', 'opc-request-id'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id'],
    paged: false,
  },
  'delegate-access-control.deleteDelegationSubscription': {
    id: 'delegate-access-control.deleteDelegationSubscription',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'deleteDelegationSubscription',
    method: 'DELETE',
    path: '/20230801/delegationSubscriptions/{delegationSubscriptionId}',
    summary: 'Delete a subscription',
    pathParameters: ['delegationSubscriptionId'],
    query: [],
    headers: ['if-match', 'opc-request-id'],
    body: null,
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.getDelegatedResourceAccessRequest': {
    id: 'delegate-access-control.getDelegatedResourceAccessRequest',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'getDelegatedResourceAccessRequest',
    method: 'GET',
    path: '/20230801/delegatedResourceAccessRequests/{delegatedResourceAccessRequestId}',
    summary: 'Read one request',
    pathParameters: ['delegatedResourceAccessRequestId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegatedResourceAccessRequest',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.getDelegatedResourceAccessRequestAuditLogReport': {
    id: 'delegate-access-control.getDelegatedResourceAccessRequestAuditLogReport',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'getDelegatedResourceAccessRequestAuditLogReport',
    method: 'GET',
    path: '/20230801/delegatedResourceAccessRequests/{delegatedResourceAccessRequestId}/delegatedResourceAccessRequestAuditLogReport',
    summary: 'Operator activity report',
    pathParameters: ['delegatedResourceAccessRequestId'],
    query: [
      {
        name: 'isProcessTreeEnabled',
        required: false,
        schema: {
          type: 'boolean',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegatedResourceAccessRequestAuditLogReport',
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'delegate-access-control.getDelegationControl': {
    id: 'delegate-access-control.getDelegationControl',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'getDelegationControl',
    method: 'GET',
    path: '/20230801/delegationControls/{delegationControlId}',
    summary: 'Read one control',
    pathParameters: ['delegationControlId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegationControl',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.getDelegationSubscription': {
    id: 'delegate-access-control.getDelegationSubscription',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'getDelegationSubscription',
    method: 'GET',
    path: '/20230801/delegationSubscriptions/{delegationSubscriptionId}',
    summary: 'Read one subscription',
    pathParameters: ['delegationSubscriptionId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegationSubscription',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.getServiceProvider': {
    id: 'delegate-access-control.getServiceProvider',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'getServiceProvider',
    method: 'GET',
    path: '/20230801/serviceProviders/{serviceProviderId}',
    summary: 'Read one provider',
    pathParameters: ['serviceProviderId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'ServiceProvider',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.getServiceProviderAction': {
    id: 'delegate-access-control.getServiceProviderAction',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'getServiceProviderAction',
    method: 'GET',
    path: '/20230801/serviceProviderActions/{serviceProviderActionId}',
    summary: 'Read one provider action',
    pathParameters: ['serviceProviderActionId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'ServiceProviderAction',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.listDelegatedResourceAccessRequestHistories': {
    id: 'delegate-access-control.listDelegatedResourceAccessRequestHistories',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'listDelegatedResourceAccessRequestHistories',
    method: 'GET',
    path: '/20230801/delegatedResourceAccessRequests/{delegatedResourceAccessRequestId}/history',
    summary: 'Status transitions of a request',
    pathParameters: ['delegatedResourceAccessRequestId'],
    query: [
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timestamp'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegatedResourceAccessRequestHistoryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'delegate-access-control.listDelegatedResourceAccessRequests': {
    id: 'delegate-access-control.listDelegatedResourceAccessRequests',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'listDelegatedResourceAccessRequests',
    method: 'GET',
    path: '/20230801/delegatedResourceAccessRequests',
    summary: 'Requests of a compartment (use only one of lifecycleState / requestStatus)',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'delegationControlId',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceId',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: [
            'ACCEPTED',
            'IN_PROGRESS',
            'WAITING',
            'FAILED',
            'SUCCEEDED',
            'CANCELING',
            'CANCELED',
            'NEEDS_ATTENTION',
          ],
        },
      },
      {
        name: 'requestStatus',
        required: false,
        schema: {
          type: 'string',
          enum: [
            'CREATED',
            'APPROVAL_WAITING',
            'OPERATOR_ASSIGNMENT_WAITING',
            'PREAPPROVED',
            'APPROVED',
            'APPROVED_FOR_FUTURE',
            'REJECTED',
            'DEPLOYED',
            'DEPLOY_FAILED',
            'UNDEPLOYED',
            'UNDEPLOY_FAILED',
            'CLOSE_FAILED',
            'REVOKE_FAILED',
            'EXPIRY_FAILED',
            'REVOKING',
            'REVOKED',
            'EXTENDING',
            'EXTENDED',
            'EXTENSION_REJECTED',
            'EXTENSION_FAILED',
            'COMPLETING',
            'COMPLETED',
            'EXPIRED',
          ],
        },
      },
      {
        name: 'timeStart',
        required: false,
        schema: {
          type: 'string',
          format: 'date-time',
        },
      },
      {
        name: 'timeEnd',
        required: false,
        schema: {
          type: 'string',
          format: 'date-time',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'displayName'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegatedResourceAccessRequestSummaryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'delegate-access-control.listDelegationControlResources': {
    id: 'delegate-access-control.listDelegationControlResources',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'listDelegationControlResources',
    method: 'GET',
    path: '/20230801/delegationControls/{delegationControlId}/resources',
    summary: 'Resources under a control',
    pathParameters: ['delegationControlId'],
    query: [
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegationControlResourceCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'delegate-access-control.listDelegationControls': {
    id: 'delegate-access-control.listDelegationControls',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'listDelegationControls',
    method: 'GET',
    path: '/20230801/delegationControls',
    summary: 'Controls of a compartment',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED', 'NEEDS_ATTENTION'],
        },
      },
      {
        name: 'displayName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceType',
        required: false,
        schema: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
      },
      {
        name: 'resourceId',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'displayName'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegationControlSummaryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'delegate-access-control.listDelegationSubscriptions': {
    id: 'delegate-access-control.listDelegationSubscriptions',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'listDelegationSubscriptions',
    method: 'GET',
    path: '/20230801/delegationSubscriptions',
    summary: 'Subscriptions of a compartment',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
      },
      {
        name: 'displayName',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'displayName'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'DelegationSubscriptionSummaryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'delegate-access-control.listServiceProviderActions': {
    id: 'delegate-access-control.listServiceProviderActions',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'listServiceProviderActions',
    method: 'GET',
    path: '/20230801/serviceProviderActions',
    summary: 'Catalogue of provider actions',
    pathParameters: [],
    query: [
      {
        name: 'name',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'resourceType',
        required: false,
        schema: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
      },
      {
        name: 'serviceProviderServiceType',
        required: false,
        schema: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
          },
        },
      },
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: ['ACTIVE', 'INACTIVE'],
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'name'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'ServiceProviderActionSummaryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'delegate-access-control.listServiceProviderInteractions': {
    id: 'delegate-access-control.listServiceProviderInteractions',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'listServiceProviderInteractions',
    method: 'GET',
    path: '/20230801/delegatedResourceAccessRequests/{delegatedResourceAccessRequestId}/serviceProviderInteractions',
    summary: 'Question/answer thread of a request',
    pathParameters: ['delegatedResourceAccessRequestId'],
    query: [
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'ServiceProviderInteractionCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'delegate-access-control.listServiceProviders': {
    id: 'delegate-access-control.listServiceProviders',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'listServiceProviders',
    method: 'GET',
    path: '/20230801/serviceProviders',
    summary: 'Providers',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
      },
      {
        name: 'name',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'supportedResourceType',
        required: false,
        schema: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
      },
      {
        name: 'serviceProviderType',
        required: false,
        schema: {
          type: 'string',
          enum: ['ORACLE_PROVIDED'],
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeCreated', 'displayName'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'ServiceProviderSummaryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'delegate-access-control.rejectDelegatedResourceAccessRequest': {
    id: 'delegate-access-control.rejectDelegatedResourceAccessRequest',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'rejectDelegatedResourceAccessRequest',
    method: 'POST',
    path: '/20230801/delegatedResourceAccessRequests/{delegatedResourceAccessRequestId}/actions/reject',
    summary: 'Reject a request or its pending extension',
    pathParameters: ['delegatedResourceAccessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'RejectDelegatedResourceAccessRequestDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.revokeDelegatedResourceAccessRequest': {
    id: 'delegate-access-control.revokeDelegatedResourceAccessRequest',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'revokeDelegatedResourceAccessRequest',
    method: 'POST',
    path: '/20230801/delegatedResourceAccessRequests/{delegatedResourceAccessRequestId}/actions/revoke',
    summary: 'Withdraw an approval',
    pathParameters: ['delegatedResourceAccessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'RevokeDelegatedResourceAccessRequestDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-work-request-id', 'opc-request-id'],
    paged: false,
  },
  'delegate-access-control.serviceProviderInteractionRequest': {
    id: 'delegate-access-control.serviceProviderInteractionRequest',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'serviceProviderInteractionRequest',
    method: 'POST',
    path: '/20230801/delegatedResourceAccessRequests/{delegatedResourceAccessRequestId}/actions/serviceProviderInteractionRequest',
    summary: 'Ask the operator for more information (no response body)',
    pathParameters: ['delegatedResourceAccessRequestId'],
    query: [],
    headers: ['opc-retry-token', 'if-match', 'opc-request-id'],
    body: 'ServiceProviderInteractionRequestDetails',
    response: null,
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'delegate-access-control.updateDelegationControl': {
    id: 'delegate-access-control.updateDelegationControl',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'updateDelegationControl',
    method: 'PUT',
    path: '/20230801/delegationControls/{delegationControlId}',
    summary: 'Change a control',
    pathParameters: ['delegationControlId'],
    query: [],
    headers: ['if-match', 'opc-request-id'],
    body: 'UpdateDelegationControlDetails',
    response: 'DelegationControl',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id', 'content-location', 'etag'],
    paged: false,
  },
  'delegate-access-control.updateDelegationSubscription': {
    id: 'delegate-access-control.updateDelegationSubscription',
    service: 'delegate-access-control',
    client: 'DelegateAccessControlClient',
    name: 'updateDelegationSubscription',
    method: 'PUT',
    path: '/20230801/delegationSubscriptions/{delegationSubscriptionId}',
    summary: 'Change a subscription',
    pathParameters: ['delegationSubscriptionId'],
    query: [],
    headers: ['if-match', 'opc-request-id'],
    body: 'UpdateDelegationSubscriptionDetails',
    response: 'DelegationSubscription',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-work-request-id', 'content-location', 'etag'],
    paged: false,
  },
  'delegate-access-control.getWorkRequest': {
    id: 'delegate-access-control.getWorkRequest',
    service: 'delegate-access-control',
    client: 'WorkRequestClient',
    name: 'getWorkRequest',
    method: 'GET',
    path: '/20230801/workRequests/{workRequestId}',
    summary: 'Read one work request',
    pathParameters: ['workRequestId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'WorkRequest',
    responseIsArray: false,
    responseHeaders: ['etag', 'opc-request-id', 'retry-after'],
    paged: false,
  },
  'delegate-access-control.listWorkRequestErrors': {
    id: 'delegate-access-control.listWorkRequestErrors',
    service: 'delegate-access-control',
    client: 'WorkRequestClient',
    name: 'listWorkRequestErrors',
    method: 'GET',
    path: '/20230801/workRequests/{workRequestId}/errors',
    summary: 'Errors of a work request',
    pathParameters: ['workRequestId'],
    query: [
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timestamp'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'WorkRequestErrorCollection',
    responseIsArray: false,
    responseHeaders: ['opc-next-page', 'opc-request-id'],
    paged: true,
  },
  'delegate-access-control.listWorkRequestLogs': {
    id: 'delegate-access-control.listWorkRequestLogs',
    service: 'delegate-access-control',
    client: 'WorkRequestClient',
    name: 'listWorkRequestLogs',
    method: 'GET',
    path: '/20230801/workRequests/{workRequestId}/logs',
    summary: 'Log lines of a work request',
    pathParameters: ['workRequestId'],
    query: [
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timestamp'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'WorkRequestLogEntryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-next-page', 'opc-request-id'],
    paged: true,
  },
  'delegate-access-control.listWorkRequests': {
    id: 'delegate-access-control.listWorkRequests',
    service: 'delegate-access-control',
    client: 'WorkRequestClient',
    name: 'listWorkRequests',
    method: 'GET',
    path: '/20230801/workRequests',
    summary: 'Work requests of a compartment',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'workRequestId',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'status',
        required: false,
        schema: {
          type: 'string',
          enum: [
            'ACCEPTED',
            'IN_PROGRESS',
            'WAITING',
            'NEEDS_ATTENTION',
            'FAILED',
            'SUCCEEDED',
            'CANCELING',
            'CANCELED',
          ],
        },
      },
      {
        name: 'resourceId',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['timeAccepted'],
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'WorkRequestSummaryCollection',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'identity.getCompartment': {
    id: 'identity.getCompartment',
    service: 'identity',
    client: 'IdentityClient',
    name: 'getCompartment',
    method: 'GET',
    path: '/20160918/compartments/{compartmentId}',
    summary: 'Read one compartment',
    pathParameters: ['compartmentId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'Compartment',
    responseIsArray: false,
    responseHeaders: ['opc-request-id', 'etag'],
    paged: false,
  },
  'identity.getTenancy': {
    id: 'identity.getTenancy',
    service: 'identity',
    client: 'IdentityClient',
    name: 'getTenancy',
    method: 'GET',
    path: '/20160918/tenancies/{tenancyId}',
    summary: 'Read the tenancy',
    pathParameters: ['tenancyId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'Tenancy',
    responseIsArray: false,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'identity.listAvailabilityDomains': {
    id: 'identity.listAvailabilityDomains',
    service: 'identity',
    client: 'IdentityClient',
    name: 'listAvailabilityDomains',
    method: 'GET',
    path: '/20160918/availabilityDomains',
    summary: 'Availability domains of the region',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'AvailabilityDomain',
    responseIsArray: true,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: false,
  },
  'identity.listCompartments': {
    id: 'identity.listCompartments',
    service: 'identity',
    client: 'IdentityClient',
    name: 'listCompartments',
    method: 'GET',
    path: '/20160918/compartments',
    summary: 'Child compartments, or the whole tree',
    pathParameters: [],
    query: [
      {
        name: 'compartmentId',
        required: true,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'page',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'limit',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      {
        name: 'accessLevel',
        required: false,
        schema: {
          type: 'string',
          enum: ['ANY', 'ACCESSIBLE'],
        },
      },
      {
        name: 'compartmentIdInSubtree',
        required: false,
        schema: {
          type: 'boolean',
        },
      },
      {
        name: 'name',
        required: false,
        schema: {
          type: 'string',
        },
      },
      {
        name: 'sortBy',
        required: false,
        schema: {
          type: 'string',
          enum: ['TIMECREATED', 'NAME'],
        },
      },
      {
        name: 'sortOrder',
        required: false,
        schema: {
          type: 'string',
          enum: ['ASC', 'DESC'],
        },
      },
      {
        name: 'lifecycleState',
        required: false,
        schema: {
          type: 'string',
        },
      },
    ],
    headers: ['opc-request-id'],
    body: null,
    response: 'Compartment',
    responseIsArray: true,
    responseHeaders: ['opc-request-id', 'opc-next-page'],
    paged: true,
  },
  'identity.listRegionSubscriptions': {
    id: 'identity.listRegionSubscriptions',
    service: 'identity',
    client: 'IdentityClient',
    name: 'listRegionSubscriptions',
    method: 'GET',
    path: '/20160918/tenancies/{tenancyId}/regionSubscriptions',
    summary: 'Regions the tenancy is subscribed to',
    pathParameters: ['tenancyId'],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'RegionSubscription',
    responseIsArray: true,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
  'identity.listRegions': {
    id: 'identity.listRegions',
    service: 'identity',
    client: 'IdentityClient',
    name: 'listRegions',
    method: 'GET',
    path: '/20160918/regions',
    summary: 'All regions of the realm',
    pathParameters: [],
    query: [],
    headers: ['opc-request-id'],
    body: null,
    response: 'Region',
    responseIsArray: true,
    responseHeaders: ['opc-request-id'],
    paged: false,
  },
} as const

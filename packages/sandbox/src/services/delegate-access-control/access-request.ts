import type { DelegateAccessControl } from '@gatehouse/oci-api'
import type { DelegatedResourceAccessRequestRow, DelegationControlRow, Region, World } from '../../world/world.ts'
import { lifecycleStates, statusDetails, type Status } from './access-request-status.ts'
import type { Case } from './reasons.ts'
import { vmCluster } from './vm-clusters.ts'

/** What an operator says when asking for access. */
export interface Wanted extends Omit<Case, 'databases'> {
  resourceId: string
  databases: { id: string; name: string }[]
  ticketNumbers: string[]
  /** When access is to begin; now unless given. */
  timeAccessRequested?: string
  requesterType?: DelegateAccessControl.DelegatedResourceAccessRequesterType
}

/** What a case asks for on one cluster, with a service request number to go with it. */
export function wantedFor(world: World, { databases, ...rest }: Case, resourceId: string): Wanted {
  return {
    ...rest,
    resourceId,
    databases: vmCluster(resourceId).databases.slice(0, databases),
    ticketNumbers: [`3-${Math.floor(30_000_000_000 + world.random() * 9_999_999_999)}`],
  }
}

/** Puts an access request into the world as it is when it has just been raised, at a moment that may lie in the past. */
export function insertAccessRequest(
  world: World,
  region: Region,
  control: DelegationControlRow,
  wanted: Wanted,
  createdAtMs: number,
): DelegatedResourceAccessRequestRow {
  const { actions, serviceType, resourceId, databases, ...rest } = wanted
  const id = world.ocid('delegatedresourceaccessrequest', region.name)
  const timeCreated = new Date(createdAtMs).toISOString()
  const status: Status = 'CREATED'
  const wire: DelegateAccessControl.DelegatedResourceAccessRequest = {
    timeAccessRequested: timeCreated,
    requesterType: 'OPERATOR',
    ...rest,
    id,
    compartmentId: control.compartmentId,
    displayName: `DAR-${region.key}-${10_041 + region.delegatedResourceAccessRequests.size}`,
    resourceId,
    resourceName: vmCluster(resourceId).name,
    resourceType: control.wire.resourceType,
    requestedActionNames: actions,
    ...(databases.length > 0
      ? { databaseNameList: databases.map(({ name }) => name), databaseIdList: databases.map(({ id }) => id) }
      : {}),
    providedServiceTypes: [serviceType],
    delegationSubscriptionIds: subscriptionsFor(region, control, serviceType),
    isAutoApproved: false,
    requestStatus: status,
    lifecycleState: lifecycleStates[status],
    lifecycleStateDetails: statusDetails[status],
    timeCreated,
    timeUpdated: timeCreated,
    numInitialApprovals: 0,
    numExtensionApprovals: 0,
    approvalInfo: [],
    delegationControlId: control.id,
    auditTypes: ['COMMAND_AUDIT', 'COMMAND_KEYSTROKE_AUDIT'],
    isPendingMoreInfo: false,
    freeformTags: {},
    definedTags: {},
  }
  return region.delegatedResourceAccessRequests.insert(
    world.row(region, id, control.compartmentId, wire, { histories: [], interactions: [] }),
  )
}

function subscriptionsFor(
  region: Region,
  { wire }: DelegationControlRow,
  serviceType: DelegateAccessControl.ServiceProviderServiceType,
): string[] {
  return (wire.delegationSubscriptionIds ?? []).filter(
    (id) => region.delegationSubscriptions.find(id)?.wire.subscribedServiceType === serviceType,
  )
}

import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { startWork, type Work } from '../../world/work.ts'
import type { Region, WorkRequestRow, World } from '../../world/world.ts'
import { vmCluster } from './vm-clusters.ts'

type Verb = 'CREATE' | 'UPDATE' | 'DELETE' | 'MOVE'

interface DelegationWork extends Pick<Work, 'steps' | 'failure' | 'onSuccess' | 'ends' | 'begun'> {
  verb: Verb
}

const actionTypes = { CREATE: 'CREATED', UPDATE: 'UPDATED', MOVE: 'UPDATED', DELETE: 'DELETED' } as const

/** Starts work on a delegation control; the work request names it and each resource it governs. */
export function startControlWork(
  world: World,
  region: Region,
  control: DelegateAccessControl.DelegationControl,
  { verb, ...work }: DelegationWork,
): WorkRequestRow {
  return startWork(world, region, {
    ...work,
    service: 'delegate-access-control',
    operationType: `${verb}_DELEGATION_CONTROL`,
    compartmentId: control.compartmentId,
    resources: controlResources(control, verb),
  })
}

/** Starts work on a delegation subscription. */
export function startSubscriptionWork(
  world: World,
  region: Region,
  { id, compartmentId = world.tenancyId }: DelegateAccessControl.DelegationSubscription,
  { verb, ...work }: DelegationWork,
): WorkRequestRow {
  return startWork(world, region, {
    ...work,
    service: 'delegate-access-control',
    operationType: `${verb}_DELEGATION_SUBSCRIPTION`,
    compartmentId,
    resources: subscriptionResources(id, verb),
  })
}

export const subscriptionResources = (id: string, verb: Verb): DelegateAccessControl.WorkRequestResource[] => [
  {
    entityType: 'delegationsubscription',
    actionType: actionTypes[verb],
    identifier: id,
    entityUri: `/20230801/delegationSubscriptions/${id}`,
  },
]

export const controlResources = (
  { id, resourceType, resourceIds = [] }: DelegateAccessControl.DelegationControl,
  verb: Verb,
): DelegateAccessControl.WorkRequestResource[] => [
  {
    entityType: 'delegationcontrol',
    actionType: actionTypes[verb],
    identifier: id,
    entityUri: `/20230801/delegationControls/${id}`,
  },
  ...resourceIds.map((resourceId) => ({
    entityType: resourceType.toLowerCase(),
    actionType: 'RELATED' as const,
    identifier: resourceId,
    metadata: { VM_CLUSTER_ID: resourceId, HOSTNAMES: vmCluster(resourceId).hostnames.join(',') },
  })),
]

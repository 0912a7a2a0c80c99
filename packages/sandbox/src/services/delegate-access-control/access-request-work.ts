import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { errand, runErrand, type Errand } from '../../world/errand.ts'
import { startWork, whicheverEnd, type Work } from '../../world/work.ts'
import type { WorkRequestRow } from '../../world/world.ts'
import { aboutAccessRequest, subjectOf, type AboutAccessRequest } from './about.ts'
import type { Subject } from './transitions/move.ts'
import { resourceOcidTypes, vmCluster } from './vm-clusters.ts'

interface AccessRequestWork extends Pick<Work, 'steps' | 'failure' | 'onSuccess' | 'ends' | 'begun'> {
  operationType: DelegateAccessControl.OperationType
  /** What is run on the cluster's hosts, if anything. */
  commands?: string[]
}

/** Starts work on an access request: the work request names it, and the VM cluster with what is run there. */
export function startAccessRequestWork({ world, region, row }: Subject, work: AccessRequestWork): WorkRequestRow {
  const { commands, ...rest } = work
  return startWork(world, region, {
    ...rest,
    service: 'delegate-access-control',
    compartmentId: row.compartmentId,
    resources: accessRequestResources(row.wire, work.operationType, commands),
  })
}

/**
 * Starts work that carries out a decision; `otherwise` happens when it ends badly. The access request is marked as busy
 * until the work has ended, so that nobody decides on it in between.
 */
export function carryOut(
  subject: Subject,
  { otherwise, ...work }: Omit<AccessRequestWork, 'ends'> & { otherwise: Errand },
): WorkRequestRow {
  const about = aboutAccessRequest(subject.row)
  const row = startAccessRequestWork(subject, {
    ...work,
    onSuccess: carriedOut({ ...about, next: work.onSuccess }),
    ends: whicheverEnd(carriedOut({ ...about, next: otherwise })),
  })
  subject.row.extra.workRequestId = row.id
  return row
}

const carriedOut = errand<AboutAccessRequest & { next?: Errand }>(
  'delegate-access-control/carried-out',
  (world, { next, ...about }) => {
    delete subjectOf(world, about).row.extra.workRequestId
    runErrand(world, next)
  },
)

/** The resources of a work request on an access request; metadata keys as `WorkRequestResourceMetadataKey` lists them. */
export function accessRequestResources(
  wire: DelegateAccessControl.DelegatedResourceAccessRequest,
  operationType: DelegateAccessControl.OperationType,
  commands: string[] = [],
): DelegateAccessControl.WorkRequestResource[] {
  return [
    {
      entityType: 'delegatedresourceaccessrequest',
      actionType: operationType === 'CREATE_DELEGATED_RESOURCE_ACCESS_REQUEST' ? 'CREATED' : 'UPDATED',
      identifier: wire.id,
      entityUri: `/20230801/delegatedResourceAccessRequests/${wire.id}`,
    },
    {
      entityType: resourceOcidTypes[wire.resourceType ?? 'VMCLUSTER'],
      actionType: 'RELATED',
      identifier: wire.resourceId,
      metadata: {
        VM_CLUSTER_ID: wire.resourceId,
        HOSTNAMES: vmCluster(wire.resourceId).hostnames.join(','),
        ...(commands.length > 0
          ? {
              COMMANDS: commands.join('; '),
              RESULT_LOCATION: `delegate-access-control/${wire.displayName ?? wire.id}/results.json`,
            }
          : {}),
      },
    },
  ]
}

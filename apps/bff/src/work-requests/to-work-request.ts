import type { WorkRequest, WorkService } from '@gatehouse/contract'
import type { DelegateAccessControl, Desktops } from '@gatehouse/oci-api'
import type { BffConnection } from '../keyring/keyring.ts'

/** Both services give the same fields, but for the metadata of a resource, which is Delegate Access Control's. */
type Wire =
  | Desktops.WorkRequest
  | Desktops.WorkRequestSummary
  | DelegateAccessControl.WorkRequest
  | DelegateAccessControl.WorkRequestSummary

/** Of a row of the list, or of the work request itself. */
export const toWorkRequest = (connection: BffConnection, service: WorkService, wire: Wire): WorkRequest => ({
  connectionId: connection.id,
  service,
  id: wire.id,
  operation: wire.operationType,
  state: wire.status,
  percentComplete: wire.percentComplete,
  compartment: connection.compartment(wire.compartmentId),
  resources: wire.resources.map((resource: DelegateAccessControl.WorkRequestResource) => ({
    type: resource.entityType,
    action: resource.actionType,
    id: resource.identifier,
    uri: resource.entityUri ?? null,
    metadata: resource.metadata ?? {},
  })),
  subject: null,
  acceptedAt: wire.timeAccepted,
  startedAt: wire.timeStarted ?? null,
  finishedAt: wire.timeFinished ?? null,
  forgottenAt: null,
})

const ends = new Set(['SUCCEEDED', 'FAILED', 'CANCELED'])

/** Whether the work request is final. OCI's own waiters check the time of finishing. */
export const hasEnded = ({ state, finishedAt }: Pick<WorkRequest, 'state' | 'finishedAt'>) =>
  finishedAt !== null || ends.has(state)

/** A work request that needs attention does not change until a person acts, so it is not in transition. */
export const isMoving = (workRequest: Pick<WorkRequest, 'state' | 'finishedAt'>) =>
  !hasEnded(workRequest) && workRequest.state !== 'NEEDS_ATTENTION'

/** Null while it runs. If OCI gives no end time, the current time is used. */
export function endedAtMs(workRequest: Pick<WorkRequest, 'state' | 'finishedAt'>): number | null {
  if (!hasEnded(workRequest)) return null
  return workRequest.finishedAt === null ? Date.now() : Date.parse(workRequest.finishedAt)
}

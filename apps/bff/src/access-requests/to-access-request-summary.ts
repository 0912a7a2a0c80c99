import type { AccessRequestSummary } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'
import type { BffConnection } from '../keyring/keyring.ts'
import { phaseOf } from './phases.ts'

/** Translates an access request of Operator Access Control, from its list or read by itself. */
export function fromOperatorAccessControl(
  connection: BffConnection,
  wire: OperatorAccessControl.AccessRequestSummary | OperatorAccessControl.AccessRequest,
): AccessRequestSummary {
  const service = 'operator-access-control'
  return {
    connectionId: connection.id,
    service,
    id: wire.id,
    name: wire.requestId ?? wire.id,
    state: wire.lifecycleState ?? '',
    phase: phaseOf(service, wire.lifecycleState),
    stateDetails: wire.lifecycleDetails ?? null,
    severity: wire.severity ?? null,
    summary: wire.accessReasonSummary,
    resource: { id: wire.resourceId, name: wire.resourceName ?? null, type: wire.resourceType ?? null },
    compartment: compartmentOf(connection, wire.compartmentId),
    actions: wire.actionRequestsList ?? [],
    durationHours: wire.duration ?? null,
    extensionHours: wire.extendDuration ?? null,
    createdAt: wire.timeOfCreation ?? null,
    updatedAt: wire.timeOfModification ?? null,
    startsAt: laterStart(wire.timeOfCreation, wire.timeOfUserCreation ?? wire.timeRequestedForFutureAccess),
    isAutoApproved: wire.isAutoApproved ?? false,
    forgottenAt: null,
  }
}

/** Translates an access request of Delegate Access Control, from its list or read by itself. */
export function fromDelegateAccessControl(
  connection: BffConnection,
  wire:
    | DelegateAccessControl.DelegatedResourceAccessRequestSummary
    | DelegateAccessControl.DelegatedResourceAccessRequest,
): AccessRequestSummary {
  const service = 'delegate-access-control'
  return {
    connectionId: connection.id,
    service,
    id: wire.id,
    name: wire.displayName ?? wire.id,
    state: wire.requestStatus ?? wire.lifecycleState ?? '',
    phase: phaseOf(service, wire.requestStatus),
    stateDetails: wire.lifecycleStateDetails ?? null,
    severity: wire.severity ?? null,
    summary: wire.reasonForRequest,
    resource: { id: wire.resourceId, name: wire.resourceName ?? null, type: wire.resourceType ?? null },
    compartment: compartmentOf(connection, wire.compartmentId),
    actions: wire.requestedActionNames ?? [],
    durationHours: wire.durationInHours ?? null,
    extensionHours: wire.extendDurationInHours ?? null,
    createdAt: wire.timeCreated ?? null,
    updatedAt: wire.timeUpdated ?? null,
    startsAt: laterStart(wire.timeCreated, wire.timeAccessRequested),
    isAutoApproved: wire.isAutoApproved ?? false,
    forgottenAt: null,
  }
}

/** A request for immediate access also has a start: its creation time, or a moment later. */
const atOnceMs = 60_000

/** The start; null for immediate access. */
export const laterStart = (askedAt: string | undefined, start: string | undefined): string | null =>
  start !== undefined && !(Date.parse(start) - Date.parse(askedAt ?? '') < atOnceMs) ? start : null

const compartmentOf = (connection: BffConnection, id: string | undefined) =>
  id === undefined ? null : connection.compartment(id)

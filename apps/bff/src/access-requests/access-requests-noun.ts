import type { AccessRequestSummary } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'
import { listCall, pagesOf } from '../inventory/list-call.ts'
import { declareNoun, type Found, type Place, type PlaceReading } from '../inventory/noun.ts'
import { sortableInstant, sortKey, sortKeyOrNull } from '../inventory/sort-key.ts'
import { isMoving } from './phases.ts'
import { fromDelegateAccessControl, fromOperatorAccessControl } from './to-access-request-summary.ts'
import { severityRank, since, urgencyKey } from './urgency.ts'

/** About the largest page size in Oracle's own samples. */
const pageSize = 500

/** The access requests of both services. They stay when OCI has forgotten them. */
export const accessRequestsNoun = declareNoun<AccessRequestSummary, 'access-requests'>({
  name: 'access-requests',
  permission: 'access-requests:read',
  services: ['operator-access-control', 'delegate-access-control'],
  read: readAccessRequests,
  columns: (request) => ({
    phase: request.phase,
    state: request.state,
    severity: request.severity,
    severity_rank: severityRank(request.severity),
    resource_type: request.resource.type,
    urgency: urgencyKey(request),
    summary_key: sortKey(request.summary),
    resource_key: sortKey(request.resource.name ?? request.resource.id),
    hours: request.phase === 'extension-waiting' ? request.extensionHours : request.durationHours,
    requested_at: sortableInstant(since(request)),
    name_key: sortKey(request.name),
    compartment_key: sortKeyOrNull(request.compartment?.path),
    updated_at: sortableInstant(request.updatedAt),
  }),
  search: ({ name, summary, id, resource, compartment, actions }) => [
    name,
    summary,
    id,
    resource.name,
    resource.id,
    compartment?.path,
    ...actions,
  ],
  filters: {
    phase: { column: 'phase' },
    state: { column: 'state' },
    severity: { column: 'severity' },
    'resource-type': { column: 'resource_type' },
    service: { column: 'service' },
  },
  sorts: {
    urgency: 'urgency',
    summary: 'summary_key',
    severity: 'severity_rank',
    state: 'state',
    resource: 'resource_key',
    hours: 'hours',
    requested: 'requested_at',
    name: 'name_key',
    compartment: 'compartment_key',
    service: 'service',
    connection: 'connection_id',
    updated: 'updated_at',
  },
  defaultSort: 'urgency',
  isMoving,
  isKept: true,
  seenWithinMs: { known: 15_000, elsewhere: 120_000 },
  mayHold: holdsControl,
  file: [
    ['name', ({ name }) => name],
    ['severity', ({ severity }) => severity],
    ['summary', ({ summary }) => summary],
    ['state', ({ state }) => state],
    ['phase', ({ phase }) => phase],
    ['resource', ({ resource }) => resource.name],
    ['resourceType', ({ resource }) => resource.type],
    ['resourceId', ({ resource }) => resource.id],
    ['actions', ({ actions }) => actions.join(' ')],
    ['hours', ({ durationHours }) => durationHours],
    ['extensionHours', ({ extensionHours }) => extensionHours],
    ['createdAt', ({ createdAt }) => createdAt],
    ['updatedAt', ({ updatedAt }) => updatedAt],
    ['startsAt', ({ startsAt }) => startsAt],
    ['service', ({ service }) => service],
    ['compartment', ({ compartment }) => compartment?.path ?? null],
    ['connection', ({ connectionId }) => connectionId],
    ['keptSince', ({ forgottenAt }) => forgottenAt],
    ['id', ({ id }) => id],
  ],
})

async function* readAccessRequests(
  { connection, service, compartment }: Place,
  { signal }: PlaceReading,
): AsyncGenerator<Found<AccessRequestSummary>[]> {
  const { client } = connection
  const where = { compartmentId: compartment.id, limit: pageSize }
  if (service === 'operator-access-control') {
    const pages = client.pages('operator-access-control.listAccessRequests', where, listCall(signal))
    for await (const rows of pagesOf<OperatorAccessControl.AccessRequestSummary>(pages))
      yield rows.map((row) => ({ item: fromOperatorAccessControl(connection, row) }))
    return
  }
  const pages = client.pages('delegate-access-control.listDelegatedResourceAccessRequests', where, listCall(signal))
  for await (const rows of pagesOf<DelegateAccessControl.DelegatedResourceAccessRequestSummary>(pages))
    yield rows.map((row) => ({ item: fromDelegateAccessControl(connection, row) }))
}

/** Access requests arise where a control, or an assignment of one, lies. */
async function holdsControl({ connection, service, compartment }: Place, signal: AbortSignal): Promise<boolean> {
  const { client } = connection
  const where = { compartmentId: compartment.id, limit: 1 }
  if (service === 'delegate-access-control') {
    const { body } = await client.call('delegate-access-control.listDelegationControls', where, listCall(signal))
    return body.items.length > 0
  }
  const [controls, assignments] = await Promise.all([
    client.call('operator-access-control.listOperatorControls', where, listCall(signal)),
    client.call('operator-access-control.listOperatorControlAssignments', where, listCall(signal)),
  ])
  return controls.body.items.length > 0 || assignments.body.items.length > 0
}

import type { WorkRequest } from '@gatehouse/contract'
import type { DelegateAccessControl, Desktops } from '@gatehouse/oci-api'
import { sql } from 'kysely'
import { listCall, pagesOf } from '../inventory/list-call.ts'
import { declareNoun, type Found, type Place, type PlaceReading } from '../inventory/noun.ts'
import { sortableInstant, sortKeyOrNull } from '../inventory/sort-key.ts'
import { contains } from '../inventory/query.ts'
import { hasEnded, isMoving, toWorkRequest } from './to-work-request.ts'
import { withSubjects } from './with-subjects.ts'

const pageSize = 500

/** The work requests of both services. They stay when OCI has forgotten them. */
export const workRequestsNoun = declareNoun<WorkRequest, 'work-requests'>({
  name: 'work-requests',
  permission: 'work-requests:read',
  services: ['desktops', 'delegate-access-control'],
  read: readWorkRequests,
  columns: (workRequest) => ({
    progress: progressOf(workRequest),
    state: workRequest.state,
    operation: workRequest.operation,
    percent: workRequest.percentComplete,
    compartment_key: sortKeyOrNull(workRequest.compartment?.path),
    accepted_at: sortableInstant(workRequest.acceptedAt),
    finished_at: sortableInstant(workRequest.finishedAt),
    took_ms: tookMs(workRequest),
  }),
  search: ({ operation, subject, id, resources }) => [
    operation.replaceAll('_', ' '),
    operation,
    subject?.name,
    id,
    ...resources.flatMap((resource) => [resource.id, resource.type]),
  ],
  filters: {
    progress: { column: 'progress' },
    state: { column: 'state' },
    service: { column: 'service' },
    operation: { column: 'operation' },
    resource: {
      where: (ids) =>
        sql`(${sql.join(
          ids.map((id) => contains(id.toLowerCase())),
          sql` or `,
        )})`,
    },
  },
  sorts: {
    accepted: 'accepted_at',
    operation: 'operation',
    state: 'state',
    progress: 'percent',
    service: 'service',
    compartment: 'compartment_key',
    took: 'took_ms',
    finished: 'finished_at',
  },
  defaultSort: '-accepted',
  isMoving,
  isKept: true,
  dependsOn: ['desktop-pools', 'desktops', 'access-requests'],
  needs: ['desktop-pools'],
  decorate: withSubjects,
  file: [
    ['operation', ({ operation }) => operation],
    ['state', ({ state }) => state],
    ['percentComplete', ({ percentComplete }) => percentComplete],
    ['target', ({ subject }) => subject?.name ?? null],
    ['service', ({ service }) => service],
    ['compartment', ({ compartment }) => compartment?.path ?? null],
    ['connection', ({ connectionId }) => connectionId],
    ['acceptedAt', ({ acceptedAt }) => acceptedAt],
    ['startedAt', ({ startedAt }) => startedAt],
    ['finishedAt', ({ finishedAt }) => finishedAt],
    ['keptSince', ({ forgottenAt }) => forgottenAt],
    ['id', ({ id }) => id],
  ],
})

async function* readWorkRequests(
  { connection, service, compartment }: Place,
  { signal, db }: PlaceReading,
): AsyncGenerator<Found<WorkRequest>[]> {
  const { client } = connection
  const where = { compartmentId: compartment.id, limit: pageSize }
  const pages: AsyncIterable<WireRow[]> =
    service === 'delegate-access-control'
      ? pagesOf(client.pages('delegate-access-control.listWorkRequests', where, listCall(signal)))
      : pagesOf(client.pages('desktops.listWorkRequests', where, listCall(signal)))
  for await (const rows of pages) {
    const items = rows.map((row) =>
      toWorkRequest(connection, service === 'delegate-access-control' ? service : 'desktops', row),
    )
    // The names are in the rows to search for them.
    yield (await withSubjects(items, db)).map((item) => ({ item }))
  }
}

type WireRow = Desktops.WorkRequestSummary | DelegateAccessControl.WorkRequestSummary

function progressOf(workRequest: WorkRequest): 'running' | 'needs-attention' | 'failed' | 'ended' {
  if (workRequest.state === 'FAILED') return 'failed'
  if (hasEnded(workRequest)) return 'ended'
  return workRequest.state === 'NEEDS_ATTENTION' ? 'needs-attention' : 'running'
}

const tookMs = ({ startedAt, finishedAt }: WorkRequest) =>
  startedAt !== null && finishedAt !== null ? Date.parse(finishedAt) - Date.parse(startedAt) : null

import { Type, type Static } from 'typebox'
import { act } from './act.ts'
import { endpoint } from './endpoint.ts'
import { CompartmentRef, ConnectionId, Instant, Nullable, Ocid, Tags } from './shared.ts'
import { listOf } from './window.ts'

/** The two services that have work requests. */
export const WorkService = Type.Union([Type.Literal('desktops'), Type.Literal('delegate-access-control')])
export type WorkService = Static<typeof WorkService>

export const WorkRequestResource = Type.Object({
  type: Type.String(),
  action: Type.String(),
  id: Type.String(),
  uri: Nullable(Type.String()),
  metadata: Tags,
})
export type WorkRequestResource = Static<typeof WorkRequestResource>

export const WorkRequest = Type.Object({
  connectionId: Type.String(),
  service: WorkService,
  id: Type.String(),
  /** What it does, as OCI spells it: STOP_DESKTOP_POOL, … */
  operation: Type.String(),
  /** As OCI spells it: ACCEPTED, IN_PROGRESS, NEEDS_ATTENTION, … */
  state: Type.String(),
  /** 0 to 100. */
  percentComplete: Type.Number(),
  compartment: Nullable(CompartmentRef),
  resources: Type.Array(WorkRequestResource),
  /** What it works on, if Gatehouse knows its name: the first resource, or the thing that the first resource lies in. */
  subject: Nullable(Type.Object({ id: Type.String(), name: Type.String(), isWithin: Type.Boolean() })),
  acceptedAt: Nullable(Instant),
  startedAt: Nullable(Instant),
  /** Set when it has ended. */
  finishedAt: Nullable(Instant),
  /** When OCI no longer had it. Gatehouse keeps it and its log for the configured time. */
  forgottenAt: Nullable(Instant),
})
export type WorkRequest = Static<typeof WorkRequest>

/** A line of the log, or an error, in the order in which they came. */
export const LogLine = Type.Object({
  /** Grows over all logs; the id of the line in links, and the point from which a reader resumes. */
  sequence: Type.Integer(),
  /** From 1, within this work request. */
  number: Type.Integer(),
  at: Instant,
  kind: Type.Union([Type.Literal('log'), Type.Literal('error')]),
  /** OCI's error code, of an error. */
  code: Nullable(Type.String()),
  text: Type.String(),
})
export type LogLine = Static<typeof LogLine>

export const WorkRequestParams = Type.Object({
  connectionId: ConnectionId,
  service: WorkService,
  workRequestId: Ocid,
})

const url = '/api/work-requests/:connectionId/:service/:workRequestId'

export const workRequestList = listOf({
  path: 'work-requests',
  permission: 'work-requests:read',
  summary: 'Work requests of both services, over all connections and compartments',
  item: WorkRequest,
  /** `progress`: `running`, `needs-attention`, `failed` or `ended`; `resource`: the id of a resource it works on. */
  filters: ['progress', 'state', 'service', 'operation', 'resource'],
  sorts: ['accepted', 'operation', 'state', 'progress', 'service', 'compartment', 'took', 'finished'],
})
export const { list: listWorkRequests, count: countWorkRequests, download: downloadWorkRequests } = workRequestList

export const getWorkRequest = endpoint({
  method: 'GET',
  url,
  permission: 'work-requests:read',
  schema: { summary: 'One work request', params: WorkRequestParams, response: { 200: WorkRequest } },
})

export const getWorkRequestLog = endpoint({
  method: 'GET',
  url: `${url}/log`,
  permission: 'work-requests:read',
  schema: {
    summary: 'The archived log and errors of a work request, oldest first',
    params: WorkRequestParams,
    querystring: Type.Object(
      {
        /** Only lines after this one, by its sequence. */
        after: Type.Optional(Type.Integer({ minimum: 0 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 20_000 })),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        lines: Type.Array(LogLine),
        /** There are more lines after these. */
        more: Type.Boolean(),
        /** The work has ended and every line is archived. */
        ended: Type.Boolean(),
        /** The archive does not have the line `after`, as after the restore of a backup: these are the first lines. */
        reset: Type.Boolean(),
      }),
    },
  },
})

/** Text as it stands, or one JSON object a line (`application/x-ndjson`). */
export const downloadWorkRequestLog = endpoint({
  method: 'GET',
  url: `${url}/log/download`,
  permission: 'work-requests:read',
  schema: {
    summary: 'The whole log as a file',
    params: WorkRequestParams,
    querystring: Type.Object(
      { format: Type.Union([Type.Literal('text'), Type.Literal('json-lines')]) },
      { additionalProperties: false },
    ),
    response: { 200: Type.String() },
  },
})

export const cancelWorkRequest = act({
  url: `${url}/cancel`,
  permission: 'desktop-pools:operate',
  summary: 'Ask OCI to cancel a work request of Secure Desktops; no other service can',
  params: Type.Object({ ...WorkRequestParams.properties, service: Type.Literal('desktops') }),
  body: {},
})

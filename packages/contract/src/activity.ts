import { Type, type Static } from 'typebox'
import { endpoint } from './endpoint.ts'
import { RoleName } from './session.ts'
import { AttemptId, Instant, Nullable, ServiceId } from './shared.ts'

/**
 * How an act stands, one word for each:
 *
 * - `sent`: recorded and on its way; OCI has not answered yet.
 * - `accepted`: OCI accepted it. Gatehouse reads until the effect is there.
 * - `done`: the effect was read at OCI.
 * - `failed`: it did not happen, or OCI's work on it failed; `problem` says why, `wasSent` whether it may have reached OCI.
 * - `unknown`: it may have reached OCI, and there is no valid answer. Gatehouse reads until it is settled.
 */
export const actStatuses = ['sent', 'accepted', 'done', 'failed', 'unknown'] as const
export type ActStatus = (typeof actStatuses)[number]

/** One act in the ledger: its person, subject, times and outcome. */
export const Action = Type.Object({
  /** The attempt's id. */
  id: Type.String(),
  /** Position in the ledger. */
  sequence: Type.Integer(),
  /** An `ActName`, or the name of an act that another version of Gatehouse recorded. */
  act: Type.String(),
  status: Type.Unsafe<ActStatus>(Type.String({ enum: [...actStatuses] })),
  at: Instant,
  by: Type.Object({ id: Type.String(), name: Type.String(), role: RoleName }),
  connectionId: Type.String(),
  /** Where the subject lies; null for entries of versions that did not record it. */
  compartmentId: Nullable(Type.String()),
  subject: Type.Object({ service: ServiceId, id: Type.String(), name: Type.String() }),
  comment: Nullable(Type.String()),
  /** The OCI user (or principal) whose key signed. */
  signedAs: Nullable(Type.String()),
  /** False when no request left Gatehouse. */
  wasSent: Type.Boolean(),
  /** When OCI answered, or when it was recorded that no answer came. */
  answeredAt: Nullable(Instant),
  /** When OCI accepted it, by its answer or a later read. Null until then. */
  acceptedAt: Nullable(Instant),
  /** When it was recorded as done or failed. */
  completedAt: Nullable(Instant),
  workRequestId: Nullable(Type.String()),
  /** OCI's own, of its latest answer. */
  opcRequestId: Nullable(Type.String()),
  /** Why it failed or is unknown: a whole sentence. */
  problem: Nullable(Type.String()),
  /** What was read at OCI that settled it: a whole sentence. */
  effect: Nullable(Type.String()),
  /** What Gatehouse does about a pending act: it reads, or (revoke only) sends again until the stated time. */
  following: Nullable(
    Type.Object({
      how: Type.Union([Type.Literal('reading'), Type.Literal('retrying')]),
      until: Nullable(Instant),
    }),
  ),
  /** It is `unknown`, and OCI still honours its retry token: the person may send it again under the same token. */
  mayTryAgain: Type.Boolean(),
  /** Of the latest entry of this act, chained to the entry before it. */
  hash: Type.String(),
})
export type Action = Static<typeof Action>

const filters = {
  /** An `ActName`. */
  act: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,60}$' })),
  status: Type.Optional(Type.Unsafe<ActStatus>(Type.String({ enum: [...actStatuses] }))),
  /** Only acts that are not settled: Gatehouse still reads what they come to. */
  pending: Type.Optional(Type.Boolean()),
  /** Part of the person's name. */
  by: Type.Optional(Type.String({ maxLength: 200 })),
  /** The OCID of the thing acted on. */
  subjectId: Type.Optional(Type.String({ maxLength: 255 })),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
}

export const ActivityFilters = Type.Object(filters, { additionalProperties: false })
export type ActivityFilters = Static<typeof ActivityFilters>

export const listActivity = endpoint({
  method: 'GET',
  url: '/api/activity',
  permission: 'activity:read',
  schema: {
    summary: 'The ledger, newest first',
    querystring: Type.Object(
      {
        ...filters,
        /** Only entries below this sequence: the next page. */
        before: Type.Optional(Type.Integer({ minimum: 1 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ items: Type.Array(Action), next: Nullable(Type.Integer()) }) },
  },
})

export const downloadActivity = endpoint({
  method: 'GET',
  url: '/api/activity.csv',
  permission: 'activity:read',
  schema: {
    summary: 'The ledger as CSV (RFC 4180), newest first',
    querystring: ActivityFilters,
    response: { 200: Type.String() },
  },
})

export const AttemptParams = Type.Object({ attemptId: AttemptId })

export const getAction = endpoint({
  method: 'GET',
  url: '/api/activity/:attemptId',
  permission: 'activity:read',
  schema: {
    summary: 'One act by the id of its attempt, as the ledger has it',
    params: AttemptParams,
    response: { 200: Action },
  },
})

/** Needs the permission of the act, too. Only the person who made the attempt may send it again. */
export const tryAgain = endpoint({
  method: 'POST',
  url: '/api/activity/:attemptId/try-again',
  permission: 'signed-in',
  schema: {
    summary: 'Send an act that is unknown to OCI again, under the same retry token and after the same checks',
    params: AttemptParams,
    response: { 202: Action },
  },
})

export const stopTrying = endpoint({
  method: 'POST',
  url: '/api/activity/:attemptId/stop-trying',
  permission: 'access-requests:decide',
  schema: {
    summary: 'Stop sending a revoke again; Gatehouse goes on reading until it is settled',
    params: AttemptParams,
    response: { 200: Action },
  },
})

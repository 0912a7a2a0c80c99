import { Type, type Static } from 'typebox'
import { endpoint } from './endpoint.ts'
import { RoleName } from './session.ts'
import { Instant, Nullable, ServiceId } from './shared.ts'

/** What the ledger records, named as the act is everywhere. */
export const actNames = [
  'approveAccessRequest',
  'rejectAccessRequest',
  'revokeAccessRequest',
  'startDesktopPool',
  'stopDesktopPool',
  'startDesktop',
  'stopDesktop',
] as const
export type ActName = (typeof actNames)[number]

/**
 * `sent`: written down and on its way. `confirmed`: OCI said yes. `refused`: OCI (or we) said no, nothing was done.
 * `unknown`: the answer was lost; whether OCI did it is being found out.
 */
export const actStatuses = ['sent', 'confirmed', 'refused', 'unknown'] as const
export type ActStatus = (typeof actStatuses)[number]

/** One decision or action in the ledger: who, what, when, how it ended. */
export const Action = Type.Object({
  /** The attempt's id. */
  id: Type.String(),
  /** Position in the ledger. */
  sequence: Type.Integer(),
  act: Type.Unsafe<ActName>(Type.String({ enum: [...actNames] })),
  status: Type.Unsafe<ActStatus>(Type.String({ enum: [...actStatuses] })),
  at: Instant,
  by: Type.Object({ id: Type.String(), name: Type.String(), role: RoleName }),
  connectionId: Type.String(),
  subject: Type.Object({ service: ServiceId, id: Type.String(), name: Type.String() }),
  comment: Nullable(Type.String()),
  /** The OCI user (or principal) whose key signed. */
  signedAs: Nullable(Type.String()),
  completedAt: Nullable(Instant),
  workRequestId: Nullable(Type.String()),
  opcRequestId: Nullable(Type.String()),
  /** Why it was refused or is unknown. */
  problem: Nullable(Type.String()),
  /** Of this entry, chained to the one before it. */
  hash: Type.String(),
})
export type Action = Static<typeof Action>

const filters = {
  act: Type.Optional(Type.Unsafe<ActName>(Type.String({ enum: [...actNames] }))),
  status: Type.Optional(Type.Unsafe<ActStatus>(Type.String({ enum: [...actStatuses] }))),
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

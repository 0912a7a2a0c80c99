import { Type, type Static, type TSchema } from 'typebox'

/** An OCI service that the console speaks of. */
export const ServiceId = Type.Union([
  Type.Literal('desktops'),
  Type.Literal('operator-access-control'),
  Type.Literal('delegate-access-control'),
])
export type ServiceId = Static<typeof ServiceId>

/** `T`, or null where OCI gave no value. Nothing in a reply is ever undefined. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** RFC 3339, UTC. */
export const Instant = Type.String({ format: 'date-time' })

/** `ocid1.<type>.<realm>.[region].<unique>`; otherwise opaque. */
export const Ocid = Type.String({
  pattern: '^ocid1\\.[a-z0-9_-]+\\.[a-z0-9-]+\\.[a-z0-9-]*\\.[a-zA-Z0-9_.-]+$',
  maxLength: 255,
})

/** Of the configuration: `frankfurt`. */
export const ConnectionId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' })

/** The compartment something lies in. `path` reads from below the root: `platform / exadata-production`. */
export const CompartmentRef = Type.Object({ id: Type.String(), name: Type.String(), path: Type.String() })
export type CompartmentRef = Static<typeof CompartmentRef>

/** A place that could not be read: never silently missing. */
export const Unread = Type.Object({
  connectionId: Type.String(),
  service: ServiceId,
  /** Null when the whole connection could not be read. */
  compartment: Nullable(CompartmentRef),
  /** A whole sentence. */
  reason: Type.String(),
  opcRequestId: Nullable(Type.String()),
  /** Since when it has not been readable. */
  since: Instant,
})
export type Unread = Static<typeof Unread>

/** What a listing covers, and when it was read. */
export const Sources = Type.Object({
  connections: Type.Integer(),
  regions: Type.Integer(),
  compartments: Type.Integer(),
})
export type Sources = Static<typeof Sources>

/** `freeform` keys read as they are; defined tags as `namespace.key`. */
export const Tags = Type.Record(Type.String(), Type.String())

/**
 * Chosen by the console for each act, a UUID. The same attempt sent twice is one act: the second answer is the first's.
 */
export const AttemptId = Type.String({ format: 'uuid' })

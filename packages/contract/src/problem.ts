import { Type, type Static } from 'typebox'

/** Each code with its HTTP status. Match on the code, never on the message. */
export const problemStatus = {
  invalid_input: 400,
  not_signed_in: 401,
  sign_in_failed: 401,
  forbidden: 403,
  foreign_origin: 403,
  not_found: 404,
  /** OCI, or the state of the subject, does not allow it now. */
  conflict: 409,
  /** The signing key has already approved: one OCI user cannot count as two approvers. */
  same_approver: 409,
  /** The subject changed since the person saw it. Read it again, then let the person decide again. */
  stale: 412,
  too_large: 413,
  too_many_requests: 429,
  internal: 500,
  /** OCI's answer is invalid, or it refused our signature. */
  upstream: 502,
  upstream_throttled: 503,
  unavailable: 503,
  upstream_timeout: 504,
} as const

export type ProblemCode = keyof typeof problemStatus

/** RFC 9457 problem details, sent as `application/problem+json`. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  /** A whole sentence a person can act on. */
  detail: Type.String(),
  code: Type.Unsafe<ProblemCode>(Type.String()),
  /** The BFF's request id, as in its log. */
  requestId: Type.String(),
  /** OCI's error code and request id, when OCI answered. */
  ociCode: Type.Optional(Type.String()),
  opcRequestId: Type.Optional(Type.String()),
  /** Which fields are wrong, by JSON path. */
  errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
  retryAfterSeconds: Type.Optional(Type.Number()),
  /** The act that is recorded as `failed` with this problem. Absent when no act was recorded. */
  attempt: Type.Optional(
    Type.Object({
      id: Type.String(),
      /** False when no request left Gatehouse. */
      wasSent: Type.Boolean(),
    }),
  ),
})
export type Problem = Static<typeof Problem>

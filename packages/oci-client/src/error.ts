import type { OperationId } from '@gatehouse/oci-api'

/**
 * What went wrong. Callers branch on it:
 * - `service`: the answer has an error status; `fromOci` says whether OCI itself refused
 * - `network`: no connection, or it broke before the answer was whole
 * - `timeout`: the call's deadline, `connectMs` or `readMs` ran out
 * - `circuit-open`: nothing was sent, because the host keeps failing; `cause` is its last failure
 * - `aborted`: the caller's signal fired, or the client is closed
 * - `bad-answer`: the status is a success, but the answer does not match the operation. A change may have taken effect
 * - `bad-input`: the call was refused before it was sent
 * - `bad-profile`: the configuration file, key, token, signer, region or another option of the client is invalid
 */
export type OciErrorKind =
  | 'service'
  | 'network'
  | 'timeout'
  | 'circuit-open'
  | 'aborted'
  | 'bad-answer'
  | 'bad-input'
  | 'bad-profile'

/** The fields of an OciError besides its kind and message. Unknown ones are absent. */
export interface OciErrorDetails {
  operation?: OperationId | undefined
  status?: number | undefined
  code?: string | undefined
  opcRequestId?: string | undefined
  sentRequestId?: string | undefined
  sent?: boolean | undefined
  fromOci?: boolean | undefined
  retryAfterSeconds?: number | undefined
  cause?: unknown
}

/**
 * The only error this package throws. Its message is a whole sentence; neither it nor any field ever holds a key, a
 * token, a passphrase or a request header.
 */
export class OciError extends Error {
  override name = 'OciError'
  readonly kind: OciErrorKind
  /** The operation that was called; absent for errors outside a call, such as reading a profile. */
  readonly operation: OperationId | undefined
  /** The HTTP status; absent when no answer came. */
  readonly status: number | undefined
  /** OCI's code, such as `IncorrectState`, when `fromOci`; else the system's, such as `ECONNREFUSED`. */
  readonly code: string | undefined
  /** From OCI's answer; Oracle's support asks for it. Absent when no answer had one. */
  readonly opcRequestId: string | undefined
  /** The `opc-request-id` that the request carried. Absent unless `sent`. */
  readonly sentRequestId: string | undefined
  /**
   * Whether any attempt of the call may have left this process. False when no byte was written to a connection, so that
   * the call cannot have taken effect.
   */
  readonly sent: boolean
  /**
   * Whether OCI itself refused the last attempt: the answer has the form of an OCI error and an `opc-request-id`. After
   * retries of a change, an earlier attempt may have taken effect; with `retry: false` there is none.
   */
  readonly fromOci: boolean
  /** How long OCI asked to wait, or how long the circuit stays open, in seconds. */
  readonly retryAfterSeconds: number | undefined

  constructor(kind: OciErrorKind, message: string, details: OciErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.kind = kind
    this.operation = details.operation
    this.status = details.status
    this.code = details.code
    this.opcRequestId = details.opcRequestId
    this.sentRequestId = details.sentRequestId
    // Both kinds have an answer, so the request was sent.
    this.sent = details.sent ?? (kind === 'service' || kind === 'bad-answer')
    this.fromOci = kind === 'service' && (details.fromOci ?? false)
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

/** A copy of the error with `sent: true` and this request id. */
export function asSent(error: OciError, sentRequestId: string | undefined): OciError {
  if (error.sent && error.sentRequestId === sentRequestId) return error
  const { kind, message, operation, status, code, opcRequestId, fromOci, retryAfterSeconds, cause } = error
  const details = { operation, status, code, opcRequestId, fromOci, retryAfterSeconds, cause }
  return new OciError(kind, message, { ...details, sent: true, sentRequestId })
}

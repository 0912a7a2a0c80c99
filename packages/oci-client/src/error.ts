import type { OperationId } from '@gatehouse/oci-api'

/**
 * What went wrong, for the caller to decide what to do about it:
 * - `service`: the answer has an error status; `fromOci` says whether OCI itself refused
 * - `network`: no connection, or it broke before the answer was whole
 * - `timeout`: the call's deadline, the time to connect or the time to hear something ran out
 * - `circuit-open`: nothing was sent, as the host has failed again and again; `cause` is how it failed last
 * - `aborted`: the caller's signal fired, or the client is closed
 * - `bad-answer`: the answer has a status of success, but is not what the operation promises. A call that changes
 *   something may have taken effect
 * - `bad-input`: the call was refused before it was sent
 * - `bad-profile`: the configuration file, key, token, signer, region or another option of the client is not usable
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

/** The fields of an OciError besides its kind and message; each is absent where it is not known. */
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
  /** The operation that was called; absent when a profile was read outside any call. */
  readonly operation: OperationId | undefined
  /** The HTTP status; absent when no answer came. */
  readonly status: number | undefined
  /** OCI's code, such as `IncorrectState`, where `fromOci`; or the system's, such as `ECONNREFUSED`. */
  readonly code: string | undefined
  /** OCI's own, from its answer; what Oracle's support asks for. Absent when no answer had one. */
  readonly opcRequestId: string | undefined
  /** The `opc-request-id` that the request carried. Absent unless `sent`. */
  readonly sentRequestId: string | undefined
  /**
   * Whether the request may have left this process in any attempt of the call. False only when no byte of it was written
   * to a connection; then the call cannot have taken effect.
   */
  readonly sent: boolean
  /**
   * Whether OCI itself refused: the answer is in the form of an OCI error and carries an `opc-request-id`. It is the answer
   * to the last attempt; where a change was retried, an earlier attempt may have taken effect. With `retry: false`, none has.
   */
  readonly fromOci: boolean
  /** How long OCI asked to wait, or how long an open circuit stays so, in seconds. */
  readonly retryAfterSeconds: number | undefined

  constructor(kind: OciErrorKind, message: string, details: OciErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.kind = kind
    this.operation = details.operation
    this.status = details.status
    this.code = details.code
    this.opcRequestId = details.opcRequestId
    this.sentRequestId = details.sentRequestId
    // both kinds are about an answer
    this.sent = details.sent ?? (kind === 'service' || kind === 'bad-answer')
    this.fromOci = kind === 'service' && (details.fromOci ?? false)
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

/** The same error as one of a call that may have been sent. */
export function asSent(error: OciError, sentRequestId: string | undefined): OciError {
  if (error.sent && error.sentRequestId === sentRequestId) return error
  const { kind, message, operation, status, code, opcRequestId, fromOci, retryAfterSeconds, cause } = error
  const details = { operation, status, code, opcRequestId, fromOci, retryAfterSeconds, cause }
  return new OciError(kind, message, { ...details, sent: true, sentRequestId })
}

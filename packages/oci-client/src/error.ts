import type { OperationId } from '@gatehouse/oci-api'

/**
 * What went wrong, for whoever decides what to do about it:
 * - `service`: OCI answered, and refused or failed; `status` and `code` are its own
 * - `network`: no connection, or it broke before the answer was whole
 * - `timeout`: the call's deadline, the time to connect or the time to hear something ran out
 * - `circuit-open`: nothing was sent, as the host has failed again and again; `cause` is how it failed last
 * - `aborted`: the caller's signal fired, or the client is closed
 * - `bad-answer`: OCI answered with success, but with something that is not what the operation promises
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
  /** OCI's code, such as `IncorrectState`, or the system's, such as `ECONNREFUSED`. */
  readonly code: string | undefined
  /** What Oracle's support asks for. As OCI returned it, or as it was sent when no answer came. */
  readonly opcRequestId: string | undefined
  /** How long OCI asked to wait, or how long an open circuit stays so, in seconds. */
  readonly retryAfterSeconds: number | undefined

  constructor(kind: OciErrorKind, message: string, details: OciErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.kind = kind
    this.operation = details.operation
    this.status = details.status
    this.code = details.code
    this.opcRequestId = details.opcRequestId
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

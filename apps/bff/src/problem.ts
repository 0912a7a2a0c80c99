import type { Problem as ProblemDetails, ProblemCode } from '@gatehouse/contract'
import { problemStatus } from '@gatehouse/contract'
import { OciError, type OciErrorKind } from '@gatehouse/oci-client'

export interface ProblemOptions extends ErrorOptions {
  ociCode?: string | undefined
  opcRequestId?: string | undefined
  /** Which fields are wrong, by JSON path. */
  errors?: { field: string; message: string }[]
  retryAfterSeconds?: number | undefined
  /** The recorded act that failed with this problem. */
  attempt?: { id: string; wasSent: boolean } | undefined
}

/** An error that may be shown to the caller, as a whole sentence. All other errors become `internal`. */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly ociCode: string | undefined
  readonly opcRequestId: string | undefined
  readonly errors: { field: string; message: string }[] | undefined
  readonly retryAfterSeconds: number | undefined
  readonly attempt: { id: string; wasSent: boolean } | undefined

  constructor(code: ProblemCode, message: string, options: ProblemOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.ociCode = options.ociCode
    this.opcRequestId = options.opcRequestId
    this.errors = options.errors
    this.retryAfterSeconds = options.retryAfterSeconds
    this.attempt = options.attempt
  }

  get status(): number {
    return problemStatus[this.code]
  }

  /** The problem details of RFC 9457. Unknown members are left out. */
  toDetails(requestId: string): ProblemDetails {
    return {
      type: 'about:blank',
      title: titles[this.code],
      status: this.status,
      detail: this.message,
      code: this.code,
      requestId,
      ...(this.ociCode === undefined ? {} : { ociCode: this.ociCode }),
      ...(this.opcRequestId === undefined ? {} : { opcRequestId: this.opcRequestId }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      ...(this.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: this.retryAfterSeconds }),
      ...(this.attempt === undefined ? {} : { attempt: this.attempt }),
    }
  }
}

/** Turns any error into a Problem: translates an OciError, and hides the details of all others, which go to the log. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof OciError) return fromOci(error)
  return new Problem('internal', 'Something went wrong on our side. The log has more under this request id.', {
    cause: error,
  })
}

/** Translates OCI's errors by kind, status and code; never by message. */
export function fromOci(error: OciError): Problem {
  const [code, message] = wordsFor[error.kind](error)
  return new Problem(code, message, {
    cause: error,
    ociCode: error.kind === 'service' ? error.code : undefined,
    opcRequestId: error.opcRequestId,
    retryAfterSeconds: error.retryAfterSeconds,
  })
}

const wordsFor: Record<OciErrorKind, (error: OciError) => [ProblemCode, string]> = {
  service: refused,
  network: ({ sent }) => [
    'unavailable',
    sent ? 'The connection to OCI broke before an answer came.' : 'OCI cannot be reached from here.',
  ],
  timeout: ({ sent }) => [
    'upstream_timeout',
    sent ? 'OCI did not answer in time.' : 'No connection to OCI was free or could be made in time.',
  ],
  'circuit-open': () => [
    'unavailable',
    'OCI has failed again and again, so Gatehouse sends it nothing for a few seconds. Try again then.',
  ],
  aborted: () => ['unavailable', 'The call to OCI was cut short.'],
  'bad-answer': () => ['upstream', 'OCI did not answer as expected.'],
  'bad-input': ({ message }) => ['invalid_input', message],
  'bad-profile': () => [
    'upstream',
    'The call to OCI could not be signed: the key or token of this connection is not usable.',
  ],
}

/** Codes: docs.oracle.com/iaas/Content/API/References/apierrors.htm */
function refused({ status = 0, code, message }: OciError): [ProblemCode, string] {
  if (code === 'LimitExceeded' || code === 'QuotaExceeded') return ['conflict', message]
  if (status === 400 || status === 422) return ['invalid_input', `OCI refused it: ${message}`]
  if (status === 401)
    return ['upstream', `OCI did not accept our signature; the key may have been revoked. It says: ${message}`]
  if (status === 402 || status === 403) return ['forbidden', `OCI does not allow it: ${message}`]
  if (status === 404) return ['not_found', 'It does not exist, or this connection may not see it.']
  if (status === 409) return ['conflict', message]
  if (status === 412) return ['stale', 'It changed since it was read.']
  if (status === 413) return ['too_large', 'OCI found it too large.']
  if (status === 429) return ['upstream_throttled', 'OCI asks us to slow down. Try again in a moment.']
  if (status === 502 || status === 503) return ['unavailable', 'OCI is not available right now.']
  if (status === 504) return ['upstream_timeout', 'OCI did not answer in time.']
  return ['upstream', 'OCI did not answer as expected.']
}

const titles: Record<ProblemCode, string> = {
  invalid_input: 'Not valid',
  not_signed_in: 'Not signed in',
  sign_in_failed: 'Not signed in',
  forbidden: 'Not allowed',
  foreign_origin: 'Not from this console',
  not_found: 'Not found',
  conflict: 'Not possible now',
  same_approver: 'The same approver twice',
  stale: 'Changed meanwhile',
  too_large: 'Too large',
  too_many_requests: 'Too many attempts',
  internal: 'Something went wrong',
  upstream: 'OCI did not answer as expected',
  upstream_throttled: 'OCI is throttling',
  unavailable: 'Not available',
  upstream_timeout: 'OCI did not answer in time',
}

import type { Operation } from '@gatehouse/oci-api'
import { errors } from 'undici'
import { OciError } from './error.ts'

/** The words for an error code of the system, of TLS or of undici. */
const words: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'its name could not be resolved for now',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no network to it',
  ENOTFOUND: 'its name does not exist',
  EPIPE: 'the connection was closed',
  ETIMEDOUT: 'the connection timed out',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an authority that is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an authority that is not trusted',
  UND_ERR_ABORTED: 'the proxy refused to connect to it',
  UND_ERR_BODY_TIMEOUT: 'it was silent for too long',
  UND_ERR_CONNECT_TIMEOUT: 'no connection was made in time',
  UND_ERR_HEADERS_TIMEOUT: 'it was silent for too long',
  UND_ERR_PRX_CONN: 'the proxy closed the connection',
  UND_ERR_PRX_TLS: 'the certificate of the proxy is for another name',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was closed before the answer was whole',
  UND_ERR_SOCKET: 'the connection was closed before the answer was whole',
}

const timeoutCodes = new Set([
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
])

/**
 * Turns an error of the connection into an OciError; `to` is the origin that was called. The code does not tell whether
 * the request was sent: `retrying` adds that.
 */
export function networkError(operation: Operation, to: string, cause: unknown): OciError {
  const code = codeOf(cause)
  const details = { operation: operation.id, code, cause }
  if (code === 'UND_ERR_CLOSED' || code === 'UND_ERR_DESTROYED') {
    return new OciError('aborted', `${operation.id} was not sent, as the client is closed.`, details)
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return new OciError('bad-answer', `The answer to ${operation.id} is larger than is accepted.`, details)
  }
  if (code === 'UND_ERR_INVALID_ARG') {
    // Everything but the signature and the user agent was checked before. The cause may contain them, so it is left out.
    return new OciError(
      'bad-profile',
      `${operation.id} was not sent: its signer or its user agent is not fit for a header.`,
      {
        ...details,
        cause: undefined,
      },
    )
  }
  if (cause instanceof errors.HTTPParserError || code === 'UND_ERR_HEADERS_OVERFLOW') {
    // The cause contains the received bytes, so it is left out.
    return new OciError('bad-answer', `The answer to ${operation.id} from ${to} is not HTTP.`, {
      ...details,
      cause: undefined,
    })
  }
  const why = words[code ?? ''] ?? 'the connection failed'
  const kind = timeoutCodes.has(code ?? '') ? 'timeout' : 'network'
  return new OciError(kind, `${operation.id} got no answer from ${to}: ${why}${code ? ` (${code})` : ''}.`, details)
}

function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined
  return typeof cause.code === 'string' ? cause.code : undefined
}

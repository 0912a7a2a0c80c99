import type { Operation } from '@gatehouse/oci-api'
import { errors } from 'undici'
import { OciError } from './error.ts'

/** What the connection did, in words, by the code of the system, of TLS or of undici. */
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
 * An error of the connection as an OciError; `to` is the origin that was called. Whether the request was sent does not
 * follow from the code: the step that retries adds it.
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
    // of what is sent, all but the signature has been checked; the cause may hold it
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
    // without the cause, which carries the bytes that came
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

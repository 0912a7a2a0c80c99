import type { Deadline } from './deadline.ts'
import type { OciError } from './error.ts'
import type { OciRequest } from './request.ts'

/** How often and after which wait a call is retried, if that is safe. Each comment ends with the default. */
export interface RetryOptions {
  /** The most attempts, including the first. 3. */
  readonly attempts?: number
  /** The wait before the second attempt, doubled before each further one, in milliseconds. 250. */
  readonly firstWaitMs?: number
  /** The longest such wait, in milliseconds; a `retry-after` of OCI may be longer. 8000. */
  readonly maxWaitMs?: number
}

export const defaultRetry: Required<RetryOptions> = { attempts: 3, firstWaitMs: 250, maxWaitMs: 8_000 }

/** Statuses of failures that may pass. */
const passingStatuses = new Set([429, 502, 503, 504])

/** A read may be retried after any 5xx except 501: the operation is not implemented. */
const isPassingStatus = (status: number, reads: boolean) =>
  passingStatuses.has(status) || (reads && status >= 500 && status !== 501)

/** Connection failures that may pass. Certificate errors are missing, because a retry does not fix them. */
const passingCodes = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_SOCKET',
])

/** Whether sending the request twice has the same effect as sending it once. */
export const isRepeatable = ({ operation, headers }: OciRequest) =>
  operation.method === 'GET' || 'opc-retry-token' in headers

const isPassing = ({ kind, status, code }: OciError, reads: boolean) =>
  kind === 'service'
    ? status !== undefined && isPassingStatus(status, reads)
    : (kind === 'network' || kind === 'timeout') && code !== undefined && passingCodes.has(code)

/** The retry options of the call, completed by those of its client and the defaults. */
export function retryPolicy(
  client: RetryOptions | false = {},
  call: RetryOptions | false | undefined,
): Required<RetryOptions> {
  const chosen = call ?? client
  if (chosen === false) return { ...defaultRetry, attempts: 1 }
  const base = client || defaultRetry
  return {
    attempts: chosen.attempts ?? base.attempts ?? defaultRetry.attempts,
    firstWaitMs: chosen.firstWaitMs ?? base.firstWaitMs ?? defaultRetry.firstWaitMs,
    maxWaitMs: chosen.maxWaitMs ?? base.maxWaitMs ?? defaultRetry.maxWaitMs,
  }
}

/**
 * The wait before the next attempt, in milliseconds. Undefined for no further attempt: the error is permanent, the call is
 * not safe to repeat, the attempts are used up, or the wait would outlast the deadline.
 */
export function waitBeforeRetry(
  request: OciRequest,
  error: OciError,
  attempt: number,
  { attempts, firstWaitMs, maxWaitMs }: Required<RetryOptions>,
  remainingMs: number,
): number | undefined {
  if (attempt >= attempts || !isRepeatable(request)) return undefined
  if (!isPassing(error, request.operation.method === 'GET')) return undefined
  const backOffMs = Math.min(firstWaitMs * 2 ** (attempt - 1), maxWaitMs)
  // Jitter, so that calls that failed together are not retried together.
  const waitMs = Math.max(backOffMs * (0.5 + Math.random() / 2), (error.retryAfterSeconds ?? 0) * 1000)
  return waitMs < remainingMs ? waitMs : undefined
}

/** Waits, or rejects with the deadline's reason. */
export function pause(waitMs: number, deadline: Deadline): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(() => {
    stop()
    resolve()
  }, waitMs)
  const stop = deadline.watch((reason) => {
    clearTimeout(timer)
    reject(reason)
  })
  return promise
}

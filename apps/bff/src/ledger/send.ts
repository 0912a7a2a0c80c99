import { setTimeout as wait } from 'node:timers/promises'
import type { OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import { OciError, type OciClient } from '@gatehouse/oci-client'
import { fromOci, type Problem } from '../problem.ts'

/** How it ended, as far as it is known. */
export type Outcome =
  | { status: 'confirmed'; workRequestId: string | null; opcRequestId: string | null }
  | { status: 'refused'; problem: Problem }
  /** The answer was lost on a way on which OCI may have done it. */
  | { status: 'unknown'; problem: Problem }

const attempts = 3
const firstWaitMs = 300
const longestWaitMs = 8_000
const callMs = 30_000

/**
 * Sends an act until OCI answers, a few times at most, always with the same retry token. What failed is judged after each
 * attempt: only if OCI cannot have done it in any of them is it refused; otherwise it is unknown.
 */
export async function send(
  client: OciClient,
  operation: OperationId,
  input: Readonly<Record<string, unknown>>,
  retryToken: string,
): Promise<Outcome> {
  const repeatable = takesRetryToken(operation)
  const complete = repeatable ? { ...input, opcRetryToken: retryToken } : input
  let mayHaveHappened = false
  for (let attempt = 1; ; attempt++) {
    try {
      // the client looks at the input itself, and refuses what the operation does not take
      const reply = await client.call(operation, complete, { callMs, retry: false })
      return { status: 'confirmed', workRequestId: reply.workRequestId ?? null, opcRequestId: reply.requestId ?? null }
    } catch (error) {
      if (!(error instanceof OciError)) throw error
      // it says nothing of whether the first call with this token was carried out
      if (error.code === 'InvalidatedRetryToken') return { status: 'unknown', problem: fromOci(error) }
      if (isAnswer(error)) return { status: 'refused', problem: fromOci(error) }
      mayHaveHappened ||= !neverArrived(error)
      if (attempt >= attempts || !repeatable || !isPassing(error)) {
        return { status: mayHaveHappened ? 'unknown' : 'refused', problem: fromOci(error) }
      }
      const backOffMs = firstWaitMs * 2 ** attempt * (0.5 + Math.random() / 2)
      await wait(Math.min(longestWaitMs, Math.max(backOffMs, (error.retryAfterSeconds ?? 0) * 1000)))
    }
  }
}

export const takesRetryToken = (operation: OperationId) => operations[operation].headers.includes('opc-retry-token')

/** OCI, or the client before it sent anything, said no: nothing was done, and asking again would not change it. */
const isAnswer = ({ kind, status = 0 }: OciError) =>
  kind === 'bad-input' ||
  kind === 'bad-profile' ||
  (kind === 'service' && ((status >= 400 && status < 500 && status !== 429) || status === 501))

/** Throttled at the door, or no connection was made. */
const neverArrived = ({ kind, status, code = '' }: OciError) =>
  kind === 'service' ? status === 429 : (kind === 'network' || kind === 'timeout') && noConnection.has(code)

const noConnection = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Worth another attempt at once; after a time-out the person has waited long enough. */
const isPassing = ({ kind, status = 0 }: OciError) =>
  kind === 'network' || (kind === 'service' && [429, 502, 503, 504].includes(status))

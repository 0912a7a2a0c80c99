import { setTimeout as wait } from 'node:timers/promises'
import { operations, type OperationId } from '@gatehouse/oci-api'
import { OciError, type OciClient, type OciReply } from '@gatehouse/oci-client'
import type { Answer } from '../ledger/entries.ts'
import { fromOci, type Problem } from '../problem.ts'
import type { OciCall } from './act.ts'

/** The outcome of sending. `answerOf` turns it into a ledger entry. */
export type Sent =
  | { status: 'accepted'; workRequestId: string | null; opcRequestId: string | null }
  /** The act did not happen. `wasSent` is false when no request left Gatehouse. */
  | { status: 'failed'; wasSent: boolean; problem: Problem }
  /** The call may have reached OCI, and there is no valid answer. */
  | { status: 'unknown'; problem: Problem }

export interface Sending {
  client: OciClient
  call: OciCall
  retryToken: string | null
  /** An earlier try may have reached OCI, so a refusal does not settle the attempt. */
  isInDoubt: boolean
  /** Aborts when the person no longer waits for the answer. Nothing is sent after that. */
  gone: AbortSignal
  /** The time for all tries together, in milliseconds. */
  patienceMs: number
  /** Called before each retry. `go` allows it; any other result ends the sending. */
  recheck: () => Promise<'go' | Sent>
}

/** How long the person's request stays open for retries. */
export const sendingPatienceMs = 30_000

/** The silence allowed in each try. Three tries fit into `sendingPatienceMs`. */
const silenceMs = 9_000

const firstWaitMs = 300
const longestWaitMs = 5_000

/**
 * Sends an act while its person waits. Retries use the same token, and happen only after a transient error and when a
 * fresh read shows the subject unchanged. The transport says whether a try may have reached OCI (`OciError.sent`). Once
 * one may have, a later refusal does not settle the attempt, because OCI may have carried out the first try.
 */
export async function send(sending: Sending): Promise<Sent> {
  const { client, call, retryToken, gone, patienceMs, recheck } = sending
  const until = performance.now() + patienceMs
  const remainingMs = () => until - performance.now()
  // A try needs at least this time. A shorter one would likely end as unknown.
  const leastTryMs = patienceMs / 6
  const input = retryToken === null ? call.input : { ...call.input, opcRetryToken: retryToken }
  let { isInDoubt } = sending
  let wasSent = isInDoubt

  for (let attempt = 1; ; attempt++) {
    let error: OciError
    try {
      const options = { callMs: Math.max(1, remainingMs()), readMs: silenceMs, retry: false } as const
      // The client validates the input.
      return accepted(await client.call(call.operation, input, options))
    } catch (caught) {
      if (!(caught instanceof OciError)) throw caught
      error = caught
    }
    wasSent ||= error.sent
    isInDoubt ||= leavesDoubt(error)

    const waitMs = Math.max(backOffMs(attempt), 1000 * (error.retryAfterSeconds ?? 0))
    const mayTryAgain = mayPass(error) && (!isInDoubt || retryToken !== null)
    const sent = ended(error, isInDoubt, wasSent)
    if (!mayTryAgain || gone.aborted || waitMs + leastTryMs >= remainingMs()) return sent
    await wait(waitMs, undefined, { signal: gone }).catch(() => undefined)
    if (gone.aborted) return sent

    try {
      const next = await recheck()
      if (next !== 'go') return settledBy(next, isInDoubt, wasSent)
    } catch {
      // The subject may have changed, so the act is not sent again.
      return sent
    }
    if (gone.aborted) return sent
  }
}

/** PUT and DELETE take no retry token, so a resend could carry them out twice. */
export const takesRetryToken = (operation: OperationId) => operations[operation].headers.includes('opc-retry-token')

const accepted = ({ workRequestId, requestId }: OciReply<unknown>): Sent => ({
  status: 'accepted',
  workRequestId: workRequestId ?? null,
  opcRequestId: requestId ?? null,
})

/** A refusal by `recheck` settles the attempt only if no earlier try is in doubt. */
function settledBy(next: Sent, isInDoubt: boolean, wasSent: boolean): Sent {
  if (next.status !== 'failed') return next
  return isInDoubt ? { status: 'unknown', problem: next.problem } : { ...next, wasSent }
}

function ended(error: OciError, isInDoubt: boolean, wasSent: boolean): Sent {
  const problem = fromOci(error)
  return isInDoubt ? { status: 'unknown', problem } : { status: 'failed', wasSent, problem }
}

/** Whether OCI may have carried out the call although it ended with this error. */
export function leavesDoubt({ sent, fromOci, status = 0, code }: OciError): boolean {
  if (!sent) return false
  if (!fromOci) return true
  // OCI does not say whether it carried out the first call with this token.
  if (code === 'InvalidatedRetryToken') return true
  // 501: the operation is not implemented. Any other 5xx may come after OCI began the work.
  return status >= 500 && status !== 501
}

/** Whether the error is transient: no connection, silence, throttling, or a 5xx. */
const mayPass = ({ kind, status = 0 }: OciError) =>
  kind === 'network' || kind === 'timeout' || kind === 'bad-answer' || status === 429 || status >= 500

const backOffMs = (attempt: number) => Math.min(longestWaitMs, firstWaitMs * 2 ** attempt) * (0.5 + Math.random() / 2)

/** The entry for the ledger. */
export function answerOf(attemptId: string, sent: Sent, nowMs: number): Answer {
  const common = { kind: 'answer' as const, attemptId, at: new Date(nowMs).toISOString(), status: sent.status }
  if (sent.status === 'accepted') {
    const { workRequestId, opcRequestId } = sent
    return { ...common, wasSent: true, workRequestId, opcRequestId, ociCode: null, problemCode: null, problem: null }
  }
  const { code, message, ociCode = null, opcRequestId = null } = sent.problem
  return {
    ...common,
    wasSent: sent.status === 'unknown' || sent.wasSent,
    workRequestId: null,
    opcRequestId,
    ociCode,
    problemCode: code,
    problem: message,
  }
}

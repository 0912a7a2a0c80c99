import { setTimeout as wait } from 'node:timers/promises'
import { operations, type OperationId } from '@gatehouse/oci-api'
import { OciError, type OciClient, type OciReply } from '@gatehouse/oci-client'
import type { Answer } from '../ledger/entries.ts'
import { fromOci, type Problem } from '../problem.ts'
import type { OciCall } from './act.ts'

/** What came of sending; the rest of an `Answer` follows from it. */
export type Sent =
  | { status: 'accepted'; workRequestId: string | null; opcRequestId: string | null }
  /** It did not happen. `wasSent` is false when it is certain that no request left Gatehouse. */
  | { status: 'failed'; wasSent: boolean; problem: Problem }
  /** It may have reached OCI, and no valid answer came. */
  | { status: 'unknown'; problem: Problem }

export interface Sending {
  client: OciClient
  call: OciCall
  retryToken: string | null
  /** An earlier try of this attempt may have reached OCI. A refusal does not settle it then. */
  isInDoubt: boolean
  /** Fires when the person no longer waits for the answer: nothing is sent after that. */
  gone: AbortSignal
  /** How long there is for all tries together, in milliseconds. */
  patienceMs: number
  /** Run before each further try. What it answers ends the sending; `go` allows the try. */
  recheck: () => Promise<'go' | Sent>
}

/** How long the person's own request is kept open for tries. */
export const sendingPatienceMs = 30_000

/** OCI may be silent for this long in each try; three tries fit into the person's patience. */
const silenceMs = 9_000

const firstWaitMs = 300
const longestWaitMs = 5_000

/**
 * Sends an act while its person waits. It is sent again, under the same token, only while the error may pass and a fresh
 * read shows the thing as it was. Whether a try may have reached OCI is known from the transport (`OciError.sent`); once
 * one may have, a later refusal settles nothing: the first try may still have been carried out.
 */
export async function send(sending: Sending): Promise<Sent> {
  const { client, call, retryToken, gone, patienceMs, recheck } = sending
  const until = performance.now() + patienceMs
  const remainingMs = () => until - performance.now()
  // A try that is cut short would only add doubt.
  const leastTryMs = patienceMs / 6
  const input = retryToken === null ? call.input : { ...call.input, opcRetryToken: retryToken }
  let { isInDoubt } = sending
  let wasSent = isInDoubt

  for (let attempt = 1; ; attempt++) {
    let error: OciError
    try {
      const options = { callMs: Math.max(1, remainingMs()), readMs: silenceMs, retry: false } as const
      // The client checks the input itself, and refuses what the operation does not take.
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
      // It could not be read, so it is not known to be as it was seen: it is not sent again.
      return sent
    }
    if (gone.aborted) return sent
  }
}

/** PUT and DELETE take no retry token: they cannot be sent a second time without perhaps being done twice. */
export const takesRetryToken = (operation: OperationId) => operations[operation].headers.includes('opc-retry-token')

const accepted = ({ workRequestId, requestId }: OciReply<unknown>): Sent => ({
  status: 'accepted',
  workRequestId: workRequestId ?? null,
  opcRequestId: requestId ?? null,
})

/** A refusal found before a further try ends the attempt only if no earlier try is in doubt. */
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
  // It says nothing about whether the first call with this token was carried out.
  if (code === 'InvalidatedRetryToken') return true
  // 501: the operation does not exist there. Other 5xx may come after the work was begun.
  return status >= 500 && status !== 501
}

/** Whether a further try may fare better: no connection, silence, throttling, or OCI in trouble. */
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

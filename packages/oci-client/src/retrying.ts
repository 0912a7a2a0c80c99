import { announce } from './announce.ts'
import type { OciCallEvent } from './call.ts'
import type { Deadline } from './deadline.ts'
import type { OciError } from './error.ts'
import { asSent } from './error.ts'
import type { Principal } from './principal.ts'
import { isRepeatable, pause, waitBeforeRetry } from './retry.ts'
import type { OciRequest } from './request.ts'
import type { Step } from './step.ts'

export interface RetryingOptions {
  /** Called with every attempt. */
  readonly onCall?: ((event: OciCallEvent) => void) | undefined
  /** The principal's. Called when OCI refuses the signature. */
  readonly renew?: Principal['renew']
}

/**
 * Retries calls that are safe to repeat. After a 401 of OCI, the principal renews its token and the call is sent once
 * more, even with `retry: false`. An error has `sent: true` if any of the attempts may have been sent.
 */
export function retrying(step: Step, { onCall, renew }: RetryingOptions): Step {
  const attempts: Step = async (request, deadline, settings) => {
    let renewed = false
    for (let attempt = 1; ; attempt++) {
      const startedAt = performance.now()
      try {
        const reply = await step(request, deadline, settings)
        const { status, requestId } = reply
        announce(onCall, {
          ...about(request, attempt, startedAt, deadline),
          status,
          error: undefined,
          opcRequestId: requestId,
          retryInMs: undefined,
        })
        return reply
      } catch (cause) {
        const error = cause as OciError // steps reject with OciError only
        const event = about(request, attempt, startedAt, deadline)
        const retriesAtOnce: boolean =
          !renewed && isRefusedSignature(error) && isRepeatable(request) && (await renews(deadline))
        renewed ||= retriesAtOnce
        const retryInMs = retriesAtOnce
          ? 0
          : waitBeforeRetry(request, error, attempt, settings.retry, deadline.remainingMs())
        const { status, kind, code, opcRequestId } = error
        announce(onCall, { ...event, status, error: { kind, code }, opcRequestId, retryInMs })
        if (retryInMs === undefined) throw error
        if (retryInMs > 0) await pause(retryInMs, deadline)
      }
    }
  }

  async function renews(deadline: Deadline): Promise<boolean> {
    if (!renew) return false
    try {
      await deadline.limit(renew())
      return true
    } catch {
      // The call then fails with OCI's refusal, which tells more than the failed renewal.
      return false
    }
  }

  return async (request, deadline, settings) => {
    try {
      return await attempts(request, deadline, settings)
    } catch (error) {
      throw deadline.sent ? asSent(error as OciError, deadline.sent.requestId) : error // steps reject with OciError only
    }
  }
}

/** Only OCI's own 401: a proxy may answer 401 after the call took effect. */
const isRefusedSignature = ({ fromOci, status }: OciError) => fromOci && status === 401

const about = ({ operation }: OciRequest, attempt: number, startedAt: number, { sent }: Deadline) => ({
  operation: operation.id,
  attempt,
  durationMs: performance.now() - startedAt,
  sentRequestId: sent?.requestId,
})

import { announce } from './announce.ts'
import type { OciCallEvent } from './call.ts'
import type { OciError } from './error.ts'
import { pause, waitBeforeRetry } from './retry.ts'
import type { OciRequest } from './request.ts'
import type { Step } from './step.ts'

/** Repeats what is safe to repeat, and tells of every attempt. */
export function retrying(step: Step, onCall: ((event: OciCallEvent) => void) | undefined): Step {
  return async (request, deadline, settings) => {
    for (let attempt = 1; ; attempt++) {
      const startedAt = performance.now()
      try {
        const reply = await step(request, deadline, settings)
        if (onCall) {
          const { status, requestId: opcRequestId } = reply
          announce(onCall, { ...about(request, attempt, startedAt), status, opcRequestId })
        }
        return reply
      } catch (cause) {
        const error = cause as OciError // a step rejects with nothing else
        const retryInMs = waitBeforeRetry(request, error, attempt, settings.retry, deadline.remainingMs())
        const { status, kind, code, opcRequestId } = error
        announce(onCall, {
          ...about(request, attempt, startedAt),
          status,
          error: { kind, code },
          opcRequestId,
          retryInMs,
        })
        if (retryInMs === undefined) throw error
        await pause(retryInMs, deadline)
      }
    }
  }
}

const about = ({ operation }: OciRequest, attempt: number, startedAt: number) => ({
  operation: operation.id,
  attempt,
  durationMs: performance.now() - startedAt,
  error: undefined,
  retryInMs: undefined,
})

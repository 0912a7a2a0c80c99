import type { OperationOutput } from '@gatehouse/oci-api'
import type { OciReply } from './answer.ts'
import { readAnswer } from './answer.ts'
import type { Budget, BudgetOutcome } from './budget.ts'
import type { Call, OciCallEvent } from './call.ts'
import type { Deadline } from './deadline.ts'
import { startDeadline } from './deadline.ts'
import type { EndpointOption } from './endpoint.ts'
import { resolveEndpoints } from './endpoint.ts'
import { OciError } from './error.ts'
import type { Paging } from './paging.ts'
import { pagingOver } from './paging.ts'
import type { Principal } from './principal.ts'
import { buildRequest } from './request.ts'
import type { OciRequest } from './request.ts'
import type { RetryOptions } from './retry.ts'
import { defaultRetry, pause, waitBeforeRetry } from './retry.ts'
import { createSender } from './send.ts'

/** Who calls, where, and how patiently. */
export interface OciClientOptions {
  readonly principal: Principal
  /** The region to call; the principal's own when absent. */
  readonly region?: string | undefined
  /** Instead of the region's public addresses. */
  readonly endpoint?: EndpointOption | undefined
  readonly timeouts?: {
    /** To make a connection, in milliseconds. 10,000. */
    readonly connectMs?: number | undefined
    /** For a whole call with its retries, in milliseconds. 60,000. */
    readonly callMs?: number | undefined
  }
  /** How calls that are safe to repeat are retried; false for never. */
  readonly retry?: RetryOptions | false | undefined
  readonly userAgent?: string | undefined
  /** How much may be asked of OCI, shared with whatever other clients have the same; without one there is no limit. */
  readonly budget?: Budget | undefined
  /** Told of every attempt. What it throws is reported as a warning and does not touch the call. */
  readonly onCall?: ((event: OciCallEvent) => void) | undefined
}

/** Every operation of the services, called as one principal in one region. */
export interface OciClient extends Paging {
  readonly call: Call
  /** Lets calls in flight end, each within its deadline, and refuses further ones. */
  readonly close: () => Promise<void>
}

/**
 * A client for one principal in one region, for as long as the process needs it: it keeps connections open.
 * Throws `bad-profile` when the region or an endpoint is not usable.
 */
export function createOciClient(options: OciClientOptions): OciClient {
  const { principal, timeouts = {}, userAgent = 'gatehouse', budget, onCall } = options
  const endpoints = resolveEndpoints(options.region ?? principal.region, options.endpoint)
  const { send, close } = createSender({ principal, endpoints, connectMs: timeouts.connectMs ?? 10_000, userAgent })

  async function attemptOnce(request: OciRequest, deadline: Deadline): Promise<OciReply<unknown>> {
    const leave = await budget?.enter(request.operation.service, deadline.signal)
    let outcome: BudgetOutcome = { throttled: false }
    try {
      return readAnswer(request.operation, await send(request, deadline), request.headers['opc-request-id'])
    } catch (cause) {
      const error = ours(request, cause)
      outcome = { throttled: error.status === 429, retryAfterSeconds: error.retryAfterSeconds }
      throw error
    } finally {
      leave?.(outcome)
    }
  }

  const call: Call = async (id, input, { signal, callMs = timeouts.callMs ?? 60_000, retry } = {}) => {
    const request = buildRequest(id, input)
    const policy = retryPolicy(options.retry, retry)
    const deadline = startDeadline(id, callMs, signal)
    try {
      for (let attempt = 1; ; attempt++) {
        const startedAt = performance.now()
        const tell = (event: Pick<OciCallEvent, 'status' | 'error' | 'opcRequestId' | 'retryInMs'>) =>
          announce(onCall, { operation: id, attempt, durationMs: performance.now() - startedAt, ...event })
        try {
          const reply = await attemptOnce(request, deadline)
          tell({ status: reply.status, error: undefined, opcRequestId: reply.requestId, retryInMs: undefined })
          return reply as OciReply<OperationOutput<typeof id>> // readAnswer has checked the shape, as far as it is checked
        } catch (cause) {
          const error = ours(request, cause)
          const retryInMs = waitBeforeRetry(request, error, attempt, policy, deadline.remainingMs())
          const { status, kind, code, opcRequestId } = error
          tell({ status, error: { kind, code }, opcRequestId, retryInMs })
          if (retryInMs === undefined) throw error
          await pause(retryInMs, deadline)
        }
      }
    } finally {
      deadline.end()
    }
  }

  return { call, ...pagingOver(call), close }
}

function retryPolicy(
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

/** Nothing else is thrown on the way; if it is, it is over an answer, and the call may have taken effect. */
function ours({ operation: { id } }: OciRequest, cause: unknown): OciError {
  if (cause instanceof OciError) return cause
  return new OciError('bad-answer', `The answer to ${id} could not be read.`, { operation: id, cause })
}

function announce(onCall: OciClientOptions['onCall'], event: OciCallEvent) {
  try {
    onCall?.(event)
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}

import type { OciReply } from './answer.ts'
import type { Budget, BudgetOutcome } from './budget.ts'
import type { Deadline } from './deadline.ts'
import { OciError } from './error.ts'
import type { OciRequest } from './request.ts'
import type { RetryOptions } from './retry.ts'

/** The settings of one call, merged from the client's options and the call's. */
export interface CallSettings {
  readonly retry: Required<RetryOptions>
  readonly allowControlCharacters: boolean
  /** The client's when absent. */
  readonly readMs: number | undefined
  readonly urgent: boolean
}

/**
 * Middleware of a client. Each step wraps the next: retry, circuit check, budget, signature, circuit, send. Steps reject
 * with OciError only.
 */
export type Step<Request = OciRequest> = (
  request: Request,
  deadline: Deadline,
  settings: CallSettings,
) => Promise<OciReply<unknown>>

/** Takes a slot of the budget for the duration of the step. */
export function budgeted(step: Step, budget: Budget): Step {
  return async (request, deadline, settings) => {
    const release = await budget.enter(request.operation.service, deadline.signal, settings.urgent)
    let outcome: BudgetOutcome = { throttled: false }
    try {
      return await step(request, deadline, settings)
    } catch (error) {
      if (error instanceof OciError) {
        outcome = { throttled: error.status === 429, retryAfterSeconds: error.retryAfterSeconds }
      }
      throw error
    } finally {
      release(outcome)
    }
  }
}

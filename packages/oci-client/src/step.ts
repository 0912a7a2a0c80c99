import type { OciReply } from './answer.ts'
import type { Budget, BudgetOutcome } from './budget.ts'
import type { Deadline } from './deadline.ts'
import { OciError } from './error.ts'
import type { OciRequest } from './request.ts'
import type { RetryOptions } from './retry.ts'

/** The settings of one call: its client's, and its own in front of them. */
export interface CallSettings {
  readonly retry: Required<RetryOptions>
  readonly allowControlCharacters: boolean
  /** The client's when absent. */
  readonly readMs: number | undefined
  readonly urgent: boolean
}

/**
 * One way to get from a request to its answer. A client is made of several, each around the next: joined, retried, within
 * a budget, through a circuit, signed, sent. They reject with OciError and nothing else.
 */
export type Step<Request = OciRequest> = (
  request: Request,
  deadline: Deadline,
  settings: CallSettings,
) => Promise<OciReply<unknown>>

/** Waits for a place in the budget first. */
export function budgeted(step: Step, budget: Budget): Step {
  return async (request, deadline, settings) => {
    const leave = await budget.enter(request.operation.service, deadline.signal, settings.urgent)
    let outcome: BudgetOutcome = { throttled: false }
    try {
      return await step(request, deadline, settings)
    } catch (error) {
      if (error instanceof OciError) {
        outcome = { throttled: error.status === 429, retryAfterSeconds: error.retryAfterSeconds }
      }
      throw error
    } finally {
      leave(outcome)
    }
  }
}

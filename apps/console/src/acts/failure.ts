import { ApiError } from '../api/api-error.ts'
import type { Attempt } from '../api/attempt.ts'
import { attemptOutcome } from './attempt-words.ts'

/** A failed attempt as an error to show beside the button: the reason, and whether anything was sent to OCI. */
export function failureOf(attempt: Attempt, nowMs: number): Error {
  const { text, opcRequestId } = attemptOutcome(attempt, nowMs)
  const cause = attempt.error instanceof ApiError ? attempt.error : undefined
  return new ApiError({
    code: cause?.code ?? 'conflict',
    status: cause?.status ?? 409,
    title: 'Failed',
    detail: text,
    ...(cause?.requestId !== undefined && { requestId: cause.requestId }),
    ...(opcRequestId !== null && { opcRequestId }),
  })
}

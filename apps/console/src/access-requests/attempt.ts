import type { ApiErrorCode } from '../api/api-error.ts'

/**
 * Failures after which nobody here knows whether the decision was carried out: the answer did not come, or came from
 * something in between. All others are an answer: nothing was done.
 */
const answerLost: ReadonlySet<ApiErrorCode> = new Set<ApiErrorCode>([
  'unreachable',
  'bad_answer',
  'internal',
  'unavailable',
  'upstream',
  'upstream_throttled',
  'upstream_timeout',
])

/**
 * Whether the ledger has to be asked what became of the attempt. Until it says that it was refused, only the same attempt
 * may be sent again.
 */
export const mayHaveHappened = (code: ApiErrorCode) => answerLost.has(code)

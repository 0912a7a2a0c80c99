import { standingOf, type Attempt } from '../api/attempt.ts'

/**
 * Whether an unknown attempt can be retried under its id: while OCI honours its retry token, or until the ledger has
 * it.
 */
export const mayTryAgain = (attempt: Attempt): boolean =>
  standingOf(attempt) === 'unknown' && (attempt.action?.mayTryAgain ?? true)

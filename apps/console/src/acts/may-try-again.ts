import { standingOf, type Attempt } from '../api/attempt.ts'

/** An unknown attempt can be sent again under its id: while OCI honours its token, or while the ledger does not have it. */
export const mayTryAgain = (attempt: Attempt): boolean =>
  standingOf(attempt) === 'unknown' && (attempt.action?.mayTryAgain ?? true)

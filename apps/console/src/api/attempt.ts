import type { Action, ActStatus } from '@gatehouse/contract'
import { ApiError, type ApiErrorCode } from './api-error.ts'

/** One act that this person asked for in this tab, from the press of the button to its end. */
export interface Attempt {
  readonly id: string
  /** An `ActName`, or the name of an act that another version of Gatehouse recorded. */
  readonly act: string
  readonly connectionId: string
  readonly subject: Action['subject']
  /** The id of the person who asked. */
  readonly personId: string
  readonly startedAtMs: number
  /** `waiting` for its turn, `sending` while a request is open, `answered` after it ended, with or without an answer. */
  readonly step: 'waiting' | 'sending' | 'answered'
  /** As the ledger last had it; null until the BFF has told of it. */
  readonly action: Action | null
  /** What the latest request failed with. */
  readonly error: unknown
  /** A request ended without a readable answer, and the ledger has not been read since. */
  readonly inDoubt: boolean
}

/** How an attempt stands: the five words, and what comes before them. */
export type Standing = ActStatus | 'waiting' | 'sending'

export function standingOf({ step, action, error, inDoubt }: Attempt): Standing {
  if (refusalIn(error)) return 'failed'
  if (action) return action.status
  if (inDoubt) return 'unknown'
  return step === 'answered' ? 'failed' : step
}

/** The problem says that the act is recorded as failed; that is final. */
export const refusalIn = (error: unknown) => (error instanceof ApiError ? error.attempt : undefined)

/**
 * A request that may have reached the BFF without a readable answer: no answer, garbage, or a fault of the BFF's own. Its
 * other problems are answers: without an `attempt` the request ended before anything was recorded or sent.
 */
export const isLost = (error: unknown) =>
  !(error instanceof ApiError) || (error.attempt === undefined && lostCodes.has(error.code))

const lostCodes: ReadonlySet<ApiErrorCode> = new Set<ApiErrorCode>(['unreachable', 'bad_answer', 'internal'])

/** False when it is certain that nothing reached OCI. */
export const wasSent = ({ action, error, inDoubt }: Attempt): boolean =>
  inDoubt || (refusalIn(error)?.wasSent ?? action?.wasSent ?? false)

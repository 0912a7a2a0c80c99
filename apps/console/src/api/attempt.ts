import type { Action, ActStatus } from '@gatehouse/contract'
import { ApiError, type ApiErrorCode } from './api-error.ts'

/** One act started in this tab, from the press of the button to its outcome. */
export interface Attempt {
  readonly id: string
  /** An `ActName`, or the name of an act that another version of Gatehouse recorded. */
  readonly act: string
  readonly connectionId: string
  readonly subject: Action['subject']
  /** The id of the person who started it. */
  readonly personId: string
  readonly startedAtMs: number
  /**
   * `waiting` for its turn, `sending` while a request is open, `answered` after it ended, with or without an answer.
   */
  readonly step: 'waiting' | 'sending' | 'answered'
  /** The latest ledger entry. Null until the BFF reports it. */
  readonly action: Action | null
  /** The error of the latest request. */
  readonly error: unknown
  /** A request ended without a readable answer, and the ledger has not been read since. */
  readonly inDoubt: boolean
}

/** The standing of an attempt: one of the five outcomes, or a step before them. */
export type Standing = ActStatus | 'waiting' | 'sending'

export function standingOf({ step, action, error, inDoubt }: Attempt): Standing {
  if (refusalIn(error)) return 'failed'
  if (action) return action.status
  if (inDoubt) return 'unknown'
  return step === 'answered' ? 'failed' : step
}

/** The recorded failure in a problem document. It is final. */
export const refusalIn = (error: unknown) => (error instanceof ApiError ? error.attempt : undefined)

/**
 * Whether a request may have reached the BFF without a readable answer: no answer, an unreadable one, or an internal
 * error. Any other problem without an `attempt` means that nothing was recorded or sent.
 */
export const isLost = (error: unknown) =>
  !(error instanceof ApiError) || (error.attempt === undefined && lostCodes.has(error.code))

const lostCodes: ReadonlySet<ApiErrorCode> = new Set<ApiErrorCode>(['unreachable', 'bad_answer', 'internal'])

/** False when it is certain that nothing reached OCI. */
export const wasSent = ({ action, error, inDoubt }: Attempt): boolean =>
  inDoubt || (refusalIn(error)?.wasSent ?? action?.wasSent ?? false)

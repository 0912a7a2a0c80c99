import type { Action } from '@gatehouse/contract'
import { actInWords } from '../states/activity-words.ts'
import { actionOutcome, attemptOutcome, type OutcomeWords } from './attempt-words.ts'
import type { CurrentAct } from './current-acts.ts'

export interface ActDescription {
  /** "operator", "You" */
  who: string
  /** "asked OCI to stop desktop pool" */
  what: string
  /** The name of the thing. */
  name: string
  at: string
  outcome: OutcomeWords
}

/** An act in words. The person is "You" until the ledger reports it. */
export function describeAct({ action, attempt, standing }: CurrentAct, nowMs: number): ActDescription {
  if (action) {
    return {
      who: action.by.name,
      what: actInWords(standing === action.status ? action : { ...action, status: standing as Action['status'] }), // an action is never waiting
      name: action.subject.name,
      at: action.at,
      outcome: attempt ? attemptOutcome({ ...attempt, action }, nowMs) : actionOutcome(action, nowMs),
    }
  }
  const { act, subject, startedAtMs } = attempt! // an act without an action is an attempt
  const isBefore = standing === 'waiting' || standing === 'sending'
  return {
    who: 'You',
    what: isBefore ? actInWords({ act, status: 'accepted' }) : actInWords({ act, status: standing }),
    name: subject.name,
    at: new Date(startedAtMs).toISOString(),
    outcome: attemptOutcome(attempt!, nowMs), // likewise
  }
}

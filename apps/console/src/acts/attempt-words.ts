import type { Action, ActStatus } from '@gatehouse/contract'
import { isLost, refusalIn, standingOf, wasSent, type Attempt, type Standing } from '../api/attempt.ts'
import { actStatus, actWords, followingInWords } from '../states/activity-words.ts'
import { describeError } from '../ui/describe-error.ts'
import type { Tone } from '../ui/tones.ts'

export interface OutcomeWords {
  tone: Tone
  word: string
  /** Whole sentences, without the word. */
  text: string
  opcRequestId: string | null
}

const before: Record<Exclude<Standing, ActStatus>, OutcomeWords> = {
  waiting: { tone: 'plain', word: 'Waiting', text: 'Queued to be sent.', opcRequestId: null },
  sending: { tone: 'busy', word: 'Sending', text: 'OCI has not answered yet.', opcRequestId: null },
}

const nothingSent = 'Nothing was sent to OCI.'
/** The error of the latest retry, if an answer came. */
const lastTry = (error: unknown) => (error === null || isLost(error) ? '' : ` Last try: ${describeError(error).detail}`)

const noAnswer = 'Gatehouse did not answer and may not have received this.'

/** The outcome of a recorded act. */
export function actionOutcome(action: Action, nowMs: number): OutcomeWords {
  const { status, act, problem, effect, opcRequestId } = action
  const { tone, word, meaning } = actStatus(status)
  const following = followingInWords(action, nowMs)
  const texts: Record<ActStatus, (string | null | false | undefined)[]> = {
    sent: ['OCI has not answered yet.'],
    accepted: [actWords(act)?.accepted, following],
    done: [effect ?? meaning],
    failed: [problem ?? meaning, !action.wasSent && nothingSent],
    unknown: [problem ?? meaning, following],
  }
  const text = (texts[status] ?? [meaning]).filter(Boolean).join(' ') // a newer BFF may send an unknown status
  return { tone, word: status === 'accepted' ? 'Accepted by OCI' : word, text, opcRequestId }
}

/** The outcome of an attempt: from the ledger, else from its latest request. */
export function attemptOutcome(attempt: Attempt, nowMs: number): OutcomeWords {
  const { action, error } = attempt
  const standing = standingOf(attempt)
  if (standing === 'waiting' || standing === 'sending') return before[standing]
  if (action && !(refusalIn(error) && action.status !== 'failed')) {
    const outcome = actionOutcome(action, nowMs)
    return standing === 'unknown' ? { ...outcome, text: `${outcome.text}${lastTry(error)}` } : outcome
  }
  const { tone, word } = actStatus(standing)
  if (standing === 'unknown') return { tone, word, text: `${noAnswer}${lastTry(error)}`, opcRequestId: null }
  const { detail, opcRequestId = null } = describeError(error)
  return { tone, word, text: wasSent(attempt) ? detail : `${detail} ${nothingSent}`, opcRequestId }
}

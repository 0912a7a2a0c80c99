import type { AccessRequest } from '@gatehouse/contract'
import { attemptOutcome } from '../acts/attempt-words.ts'
import { standingOf, wasSent, type Attempt } from '../api/attempt.ts'
import { isSetUp, needsDecision, stateInWords } from '../states/access-request-state.ts'
import { plural } from '../ui/in-words.ts'
import { absoluteTime } from '../ui/times.ts'
import { approvalsGivenInRound } from './blocked.ts'
import type { Decision } from './queries.ts'

/** `waiting` is a stage whose earlier stage is not finished. */
export type StageState = 'done' | 'busy' | 'waiting' | 'unknown' | 'failed'

export interface Stage {
  title: string
  state: StageState
  /** Whole sentences. */
  note: string
}

const titles = ['Sent', 'Accepted by OCI', 'In effect'] as const

/** The stages of a decision: sent, accepted by OCI, in effect. The ledger alone decides which one is reached. */
export function decisionStages(decision: Decision, attempt: Attempt, now: AccessRequest, nowMs: number): Stage[] {
  const reached = reachedStage(attempt)
  const standing = standingOf(attempt)
  const { text } = attemptOutcome(attempt, nowMs)
  const present: Pick<Stage, 'state' | 'note'> = {
    state: standing === 'failed' || standing === 'unknown' || standing === 'done' ? standing : 'busy',
    note: standing === 'accepted' ? inProgress(decision, now) : text,
  }
  if (standing === 'done' && decision === 'approve') present.note = `${text} ${accessAfterApproval(now)}`
  return titles.map((title, stage) => {
    if (stage === reached) return { title, ...present }
    return stage < reached
      ? { title, state: 'done', note: passed(stage, attempt) }
      : { title, state: 'waiting', note: following[present.state] }
  })
}

/** The note on the stages after the reached one, by the state of the reached one. */
const following: Record<StageState, string> = {
  done: 'Pending.',
  busy: 'Pending.',
  waiting: 'Pending.',
  unknown: 'Unknown.',
  failed: 'Not reached.',
}

/** Whether the attempt is final. */
export const isSettled = (attempt: Attempt) => ['done', 'failed'].includes(standingOf(attempt))

/** The stage that the attempt has reached, as an index into `titles`. */
function reachedStage(attempt: Attempt): number {
  const standing = standingOf(attempt)
  if (standing === 'waiting' || standing === 'sending') return 0
  if (standing === 'accepted' || standing === 'done') return 2
  if (standing !== 'failed') return attempt.action ? 1 : 0
  if (!wasSent(attempt)) return 0
  // OCI accepted it, and a later read shows that it failed.
  return attempt.action && attempt.action.acceptedAt !== null ? 2 : 1
}

function passed(stage: number, { action, startedAtMs }: Attempt): string {
  if (stage === 0) return `Recorded and sent, ${absoluteTime(action ? Date.parse(action.at) : startedAtMs)}.`
  return 'OCI accepted it.'
}

function inProgress(decision: Decision, now: AccessRequest): string {
  if (decision === 'revoke') return 'Access may still be open until OCI confirms the revoke.'
  if (needsDecision(now)) return `OCI does not show the ${decision === 'approve' ? 'approval' : 'rejection'} yet.`
  return stateInWords(now.state).meaning
}

/** What a counted approval means for the access. */
function accessAfterApproval(now: AccessRequest): string {
  if (needsDecision(now)) return missingApprovals(now)
  if (now.phase === 'scheduled' && now.startsAt !== null) return `Access starts ${time(now.startsAt)}.`
  if (isSetUp(now) && now.accessEndsAt !== null) return `Access is active until ${time(now.accessEndsAt)}.`
  return stateInWords(now.state).meaning
}

function missingApprovals(now: AccessRequest): string {
  const approvals = approvalsGivenInRound(now)
  if (now.approvalsRequired === null) return 'More approvals may be required. OCI does not say how many.'
  const missing = now.approvalsRequired - approvals
  if (missing <= 0) return 'All approvals are given. OCI is applying them.'
  const what = now.phase === 'extension-waiting' ? 'The extension takes effect' : 'Access opens'
  return `${approvals} of ${now.approvalsRequired} approvals. ${what} when ${plural(missing, 'more person approves', 'more people approve')}.`
}

const time = (at: string) => absoluteTime(Date.parse(at))

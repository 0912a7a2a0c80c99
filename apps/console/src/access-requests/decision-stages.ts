import type { AccessRequest, Action } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'
import { absoluteTime } from '../ui/times.ts'
import { isSetUp, stateInWords } from '../states/access-request-state.ts'
import { approvalsGivenInRound } from './blocked.ts'
import type { Decision } from './queries.ts'

/** `waiting` is for others to go on; `failed` is an alarm. */
export type StageState = 'done' | 'busy' | 'waiting' | 'failed'

export interface Stage {
  title: string
  state: StageState
  /** A whole sentence. */
  note: string
}

/** A decision that was sent, with what it was decided on. */
export interface SentDecision {
  decision: Decision
  /** As it was when it was decided. */
  before: AccessRequest
  action: Action
}

/** How far a decision has come: sent, confirmed by OCI, in effect. Nothing is shown as done that OCI has not said. */
export function decisionStages(sent: SentDecision, now: AccessRequest): Stage[] {
  const { action } = sent
  const confirmed = action.status === 'confirmed'
  return [
    { title: 'Sent', state: 'done', note: `Recorded and sent, ${absoluteTime(Date.parse(action.at))}.` },
    {
      title: 'Confirmed by OCI',
      state: confirmed ? 'done' : 'busy',
      note: confirmed ? 'OCI has accepted it.' : 'OCI has not answered yet.',
    },
    confirmed
      ? effect(sent, now)
      : { title: 'In effect', state: 'waiting', note: 'That follows when OCI has confirmed it.' },
  ]
}

/** Whether nothing more is to come of it. */
export const isSettled = (stages: readonly Stage[]) =>
  stages.every(({ state }) => state === 'done' || state === 'failed')

function effect(sent: SentDecision, now: AccessRequest): Stage {
  if (now.phase === 'may-be-open')
    return failed(`${stateInWords(now.state).meaning} OCI said: ${now.stateDetails ?? 'nothing more'}`)
  const isExtension = sent.before.phase === 'extension-waiting'
  const parts = { approve: isExtension ? extensionGranted : accessGranted, reject: rejected, revoke: revoked }
  return parts[sent.decision](now, sent)
}

function accessGranted(now: AccessRequest, { before }: SentDecision): Stage {
  const { phase, state } = now
  if (phase === 'waiting') return counted(now, before, 'Access opens')
  if (phase === 'ended') {
    return state.replace('_', '') === 'DEPLOYFAILED'
      ? failed(stateInWords(state).meaning)
      : done(`It is over: ${stateInWords(state).meaning}`)
  }
  if (phase === 'scheduled' && state !== 'OPERATOR_ASSIGNMENT_WAITING') {
    return done(now.startsAt === null ? 'Access begins later.' : `Access begins ${time(now.startsAt)}.`)
  }
  if (isSetUp(now))
    return done(now.accessEndsAt === null ? 'Access is open.' : `Access is open until ${time(now.accessEndsAt)}.`)
  return busy(stateInWords(state).meaning)
}

function extensionGranted(now: AccessRequest, { before }: SentDecision): Stage {
  const { phase, state } = now
  if (phase === 'extension-waiting') return counted(now, before, 'The extension takes effect')
  if (state === 'EXTENSION_FAILED') return failed(stateInWords(state).meaning)
  if (phase === 'open')
    return done(
      now.accessEndsAt === null ? 'Access was extended.' : `Access was extended until ${time(now.accessEndsAt)}.`,
    )
  return done(`It has gone on since: ${stateInWords(state).meaning}`)
}

function counted(now: AccessRequest, before: AccessRequest, then: string): Stage {
  const given = approvalsGivenInRound(now)
  const missing = now.approvalsRequired - given
  if (given <= approvalsGivenInRound(before)) return busy('OCI does not show the approval yet.')
  if (missing <= 0) return busy('All approvals are given; OCI is putting them into effect.')
  return waiting(
    `Counted: ${given} of ${now.approvalsRequired}. ${then} when ${plural(missing, 'more person approves', 'more people approve')}.`,
  )
}

function rejected(now: AccessRequest, { before }: SentDecision): Stage {
  if (now.phase === before.phase) return busy('OCI does not show the rejection yet.')
  return done(stateInWords(now.state).meaning)
}

function revoked(now: AccessRequest): Stage {
  if (now.state === 'REVOKED') return done('OCI says that access is closed.')
  if (now.phase === 'ended') return done(`It is over: ${stateInWords(now.state).meaning}`)
  return busy('Access may still be open until OCI says that it is revoked.')
}

const title = 'In effect'
const done = (note: string): Stage => ({ title, state: 'done', note })
const busy = (note: string): Stage => ({ title, state: 'busy', note })
const waiting = (note: string): Stage => ({ title, state: 'waiting', note })
const failed = (note: string): Stage => ({ title, state: 'failed', note })
const time = (at: string) => absoluteTime(Date.parse(at))

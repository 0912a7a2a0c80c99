import type { Action } from '@gatehouse/contract'
import { isSettled } from '../ledger/attempts.ts'
import { lastSentMs, type Attempt } from '../ledger/entries.ts'
import { Problem } from '../problem.ts'
import { clockToleranceMs } from './effect.ts'
import { actNamed } from './table.ts'

/** OCI's retry tokens expire after 24 hours. A later call could be carried out a second time. */
const tokenLifeMs = 23 * 3_600_000

/**
 * OCI accepts a signature for five minutes by its own clock, which may differ from ours by five more. It refuses a request
 * that arrives later, so a later read without a trace of the call proves that it did not happen.
 * docs.oracle.com/iaas/Content/API/Concepts/signingrequests.htm
 */
export const defaultSignatureLifeMs = 2 * clockToleranceMs + 30_000

/** How long an act is followed. OCI's work on a pool of thousands takes hours. */
export const followedForMs = 7 * 24 * 3_600_000

export interface ActTimes {
  nowMs: number
  signatureLifeMs: number
}

/** Translates an attempt of the ledger into the contract's Action. */
export function toAction(attempt: Attempt, times: ActTimes): Action {
  const { intent, answer, effect, status, hash } = attempt
  const end = effect ?? (answer?.status === 'failed' ? answer : null)
  return {
    id: intent.attemptId,
    sequence: intent.sequence,
    act: intent.act,
    status,
    at: intent.at,
    by: intent.person,
    connectionId: intent.connectionId,
    compartmentId: intent.compartmentId,
    subject: { service: intent.service, id: intent.subjectId, name: intent.subjectName },
    comment: intent.comment,
    signedAs: intent.signedAs,
    wasSent: answer?.wasSent ?? true,
    answeredAt: answer?.at ?? null,
    acceptedAt: answer?.status === 'accepted' ? answer.at : null,
    completedAt: end?.at ?? null,
    workRequestId: effect?.workRequestId ?? answer?.workRequestId ?? null,
    opcRequestId: answer?.opcRequestId ?? null,
    problem: status === 'done' ? null : (problemOf(attempt) ?? null),
    effect: effect?.note ?? null,
    following: followingOf(attempt, times),
    mayTryAgain: mayTryAgain(attempt, times.nowMs),
    hash,
  }
}

const problemOf = ({ answer, effect }: Attempt) => (effect ? effect.note : answer?.problem)

/** Whether the attempt is unknown and unsettled, and its retry token is still valid. */
export const mayTryAgain = ({ status, intent, effect }: Attempt, nowMs: number): boolean =>
  status === 'unknown' &&
  effect === null &&
  intent.retryToken !== null &&
  nowMs - Date.parse(intent.at) < tokenLifeMs &&
  actNamed(intent.act) !== undefined

function followingOf(attempt: Attempt, times: ActTimes): Action['following'] {
  if (isSettled(attempt)) return null
  if (attempt.status !== 'unknown') return { how: 'reading', until: null }
  const retriesUntilMs = retriesUntil(attempt)
  if (times.nowMs < retriesUntilMs) return { how: 'retrying', until: new Date(retriesUntilMs).toISOString() }
  return { how: 'reading', until: new Date(lastSentMs(attempt) + times.signatureLifeMs).toISOString() }
}

/** Until when Gatehouse itself resends the attempt, in milliseconds since 1970. -Infinity: never. */
export function retriesUntil({ intent, stopTrying }: Attempt): number {
  const { retriesForMs } = actNamed(intent.act) ?? {}
  if (retriesForMs === undefined || stopTrying || intent.retryToken === null) return -Infinity
  return Date.parse(intent.at) + retriesForMs
}

/** The Problem that answers a failed attempt, the first time and on every repeat. */
export function toFailure({ intent, answer, effect }: Attempt): Problem {
  const wasSent = answer?.wasSent ?? true
  const attempt = { id: intent.attemptId, wasSent }
  if (effect) return new Problem('conflict', effect.note, { attempt })
  const message = answer?.problem ?? 'It failed.'
  return new Problem(answer?.problemCode ?? 'conflict', wasSent ? message : `${message} Nothing was sent to OCI.`, {
    ociCode: answer?.ociCode ?? undefined,
    opcRequestId: answer?.opcRequestId ?? undefined,
    attempt,
  })
}

import type { AccessRequest } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import type { Attempt } from '../api/attempt.ts'
import { decisionStages, isSettled } from './decision-stages.ts'
import type { Decision } from './queries.ts'
import { accessRequest, action, extensionRequested, now, openAccess } from './testing.ts'

const attempt = (differs: Partial<Attempt> = {}): Attempt => ({
  id: action().id,
  act: 'approveAccessRequest',
  connectionId: 'frankfurt',
  subject: action().subject,
  personId: '1',
  startedAtMs: now,
  step: 'answered',
  action: action(),
  error: null,
  inDoubt: false,
  ...differs,
})
const accepted = action({ status: 'accepted', completedAt: null, effect: null })
const stages = (given: Attempt, request: AccessRequest = accessRequest(), decision: Decision = 'approve') =>
  decisionStages(decision, given, request, now)
const states = (...given: Parameters<typeof stages>) => stages(...given).map(({ state }) => state)
const note = (stage: number, ...given: Parameters<typeof stages>) => stages(...given)[stage]?.note

test('a decision that OCI has not answered is sent and no more', () => {
  expect(states(attempt({ step: 'sending', action: null }))).toEqual(['busy', 'waiting', 'waiting'])
  const sent = action({ status: 'sent', answeredAt: null, acceptedAt: null, completedAt: null, effect: null })
  expect(states(attempt({ step: 'sending', action: sent }))).toEqual(['done', 'busy', 'waiting'])
})

test('what OCI accepted is in effect when the ledger says done, with what was read', () => {
  expect(states(attempt({ action: accepted }))).toEqual(['done', 'done', 'busy'])
  expect(note(2, attempt({ action: accepted }))).toBe('OCI does not show the approval yet.')
  expect(states(attempt(), openAccess())).toEqual(['done', 'done', 'done'])
  expect(note(2, attempt(), openAccess())).toMatch(/^OCI lists the approval\. Access is active until /)
})

test('the first of two approvals counts, and says how many more it takes', () => {
  const request = accessRequest({ approvalsRequired: 2, approvalsGiven: 1 })
  expect(note(2, attempt(), request)).toContain('1 of 2 approvals. Access opens when 1 more person approves.')
  expect(note(2, attempt(), { ...request, approvalsRequired: null })).toContain('OCI does not say how many')
  const extension = extensionRequested({ approvalsRequired: 2, extensionApprovalsGiven: 1 })
  expect(note(2, attempt(), extension)).toContain('The extension takes effect when 1 more person approves.')
})

test('an approval for later says when access begins', () => {
  const scheduled = accessRequest({ state: 'APPROVEDFORFUTURE', phase: 'scheduled', startsAt: '2026-11-24T08:00:00Z' })
  expect(note(2, attempt(), scheduled)).toContain('Access starts ')
})

test('a decision that never left Gatehouse fails at the first stage', () => {
  const error = new ApiError({ code: 'stale', status: 412, title: 'Changed', detail: 'It changed since you looked.' })
  expect(states(attempt({ action: null, error }))).toEqual(['failed', 'waiting', 'waiting'])
  expect(note(0, attempt({ action: null, error }))).toBe('It changed since you looked. Nothing was sent to OCI.')
})

test('what OCI refused fails at the second stage, and what failed later at the third', () => {
  const problem = 'The control is being changed.'
  const refused = action({ status: 'failed', problem, effect: null, acceptedAt: null })
  expect(states(attempt({ action: refused }))).toEqual(['done', 'failed', 'waiting'])
  expect(note(1, attempt({ action: refused }))).toBe(problem)
  expect(states(attempt({ action: action({ status: 'failed', problem, effect: null }) }))).toEqual([
    'done',
    'done',
    'failed',
  ])
})

test('what never reached OCI is not said to be accepted when that is found out', () => {
  const lost = action({ status: 'failed', problem: 'It did not reach OCI.', effect: null, acceptedAt: null })
  expect(states(attempt({ action: lost }))).toEqual(['done', 'failed', 'waiting'])
})

test('an unknown decision is neither accepted nor failed, and is not settled', () => {
  const unknown = action({
    status: 'unknown',
    acceptedAt: null,
    completedAt: null,
    effect: null,
    problem: 'OCI did not answer.',
    following: { how: 'reading', until: null },
  })
  expect(states(attempt({ action: unknown }))).toEqual(['done', 'unknown', 'waiting'])
  expect(note(1, attempt({ action: unknown }))).toContain('Gatehouse checks OCI until this is settled.')
  expect(states(attempt({ action: null, inDoubt: true }))).toEqual(['unknown', 'waiting', 'waiting'])
  expect(isSettled(attempt({ action: unknown }))).toBe(false)
  expect(isSettled(attempt())).toBe(true)
})

test('a revoke says that access may be open until it is in effect', () => {
  const revoking = openAccess({ state: 'REVOKING', phase: 'in-transit' })
  expect(note(2, attempt({ action: accepted }), revoking, 'revoke')).toContain('may still be open')
  expect(note(2, attempt(), openAccess({ state: 'REVOKED', phase: 'ended' }), 'revoke')).toBe('OCI lists the approval.')
})

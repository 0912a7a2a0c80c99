import { expect, test } from 'vitest'
import { decisionStages, isSettled, type SentDecision } from './decision-stages.ts'
import { accessRequest, action, extensionAsked, openAccess } from './testing.ts'

const approved = (given: Partial<SentDecision> = {}): SentDecision => ({
  decision: 'approve',
  before: accessRequest(),
  action: action(),
  ...given,
})
const states = (...given: Parameters<typeof decisionStages>) => decisionStages(...given).map(({ state }) => state)
const effect = (...given: Parameters<typeof decisionStages>) => decisionStages(...given)[2]

test('what OCI has not answered is sent and no more', () => {
  expect(states(approved({ action: action({ status: 'sent' }) }), accessRequest())).toEqual(['done', 'busy', 'waiting'])
})

test('an approval is in effect when access exists, not when it is approved', () => {
  expect(effect(approved(), accessRequest())?.state).toBe('busy')
  expect(effect(approved(), accessRequest({ state: 'APPROVED', phase: 'open' }))?.state).toBe('busy')
  expect(states(approved(), openAccess())).toEqual(['done', 'done', 'done'])
})

test('the first of two approvals is counted, and waits for the other', () => {
  const before = accessRequest({ approvalsRequired: 2 })
  const now = accessRequest({ approvalsRequired: 2, approvalsGiven: 1 })
  expect(effect(approved({ before }), before)?.note).toBe('OCI does not show the approval yet.')
  expect(effect(approved({ before }), now)).toMatchObject({
    state: 'waiting',
    note: 'Counted: 1 of 2. Access opens when 1 more person approves.',
  })
})

test('an approval for later is in effect when it is scheduled, one that waits for an operator is not', () => {
  expect(effect(approved(), accessRequest({ state: 'APPROVEDFORFUTURE', phase: 'scheduled' }))?.state).toBe('done')
  expect(effect(approved(), accessRequest({ state: 'OPERATOR_ASSIGNMENT_WAITING', phase: 'scheduled' }))?.state).toBe(
    'busy',
  )
})

test('access that could not be set up has failed', () => {
  expect(effect(approved(), accessRequest({ state: 'DEPLOY_FAILED', phase: 'ended' }))?.state).toBe('failed')
  expect(effect(approved(), accessRequest({ state: 'DEPLOYFAILED', phase: 'ended' }))?.state).toBe('failed')
})

test('an extension is in effect when OCI says that access was extended', () => {
  const sent = approved({ before: extensionAsked() })
  expect(effect(sent, extensionAsked({ extensionApprovalsGiven: 1 }))).toMatchObject({ state: 'busy' })
  expect(effect(sent, openAccess({ state: 'EXTENDED' }))?.state).toBe('done')
  expect(effect(sent, openAccess({ state: 'EXTENSION_FAILED' }))?.state).toBe('failed')
})

test('a rejection is in effect when nothing waits any more', () => {
  const sent = approved({ decision: 'reject' })
  expect(effect(sent, accessRequest())?.state).toBe('busy')
  expect(effect(sent, accessRequest({ state: 'REJECTED', phase: 'ended' }))?.state).toBe('done')
})

test('a revoke is not in effect before OCI says revoked, and one that failed is an alarm', () => {
  const sent = approved({ decision: 'revoke', before: openAccess() })
  expect(effect(sent, openAccess())?.state).toBe('busy')
  expect(effect(sent, openAccess({ state: 'REVOKING', phase: 'in-transit' }))?.note).toContain('may still be open')
  expect(isSettled(decisionStages(sent, openAccess({ state: 'REVOKING', phase: 'in-transit' })))).toBe(false)
  expect(isSettled(decisionStages(sent, openAccess({ state: 'REVOKED', phase: 'ended' })))).toBe(true)
  expect(effect(sent, openAccess({ state: 'REVOKEFAILED', phase: 'may-be-open' }))).toMatchObject({ state: 'failed' })
})

import { expect, test } from 'vitest'
import { alarms, isRevoking, isSetUp, mayHaveAccess, needsDecision, stateInWords } from './access-request-state.ts'

/** Of both services, as their SDKs list them. */
const operator =
  'CREATED APPROVALWAITING PREAPPROVED APPROVED MOREINFO REJECTED DEPLOYED DEPLOYFAILED UNDEPLOYED UNDEPLOYFAILED CLOSEFAILED REVOKEFAILED EXPIRYFAILED REVOKING REVOKED EXTENDING EXTENDED EXTENSIONREJECTED COMPLETING COMPLETED EXPIRED APPROVEDFORFUTURE INREVIEW'
const delegate =
  'CREATED APPROVAL_WAITING OPERATOR_ASSIGNMENT_WAITING PREAPPROVED APPROVED APPROVED_FOR_FUTURE REJECTED DEPLOYED DEPLOY_FAILED UNDEPLOYED UNDEPLOY_FAILED CLOSE_FAILED REVOKE_FAILED EXPIRY_FAILED REVOKING REVOKED EXTENDING EXTENDED EXTENSION_REJECTED EXTENSION_FAILED COMPLETING COMPLETED EXPIRED'

test.for([...operator.split(' '), ...delegate.split(' ')])('%s is told in words, in either spelling', (state) => {
  const { word, meaning } = stateInWords(state)
  expect(word).not.toBe(state)
  expect(meaning).toMatch(/^[A-Z].*\.$/)
  expect(stateInWords(state.replaceAll('_', ''))).toEqual(stateInWords(state))
})

test('a state that OCI added since is shown as it came, without colour', () => {
  expect(stateInWords('HIBERNATING')).toMatchObject({ word: 'HIBERNATING', tone: 'plain' })
})

test('whatever may have left access open is red, and so is a revoke that is under way', () => {
  for (const state of ['CLOSEFAILED', 'REVOKE_FAILED', 'EXPIRYFAILED', 'UNDEPLOY_FAILED', 'REVOKING']) {
    expect(stateInWords(state).tone).toBe('bad')
    expect(stateInWords(state).meaning).toContain('may still be open')
  }
  expect(isRevoking({ state: 'REVOKING' })).toBe(true)
})

test('phases say who has to do something', () => {
  expect(needsDecision({ phase: 'extension-waiting' })).toBe(true)
  expect(needsDecision({ phase: 'open' })).toBe(false)
  expect(mayHaveAccess({ phase: 'in-transit' })).toBe(true)
  expect(mayHaveAccess({ phase: 'waiting' })).toBe(false)
  expect(alarms({ phase: 'unknown' })).toBe(true)
})

test('access that is approved exists only when it has been set up', () => {
  expect(isSetUp({ phase: 'open', state: 'APPROVED' })).toBe(false)
  expect(isSetUp({ phase: 'open', state: 'DEPLOYED' })).toBe(true)
  expect(isSetUp({ phase: 'in-transit', state: 'REVOKING' })).toBe(false)
})

import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'
import { accessRequest, approval } from './testing.ts'

test('nothing changed is no change', () => {
  expect(changesBetween(accessRequest(), accessRequest({ readAt: '2026-11-22T10:05:00Z' }))).toEqual([])
})

test('a decision of somebody else shows as the state and who it was', () => {
  const after = accessRequest({ state: 'APPROVED', phase: 'open', approvals: [approval({ at: null })], version: 'v2' })
  expect(changesBetween(accessRequest(), after)).toEqual([
    { what: 'State', before: 'Waiting for approval', after: 'Approved, setting up' },
    { what: 'Approvals', before: null, after: 'approve by admin' },
  ])
})

test('more hours, other actions and a message are changes', () => {
  const before = accessRequest({ actions: ['INFRA_DIAG'] })
  const after = accessRequest({
    actions: ['INFRA_FULL', 'INFRA_DIAG'],
    durationHours: 8,
    conversation: [{ id: '1', from: 'operator', userName: null, text: 'Yes', at: null }],
    version: 'v2',
  })
  expect(changesBetween(before, after)).toEqual([
    { what: 'Actions', before: 'INFRA_DIAG', after: 'INFRA_DIAG, INFRA_FULL' },
    { what: 'Duration', before: '4 h', after: '8 h' },
    { what: 'Messages', before: null, after: '1' },
  ])
})

test('actions in another order are the same actions', () => {
  const [one, other] = [accessRequest({ actions: ['A', 'B'] }), accessRequest({ actions: ['B', 'A'] })]
  expect(changesBetween(one, other)).toEqual([])
})

test('another version without a difference that is shown is said all the same', () => {
  expect(changesBetween(accessRequest(), accessRequest({ version: 'v2' }))).toHaveLength(1)
})

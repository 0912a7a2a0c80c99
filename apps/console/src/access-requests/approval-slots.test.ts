import { expect, test } from 'vitest'
import { approvalSlots, approvalsInWords, otherDecisions } from './approval-slots.ts'
import { accessRequest, approval, extensionRequested } from './testing.ts'

const kinds = (...given: Parameters<typeof approvalSlots>) => approvalSlots(...given).map(({ kind }) => kind)

test('one of two approvals leaves one place empty', () => {
  expect(kinds(accessRequest({ approvalsRequired: 2, approvalsGiven: 1, approvals: [approval()] }))).toEqual([
    'given',
    'empty',
  ])
})

test('an approval that OCI counts and does not tell of is given by nobody known', () => {
  expect(kinds(accessRequest({ approvalsRequired: 2, approvalsGiven: 1 }))).toEqual(['given-by-unknown', 'empty'])
})

test('where the number is not known, one place is empty while the access request waits', () => {
  const waiting = accessRequest({ approvalsRequired: null, approvalsGiven: 1, approvals: [approval()] })
  expect(kinds(waiting)).toEqual(['given', 'empty'])
  expect(kinds({ ...waiting, phase: 'open' })).toEqual(['given'])
  expect(approvalsInWords(waiting)).toBe('1, number required unknown')
})

test('an extension has places of its own, and the first approval is shown beside them', () => {
  const request = extensionRequested({ approvals: [approval()] })
  expect(kinds(request)).toEqual(['empty'])
  expect(otherDecisions(request)).toHaveLength(1)
})

test('a rejection fills no place and is shown', () => {
  const request = accessRequest({ state: 'REJECTED', phase: 'ended', approvals: [approval({ action: 'REJECT' })] })
  expect(kinds(request)).toEqual(['empty'])
  expect(otherDecisions(request)).toHaveLength(1)
})

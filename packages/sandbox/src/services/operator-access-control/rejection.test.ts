import { expect, test } from 'vitest'
import { statesOf, trial } from './trial.ts'

test('one rejection ends a request, whoever approved before', () => {
  const { call, raise, minutes, hours } = trial()
  const row = raise({ numberOfApprovers: 2 })
  minutes(2)
  call('administrator', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  call('approver', 'rejectAccessRequest', { accessRequestId: row.id, body: { approverComment: 'Not in the freeze' } })
  expect(row.wire).toMatchObject({
    lifecycleState: 'REJECTED',
    approverComment: 'Not in the freeze',
    lifecycleDetails: 'Rejected: Not in the freeze',
  })
  hours(24 * 30)
  expect(statesOf(row).at(-1)).toBe('REJECTED')
})

test('a comment is kept when the next act brings none', () => {
  const { call, raise } = trial()
  const row = raise()
  call('administrator', 'reviewAccessRequest', { accessRequestId: row.id, body: { approverComment: 'Looking' } })
  call('approver', 'rejectAccessRequest', { accessRequestId: row.id, body: {} })
  expect(row.wire.approverComment).toBe('Looking')
})

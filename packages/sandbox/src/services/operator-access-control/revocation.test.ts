import { expect, test } from 'vitest'
import { statesOf, trial } from './trial.ts'

test('a revoked request is REVOKING until the sessions are ended', () => {
  const { call, raise, minutes } = trial()
  const row = raise()
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  minutes(4)
  call('administrator', 'revokeAccessRequest', { accessRequestId: row.id, body: { approverComment: 'Enough' } })
  expect(row.wire).toMatchObject({ lifecycleState: 'REVOKING', approverComment: 'Enough' })
  minutes(4)
  expect(row.wire.lifecycleState).toBe('REVOKED')
})

test('a revocation can fail, and says that access may still be open', () => {
  const { call, raise, minutes } = trial()
  const row = raise({ outcomes: { revokeOutcome: 'REVOKEFAILED' } })
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  minutes(4)
  call('approver', 'revokeAccessRequest', { accessRequestId: row.id, body: {} })
  minutes(4)
  expect(row.wire.lifecycleState).toBe('REVOKEFAILED')
  expect(row.wire.lifecycleDetails).toContain('access may still be open')
})

test('what is revoked before its start never begins', () => {
  const { call, raise, hours, world } = trial()
  const row = raise()
  const start = new Date(world.clock.ms() + 2 * 3_600_000).toISOString()
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: { timeOfUserCreation: start } })
  call('approver', 'revokeAccessRequest', { accessRequestId: row.id, body: {} })
  hours(4)
  expect(statesOf(row)).toEqual(['CREATED', 'APPROVEDFORFUTURE', 'REVOKING', 'REVOKED'])
})

test('an automatic approval can be revoked', () => {
  const { call, seeded, minutes } = trial()
  const { row } = seeded('PREAPPROVED')
  call('approver', 'revokeAccessRequest', { accessRequestId: row.id, body: {} })
  minutes(4)
  expect(row.wire.lifecycleState).toBe('REVOKED')
})

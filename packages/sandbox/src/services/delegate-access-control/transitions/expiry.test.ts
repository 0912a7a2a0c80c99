import { expect, test } from 'vitest'
import { delegateWorld, statusesOf, statusOf } from '../testing.ts'
import { approve } from './approval.ts'
import { reject } from './rejection.ts'

const hour = 60

test('open access expires when the granted hours are over, not before', () => {
  const { world, raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases', { durationInHours: 4 })
  approve(subject, user('approver'), {})
  pass()
  const left = (subject.row.extra.grantedAtMs ?? 0) + 4 * hour * 60_000 - world.clock.ms()
  world.clock.advance(left - 1)
  expect(statusOf(subject.row)).toBe('DEPLOYED')
  world.clock.advance(1)
  expect(subject.row.wire).toMatchObject({ requestStatus: 'EXPIRED', lifecycleState: 'SUCCEEDED' })
})

test('access that cannot be removed at its end is EXPIRY_FAILED and needs attention', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases', { durationInHours: 1, failures: ['EXPIRY_FAILED'] })
  approve(subject, user('approver'), {})
  pass(3 * hour)
  expect(subject.row.wire).toMatchObject({ requestStatus: 'EXPIRY_FAILED', lifecycleState: 'NEEDS_ATTENTION' })
})

test('an access request that nobody decides expires with the time it asks for', () => {
  const { raise, pass } = delegateWorld()
  const subject = raise('production-databases', { durationInHours: 2 })
  pass(2 * hour - 1)
  expect(statusOf(subject.row)).toBe('APPROVAL_WAITING')
  pass(1)
  expect(statusesOf(subject)).toEqual(['CREATED', 'APPROVAL_WAITING', 'EXPIRED'])
  expect(subject.row.wire.lifecycleStateDetails).toBe('Nobody decided before the requested time had passed.')
})

test('what was rejected does not expire afterwards', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases', { durationInHours: 1 })
  reject(subject, user('approver'))
  pass(5 * hour)
  expect(statusOf(subject.row)).toBe('REJECTED')
})

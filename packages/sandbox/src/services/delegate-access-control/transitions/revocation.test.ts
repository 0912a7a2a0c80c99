import { expect, test } from 'vitest'
import { delegateWorld, statusesOf, statusOf } from '../testing.ts'
import { approve } from './approval.ts'
import { reject } from './rejection.ts'
import { revoke } from './revocation.ts'

test('revoking open access removes the temporary user from every host, and only then says REVOKED', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases')
  approve(subject, user('approver'), {})
  pass()
  const work = revoke(subject, user('administrator'), 'Out of scope')
  expect(subject.row.wire).toMatchObject({ requestStatus: 'REVOKING', lifecycleState: 'CANCELING' })
  expect(subject.row.extra.histories.at(-1)).toMatchObject({
    userId: user('administrator').id,
    comment: 'Out of scope',
  })
  pass()
  expect(subject.row.wire).toMatchObject({ requestStatus: 'REVOKED', lifecycleState: 'CANCELED' })
  expect(work.wire.status).toBe('SUCCEEDED')
  expect(
    work.extra.logs.filter(({ message }) => message.includes('removed the temporary user')).length,
  ).toBeGreaterThan(1)
})

test('access that is revoked while it is being deployed is never deployed', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases')
  const deployment = approve(subject, user('approver'), {})
  revoke(subject, user('approver'))
  pass()
  expect(statusesOf(subject)).toEqual([
    'CREATED',
    'APPROVAL_WAITING',
    'OPERATOR_ASSIGNMENT_WAITING',
    'REVOKING',
    'REVOKED',
  ])
  expect(deployment.wire.status).toBe('CANCELED')
})

test('a revocation that fails leaves REVOKE_FAILED and four errors, since access may still be open', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases', { revokeOutcome: 'REVOKE_FAILED' })
  approve(subject, user('approver'), {})
  pass()
  const work = revoke(subject, user('approver'))
  pass()
  expect(subject.row.wire).toMatchObject({ requestStatus: 'REVOKE_FAILED', lifecycleState: 'NEEDS_ATTENTION' })
  expect(work.wire.status).toBe('FAILED')
  expect(work.extra.errors).toHaveLength(4)
})

test('what waits for approval cannot be revoked, and what was rejected neither', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('staging-databases')
  expect(() => revoke(subject, user('approver'))).toThrow('is APPROVAL_WAITING and cannot be revoked')
  reject(subject, user('approver'))
  expect(() => revoke(subject, user('approver'))).toThrow('is REJECTED and cannot be revoked')
})

test('a revocation cannot be revoked twice', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('staging-databases')
  approve(subject, user('approver'), {})
  revoke(subject, user('approver'))
  expect(() => revoke(subject, user('administrator'))).toThrow('is REVOKING and cannot be revoked')
})

test('only approvers may revoke', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('staging-databases')
  approve(subject, user('approver'), {})
  expect(() => revoke(subject, user('console'))).toThrow(expect.objectContaining({ status: 404 }))
  expect(statusOf(subject.row)).toBe('OPERATOR_ASSIGNMENT_WAITING')
})

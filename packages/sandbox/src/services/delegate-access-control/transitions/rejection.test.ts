import { expect, test } from 'vitest'
import { delegateWorld, latestWork, statusOf } from '../testing.ts'
import { approve } from './approval.ts'
import { askExtension } from './extension.ts'
import { reject } from './rejection.ts'

test('one rejection ends an access request, even after a first approval', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('production-databases')
  approve(subject, user('administrator'), {})
  reject(subject, user('approver'), 'Not in the evening')
  expect(subject.row.wire).toMatchObject({ requestStatus: 'REJECTED', lifecycleState: 'CANCELED' })
  expect(subject.row.wire.approvalInfo?.at(-1)).toMatchObject({
    approvalAction: 'REJECT',
    approvalType: 'INITIAL',
    approverComment: 'Not in the evening',
  })
  expect(subject.row.extra.histories.at(-1)).toMatchObject({
    userId: user('approver').id,
    comment: 'Not in the evening',
  })
  pass()
  expect(latestWork(subject, 'REJECT_DELEGATED_RESOURCE_ACCESS_REQUEST').wire.status).toBe('SUCCEEDED')
})

test('rejecting an extension lets access go on to its first end', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases')
  approve(subject, user('approver'), {})
  pass()
  askExtension(subject, 3)
  reject(subject, user('approver'))
  expect(subject.row.wire).toMatchObject({ requestStatus: 'EXTENSION_REJECTED', lifecycleState: 'IN_PROGRESS' })
  expect(subject.row.wire.approvalInfo?.at(-1)).toMatchObject({ approvalAction: 'REJECT', approvalType: 'EXTENSION' })
  pass(4 * 60)
  expect(statusOf(subject.row)).toBe('EXPIRED')
})

test('open access can be revoked but not rejected', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases')
  approve(subject, user('approver'), {})
  pass()
  expect(() => reject(subject, user('approver'))).toThrow(
    'The access request is DEPLOYED and cannot be rejected; only one that awaits a decision can.',
  )
})

test('only approvers may reject', () => {
  const { raise, user } = delegateWorld()
  expect(() => reject(raise('staging-databases'), user('restricted'))).toThrow(
    expect.objectContaining({ status: 404, code: 'NotAuthorizedOrNotFound' }),
  )
})

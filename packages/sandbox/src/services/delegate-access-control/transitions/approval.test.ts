import { expect, test } from 'vitest'
import { endWork } from '../../../world/work.ts'
import { delegateWorld, latestWork, statusesOf, statusOf } from '../testing.ts'
import { approve } from './approval.ts'
import { revoke } from './revocation.ts'

const hour = 60

test('one approval is enough where the control asks for one, and access is deployed step by step', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases')
  approve(subject, user('approver'), { approverComment: 'Go ahead', additionalMessage: 'Mind the backup' })
  expect(statusOf(subject.row)).toBe('OPERATOR_ASSIGNMENT_WAITING')
  expect(subject.row.wire.approvalInfo).toEqual([
    {
      approvalAction: 'APPROVE',
      approvalType: 'INITIAL',
      approverId: user('approver').id,
      approverComment: 'Go ahead',
      approverAdditionalMessage: 'Mind the backup',
      timeOfAction: expect.any(String),
    },
  ])
  pass()
  expect(statusesOf(subject)).toEqual([
    'CREATED',
    'APPROVAL_WAITING',
    'OPERATOR_ASSIGNMENT_WAITING',
    'APPROVED',
    'DEPLOYED',
  ])
  expect(subject.row.wire).toMatchObject({ lifecycleState: 'IN_PROGRESS', numInitialApprovals: 1 })
  const work = latestWork(subject, 'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST')
  expect(work.wire.status).toBe('SUCCEEDED')
  expect(work.extra.logs[0]?.message).toBe('Recorded approval 1 of 1 by approver')
  expect(work.wire.resources.map(({ entityType, actionType }) => [entityType, actionType])).toEqual([
    ['delegatedresourceaccessrequest', 'UPDATED'],
    ['vmcluster', 'RELATED'],
  ])
})

test('the work request names the cluster, its hosts, the commands and where their results lie', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('staging-databases')
  const work = approve(subject, user('approver'), {})
  const related = work.wire.resources[1]
  expect(related && 'metadata' in related && related.metadata).toEqual({
    VM_CLUSTER_ID: subject.row.wire.resourceId,
    HOSTNAMES: expect.stringContaining(`${subject.row.wire.resourceName}-n1,`),
    COMMANDS: expect.stringContaining('useradd'),
    RESULT_LOCATION: expect.stringContaining(subject.row.wire.displayName ?? '?'),
  })
})

test('where two approvals are needed the first leaves it waiting, and the second of another user grants it', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('production-databases')
  approve(subject, user('administrator'), {})
  pass(5)
  expect(subject.row.wire).toMatchObject({
    requestStatus: 'APPROVAL_WAITING',
    lifecycleState: 'WAITING',
    lifecycleStateDetails: '1 of 2 approvals are given.',
    numInitialApprovals: 1,
  })
  approve(subject, user('approver'), {})
  pass()
  expect(subject.row.wire).toMatchObject({ requestStatus: 'DEPLOYED', numInitialApprovals: 2 })
})

test('the same user cannot give both approvals', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('production-databases')
  approve(subject, user('approver'), {})
  expect(() => approve(subject, user('approver'), {})).toThrow(
    expect.objectContaining({
      status: 409,
      code: 'IncorrectState',
      message: 'You have approved this access request already; the remaining approval must come from another user.',
    }),
  )
  expect(subject.row.wire).toMatchObject({ requestStatus: 'APPROVAL_WAITING', numInitialApprovals: 1 })
})

test('for a user outside the approver groups it is as if it were not there', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('staging-databases')
  expect(() => approve(subject, user('console'), {})).toThrow(
    expect.objectContaining({ status: 404, code: 'NotAuthorizedOrNotFound' }),
  )
  expect(statusOf(subject.row)).toBe('APPROVAL_WAITING')
})

test('what is granted already cannot be approved again', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('staging-databases')
  approve(subject, user('approver'), {})
  expect(() => approve(subject, user('administrator'), {})).toThrow(
    'The access request is OPERATOR_ASSIGNMENT_WAITING and cannot be approved; only one that awaits a decision can.',
  )
})

test('an approved start in the future is waited for, and the granted hours run from then', () => {
  const { world, raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases')
  const start = world.clock.ms() + 6 * hour * 60_000
  const work = approve(subject, user('approver'), { timeApprovedForAccess: new Date(start).toISOString() })
  pass()
  expect(subject.row.wire).toMatchObject({ requestStatus: 'APPROVED_FOR_FUTURE', lifecycleState: 'IN_PROGRESS' })
  expect(work.wire.status).toBe('WAITING')
  pass(5 * hour + 20)
  expect(statusesOf(subject)).toContain('OPERATOR_ASSIGNMENT_WAITING')
  pass()
  expect(statusOf(subject.row)).toBe('DEPLOYED')
  expect(subject.row.extra.grantedAtMs).toBeGreaterThan(start)
  expect(work.wire.status).toBe('SUCCEEDED')
})

test('a start that has passed means now', () => {
  const { world, raise, user } = delegateWorld()
  const subject = raise('staging-databases')
  approve(subject, user('approver'), { timeApprovedForAccess: new Date(world.clock.ms() - 1000).toISOString() })
  expect(statusOf(subject.row)).toBe('OPERATOR_ASSIGNMENT_WAITING')
})

test('a start that the first of two approvers named holds when the second names none', () => {
  const { world, raise, user } = delegateWorld()
  const subject = raise('production-databases')
  const timeApprovedForAccess = new Date(world.clock.ms() + 6 * hour * 60_000).toISOString()
  approve(subject, user('administrator'), { timeApprovedForAccess })
  approve(subject, user('approver'), {})
  expect(statusOf(subject.row)).toBe('APPROVED_FOR_FUTURE')
})

test('revoking before the approved start calls the deployment off', () => {
  const { world, raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases')
  const timeApprovedForAccess = new Date(world.clock.ms() + 6 * hour * 60_000).toISOString()
  const work = approve(subject, user('approver'), { timeApprovedForAccess })
  pass()
  revoke(subject, user('approver'))
  pass(12 * hour)
  expect(statusOf(subject.row)).toBe('REVOKED')
  expect(statusesOf(subject)).not.toContain('DEPLOYED')
  expect(work.wire.status).toBe('CANCELED')
})

test('a deployment that fails says which host and why, and leaves no access', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases', { failures: ['DEPLOY_FAILED'] })
  const work = approve(subject, user('approver'), {})
  pass()
  expect(subject.row.wire).toMatchObject({ requestStatus: 'DEPLOY_FAILED', lifecycleState: 'FAILED' })
  expect(work.wire.status).toBe('FAILED')
  expect(work.extra.errors.map(({ code }) => code)).toEqual(['HostUnreachable', 'UserCreationFailed', 'RolledBack'])
})

test('a deployment that is ended by hand leaves no access, however far it had come', () => {
  const { world, raise, user, pass } = delegateWorld()
  const now = raise('staging-databases')
  const later = raise('staging-databases')
  const deployment = approve(now, user('approver'), {})
  const timeApprovedForAccess = new Date(world.clock.ms() + 6 * hour * 60_000).toISOString()
  const waiting = approve(later, user('approver'), { timeApprovedForAccess })
  pass(1)
  endWork(world, deployment, 'FAILED')
  endWork(world, waiting, 'NEEDS_ATTENTION')
  pass(12 * hour)
  expect([now, later].map(({ row }) => statusOf(row))).toEqual(['DEPLOY_FAILED', 'DEPLOY_FAILED'])
})

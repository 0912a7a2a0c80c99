import { expect, test } from 'vitest'
import { delegateWorld } from '../testing.ts'
import { approve } from './approval.ts'
import { ask } from './question.ts'
import { reject } from './rejection.ts'

test('a question is pending until the operator answers it, some minutes later', () => {
  const { raise, user, pass, call } = delegateWorld()
  const subject = raise('staging-databases')
  const id = { delegatedResourceAccessRequestId: subject.row.id }
  call('serviceProviderInteractionRequest', { ...id, body: { moreInfoDetails: 'Which node?' } }, { user: 'approver' })
  expect(subject.row.wire).toMatchObject({ requestStatus: 'APPROVAL_WAITING', isPendingMoreInfo: true })
  pass()
  expect(subject.row.wire.isPendingMoreInfo).toBe(false)
  expect(call('listServiceProviderInteractions', id).items).toEqual([
    {
      messageIdentifier: expect.any(String),
      userId: user('approver').id,
      userName: 'approver',
      userType: 'CUSTOMER',
      message: 'Which node?',
      timestamp: expect.any(String),
    },
    {
      messageIdentifier: expect.any(String),
      userName: 'Operator',
      userType: 'OPERATOR',
      message: expect.stringContaining(subject.row.wire.ticketNumbers?.[0] ?? '?'),
      timestamp: expect.any(String),
    },
  ])
})

test('an access request with a question open can still be decided, and the operator then keeps silent', () => {
  const { raise, user, pass } = delegateWorld()
  const subject = raise('staging-databases')
  ask(subject, user('approver'), 'Which node?')
  reject(subject, user('approver'))
  pass()
  expect(subject.row.wire.isPendingMoreInfo).toBe(false)
  expect(subject.row.extra.interactions).toHaveLength(1)
})

test('the first of two approvals leaves a question open', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('production-databases')
  ask(subject, user('approver'), 'Which node?')
  approve(subject, user('administrator'), {})
  expect(subject.row.wire.isPendingMoreInfo).toBe(true)
})

test('a question needs words, and an access request that is not decided', () => {
  const { raise, user } = delegateWorld()
  const subject = raise('staging-databases')
  expect(() => ask(subject, user('approver'), '  ')).toThrow(expect.objectContaining({ code: 'MissingParameter' }))
  approve(subject, user('approver'), {})
  expect(() => ask(subject, user('approver'), 'Which node?')).toThrow(
    'the operator can be asked only before it is decided',
  )
})

test('only approvers may ask', () => {
  const { raise, user } = delegateWorld()
  expect(() => ask(raise('staging-databases'), user('console'), 'Why?')).toThrow(
    expect.objectContaining({ status: 404 }),
  )
})

import { expect, test } from 'vitest'
import { handlers } from './index.ts'
import { delegateWorld, statusOf } from './testing.ts'

test('each decision answers with the work request that carries it out, and with no body', () => {
  const { world, region, raise, user } = delegateWorld()
  const first = raise('staging-databases')
  const second = raise('staging-databases')
  const context = { world, region, caller: user('approver') }
  const decide = (name: 'approve' | 'reject' | 'revoke', id: string) =>
    handlers[`delegate-access-control.${name}DelegatedResourceAccessRequest`](
      { delegatedResourceAccessRequestId: id, body: { approverComment: 'Because' } },
      context,
    )
  const types = [decide('approve', first.row.id), decide('revoke', first.row.id), decide('reject', second.row.id)].map(
    (reply) => {
      if (reply.kind !== 'answer') throw new Error('A decision answers with a page.')
      expect(reply.body).toBeUndefined()
      return region.workRequests.get(reply.workRequestId ?? '').wire.operationType
    },
  )
  expect(types).toEqual([
    'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST',
    'REVOKE_DELEGATED_RESOURCE_ACCESS_REQUEST',
    'REJECT_DELEGATED_RESOURCE_ACCESS_REQUEST',
  ])
})

test('a decision changes the etag, so that whoever looked before has to look again', () => {
  const { raise, call } = delegateWorld()
  const { row } = raise('staging-databases')
  const before = row.etag
  call(
    'approveDelegatedResourceAccessRequest',
    { delegatedResourceAccessRequestId: row.id, body: {} },
    { user: 'approver' },
  )
  expect(row.etag).not.toBe(before)
})

test('an access request of the other region cannot be decided here', () => {
  const { raise, call } = delegateWorld()
  const { row } = raise('ashburn-staging-databases')
  const input = { delegatedResourceAccessRequestId: row.id, body: {} }
  expect(() => call('approveDelegatedResourceAccessRequest', input, { user: 'approver' })).toThrow(
    expect.objectContaining({ status: 404 }),
  )
  call('approveDelegatedResourceAccessRequest', input, { user: 'approver', region: 'us-ashburn-1' })
  expect(statusOf(row)).toBe('OPERATOR_ASSIGNMENT_WAITING')
})

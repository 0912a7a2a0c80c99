import { expect, test } from 'vitest'
import { userNamed } from '../../world/seed/tenancy.ts'
import { statesOf, trial } from './trial.ts'

test('the operator answers a question after a while, and the request waits again', () => {
  const { call, raise, minutes, world } = trial()
  const row = raise()
  minutes(2)
  const asked = call('approver', 'interactionRequest', {
    accessRequestId: row.id,
    body: { moreInfoDetails: 'Which nodes are restarted?' },
  })
  expect(asked.lifecycleState).toBe('MOREINFO')
  minutes(16)
  expect(row.wire.lifecycleState).toBe('APPROVALWAITING')
  expect(call('console', 'listInteractions', { accessRequestId: row.id }).items).toEqual([
    {
      id: expect.any(String),
      userId: userNamed(world, 'approver').id,
      userName: 'approver',
      userType: 'CUSTOMER',
      message: 'Which nodes are restarted?',
      timeOfConversation: expect.any(String),
    },
    {
      id: expect.any(String),
      userId: row.wire.operatorId,
      userName: 'Oracle operator',
      userType: 'OPERATOR',
      message: expect.stringMatching(/\w+ \w+/),
      timeOfConversation: expect.any(String),
    },
  ])
})

test('a question asked while in review leads back to the review', () => {
  const { call, raise, minutes } = trial()
  const row = raise()
  minutes(2)
  expect(call('approver', 'reviewAccessRequest', { accessRequestId: row.id, body: {} }).lifecycleState).toBe('INREVIEW')
  call('approver', 'interactionRequest', { accessRequestId: row.id, body: { moreInfoDetails: 'Why now?' } })
  minutes(16)
  expect(statesOf(row).slice(-3)).toEqual(['INREVIEW', 'MOREINFO', 'INREVIEW'])
})

test('a decision need not wait for the answer, which then never comes', () => {
  const { call, raise, minutes } = trial()
  const row = raise()
  call('approver', 'interactionRequest', { accessRequestId: row.id, body: { moreInfoDetails: 'Why?' } })
  call('approver', 'rejectAccessRequest', { accessRequestId: row.id, body: {} })
  minutes(60)
  expect(row.wire.lifecycleState).toBe('REJECTED')
  expect(row.extra.interactions).toHaveLength(1)
})

test('more questions can be asked before the answer', () => {
  const { call, raise, minutes } = trial()
  const row = raise()
  minutes(2)
  for (const moreInfoDetails of ['Which nodes?', 'Until when?']) {
    call('approver', 'interactionRequest', { accessRequestId: row.id, body: { moreInfoDetails } })
  }
  minutes(20)
  expect(row.extra.interactions.map(({ userType }) => userType)).toEqual(['CUSTOMER', 'CUSTOMER', 'OPERATOR'])
  expect(row.wire.lifecycleState).toBe('APPROVALWAITING')
})

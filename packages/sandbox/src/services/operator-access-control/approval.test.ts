import { expect, test } from 'vitest'
import { handlers } from './index.ts'
import { userNamed } from '../../world/seed/tenancy.ts'
import { statesOf, trial } from './trial.ts'

test('one approval suffices where the control asks for one, and access follows by itself', () => {
  const { call, raise, minutes, world } = trial()
  const row = raise({ durationInHours: 3 })
  minutes(2)
  expect(row.wire.lifecycleState).toBe('APPROVALWAITING')
  call('approver', 'approveAccessRequest', {
    accessRequestId: row.id,
    body: { approverComment: 'Go ahead', auditType: ['KEYSTROKE'], additionalMessage: 'Call first' },
  })
  expect(row.wire).toMatchObject({
    lifecycleState: 'APPROVED',
    userId: userNamed(world, 'approver').id,
    approverComment: 'Go ahead',
    auditType: ['KEYSTROKE'],
    opctlAdditionalMessage: 'Call first',
    numberOfApprovers: 1,
    approverDetails: [
      {
        approverId: userNamed(world, 'approver').id,
        approvalAction: 'APPROVE',
        approvalComment: 'Go ahead',
        approvalAdditionalMessage: 'Call first',
        timeOfAuthorization: expect.any(String),
        timeApprovedForAccess: expect.any(String),
      },
    ],
  })
  minutes(4)
  expect(statesOf(row)).toEqual(['CREATED', 'APPROVALWAITING', 'APPROVED', 'DEPLOYED'])
})

test('two users must approve where the control asks for two', () => {
  const { call, raise, minutes } = trial()
  const row = raise({ resourceName: 'exaprd-fra-01' })
  minutes(2)
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  expect(row.wire).toMatchObject({ lifecycleState: 'APPROVALWAITING', numberOfApprovers: 1 })
  expect(row.wire.lifecycleDetails).toBe('Approved by 1 of 2 approvers')
  call('administrator', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  expect(row.wire).toMatchObject({ lifecycleState: 'APPROVED', numberOfApprovers: 2 })
})

test('the same user approving twice is refused in words that say why', () => {
  const { call, raise } = trial()
  const row = raise({ numberOfApprovers: 2 })
  const approve = () => call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  approve()
  expect(approve).toThrow(expect.objectContaining({ status: 409, code: 'IncorrectState' }))
  expect(approve).toThrow('It needs 2 approvers, and they must be different users.')
  expect(row.wire.numberOfApprovers).toBe(1)
})

test.each(['approve', 'reject', 'review', 'revoke'] as const)('who is no approver gets 404 from %s', (act) => {
  const { call, seeded } = trial()
  const { row, regionName } = seeded(act === 'revoke' ? 'DEPLOYED' : 'APPROVALWAITING')
  expect(() => call('console', `${act}AccessRequest`, { accessRequestId: row.id, body: {} }, regionName)).toThrow(
    expect.objectContaining({ status: 404, code: 'NotAuthorizedOrNotFound' }),
  )
})

test('who is no approver cannot ask the operator either', () => {
  const { call, raise } = trial()
  const row = raise()
  const ask = () =>
    call('console', 'interactionRequest', { accessRequestId: row.id, body: { moreInfoDetails: 'Why?' } })
  expect(ask).toThrow(expect.objectContaining({ status: 404 }))
  expect(row.extra.interactions).toEqual([])
})

test('a start in the future is kept, and access begins then', () => {
  const { call, raise, minutes, hours, world } = trial()
  const row = raise()
  minutes(2)
  const start = new Date(world.clock.ms() + 5 * 3_600_000).toISOString()
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: { timeOfUserCreation: start } })
  expect(row.wire).toMatchObject({ lifecycleState: 'APPROVEDFORFUTURE', timeOfUserCreation: start })
  hours(4.9)
  expect(row.wire.lifecycleState).toBe('APPROVEDFORFUTURE')
  hours(0.2)
  expect(statesOf(row).slice(-3)).toEqual(['APPROVEDFORFUTURE', 'APPROVED', 'DEPLOYED'])
})

test('the start that the operator wished for holds when the approver names none', () => {
  const { call, raise, world } = trial()
  const wished = new Date(world.clock.ms() + 3_600_000).toISOString()
  const row = raise({ timeRequestedForFutureAccess: wished })
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  expect(row.wire).toMatchObject({ lifecycleState: 'APPROVEDFORFUTURE', timeOfUserCreation: wished })
})

test('a start in the past means now', () => {
  const { call, raise } = trial()
  const row = raise()
  call('approver', 'approveAccessRequest', {
    accessRequestId: row.id,
    body: { timeOfUserCreation: '2020-05-22T21:10:29.600Z' },
  })
  expect(row.wire.lifecycleState).toBe('APPROVED')
  expect(row.wire.timeOfUserCreation).toBeUndefined()
})

test('access that cannot be granted ends in DEPLOYFAILED', () => {
  const { call, raise, minutes } = trial()
  const row = raise({ outcomes: { deployOutcome: 'DEPLOYFAILED' } })
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  minutes(4)
  expect(row.wire.lifecycleState).toBe('DEPLOYFAILED')
  expect(row.wire.lifecycleDetails).toContain('could not be created')
})

test('a deleted control still says who decides on what was raised under it', () => {
  const { call, raise, region } = trial()
  const row = raise()
  region.operatorControls.change(region.operatorControls.get(row.wire.opctlId ?? ''), { lifecycleState: 'DELETED' })
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  expect(row.wire.lifecycleState).toBe('APPROVED')
})

test('approve, reject and revoke answer with the id of a work request', () => {
  const { world, region, raise } = trial()
  const caller = userNamed(world, 'approver')
  for (const name of ['approve', 'reject'] as const) {
    const input = { accessRequestId: raise().id, body: {} }
    const reply = handlers[`operator-access-control.${name}AccessRequest`](input, { world, region, caller })
    expect(reply).toMatchObject({
      kind: 'answer',
      workRequestId: expect.stringMatching(/^ocid1\.opctlworkrequest\.oc1\./),
    })
  }
})

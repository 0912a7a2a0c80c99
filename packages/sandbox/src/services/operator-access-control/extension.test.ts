import { expect, test } from 'vitest'
import { userNamed } from '../../world/seed/tenancy.ts'
import { askExtension } from './extension.ts'
import { statesOf, trial } from './trial.ts'

function open(more: { numberOfApprovers?: number; hours?: number } = {}) {
  const trialled = trial()
  const row = trialled.raise({ durationInHours: more.hours ?? 2 })
  trialled.call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  trialled.minutes(4)
  if (more.numberOfApprovers) {
    trialled.region.accessRequests.change(row, { numberOfApproversRequired: more.numberOfApprovers })
  }
  const ask = (hours: number) => askExtension(trialled.world, trialled.region, row.id, hours)
  return { ...trialled, row, ask }
}

test('an approved extension moves the end of access', () => {
  const { call, row, ask, hours } = open()
  ask(3)
  expect(row.wire).toMatchObject({ lifecycleState: 'EXTENDING', extendDuration: 3, numberOfExtensionApprovers: 0 })
  call('administrator', 'approveAccessRequest', { accessRequestId: row.id, body: { approverComment: 'Finish it' } })
  expect(row.wire).toMatchObject({ lifecycleState: 'EXTENDED', numberOfExtensionApprovers: 1, numberOfApprovers: 1 })
  expect(row.extra.histories.at(-1)).toMatchObject({ duration: 3, lifecycleState: 'EXTENDED' })
  hours(4.5)
  expect(row.wire.lifecycleState).toBe('EXTENDED')
  hours(0.6)
  expect(row.wire.lifecycleState).toBe('EXPIRED')
})

test('a rejected extension leaves access open until the old end', () => {
  const { call, row, ask, hours } = open()
  ask(3)
  call('administrator', 'rejectAccessRequest', { accessRequestId: row.id, body: {} })
  expect(row.wire.lifecycleState).toBe('EXTENSIONREJECTED')
  hours(1.5)
  expect(row.wire.lifecycleState).toBe('EXTENSIONREJECTED')
  hours(0.6)
  expect(row.wire.lifecycleState).toBe('EXPIRED')
})

test('an extension nobody decides on does not keep access open', () => {
  const { row, ask, hours } = open()
  ask(3)
  hours(2.1)
  expect(row.wire.lifecycleState).toBe('EXPIRED')
})

test('an extension needs as many different users as the request did', () => {
  const { call, row, ask, world } = open({ numberOfApprovers: 2 })
  ask(3)
  const approve = (user: 'approver' | 'administrator') => () =>
    call(user, 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  approve('approver')()
  expect(row.wire).toMatchObject({ lifecycleState: 'EXTENDING', numberOfExtensionApprovers: 1 })
  expect(approve('approver')).toThrow(expect.objectContaining({ status: 409, code: 'IncorrectState' }))
  approve('administrator')()
  expect(row.wire.lifecycleState).toBe('EXTENDED')
  expect(row.wire.extensionApproverDetails?.map(({ approverId }) => approverId)).toEqual([
    userNamed(world, 'approver').id,
    userNamed(world, 'administrator').id,
  ])
})

test('approvals of an earlier extension do not count for the next', () => {
  const { call, row, ask } = open()
  ask(1)
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  ask(2)
  expect(row.wire).toMatchObject({ lifecycleState: 'EXTENDING', numberOfExtensionApprovers: 0, extendDuration: 2 })
  expect(row.wire.extensionApproverDetails).toBeUndefined()
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  expect(row.extra.grantedHours).toBe(5)
})

test('an extension takes no start time', () => {
  const { call, row, ask } = open()
  ask(1)
  const approve = () =>
    call('approver', 'approveAccessRequest', {
      accessRequestId: row.id,
      body: { timeOfUserCreation: '2030-01-01T00:00:00.000Z' },
    })
  expect(approve).toThrow(expect.objectContaining({ status: 400, code: 'InvalidParameter' }))
})

test('an extension of automatically approved access is granted automatically', () => {
  const { world, region, raise, minutes } = trial()
  const row = raise({ actions: ['INFRA_DIAG'] })
  minutes(5)
  askExtension(world, region, row.id, 2)
  minutes(2)
  expect(statesOf(row).slice(-3)).toEqual(['DEPLOYED', 'EXTENDING', 'EXTENDED'])
})

test('only open access can be extended, by whole hours', () => {
  const { world, region, raise } = trial()
  const row = raise()
  expect(() => askExtension(world, region, row.id, 2)).toThrow(expect.objectContaining({ status: 409 }))
  expect(() => askExtension(world, region, row.id, 0.5)).toThrow(expect.objectContaining({ status: 400 }))
})

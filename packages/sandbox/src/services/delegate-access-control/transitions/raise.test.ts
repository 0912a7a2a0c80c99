import { expect, test } from 'vitest'
import { delegateWorld, latestWork, statusesOf } from '../testing.ts'

test('an access request waits for approval, and a work request tells of its arrival', () => {
  const { raise, pass, control } = delegateWorld()
  const subject = raise('production-databases')
  expect(subject.row.wire).toMatchObject({
    requestStatus: 'APPROVAL_WAITING',
    lifecycleState: 'WAITING',
    isAutoApproved: false,
    numInitialApprovals: 0,
    delegationControlId: control('production-databases').id,
    resourceType: 'VMCLUSTER',
    auditTypes: ['COMMAND_AUDIT', 'COMMAND_KEYSTROKE_AUDIT'],
  })
  pass()
  const work = latestWork(subject)
  expect(work.wire).toMatchObject({
    operationType: 'CREATE_DELEGATED_RESOURCE_ACCESS_REQUEST',
    status: 'SUCCEEDED',
  })
  expect(work.wire.resources[0]).toMatchObject({ actionType: 'CREATED', identifier: subject.row.id })
})

test('when the control has pre-approved every action, access is deployed without anybody being asked', () => {
  const { raise, pass } = delegateWorld()
  const actions = ['DLGT_MGMT_LOG_ACCESS', 'DLGT_MGMT_DIAG_ACCESS']
  const subject = raise('staging-databases', { actions })
  expect(subject.row.wire).toMatchObject({ requestStatus: 'PREAPPROVED', isAutoApproved: true })
  pass()
  expect(statusesOf(subject)).toEqual(['CREATED', 'PREAPPROVED', 'DEPLOYED'])
})

test('one action that is not pre-approved makes the whole access request wait', () => {
  const { raise } = delegateWorld()
  const actions = ['DLGT_MGMT_LOG_ACCESS', 'DLGT_MGMT_FULL_ACCESS']
  expect(raise('staging-databases', { actions }).row.wire).toMatchObject({
    requestStatus: 'APPROVAL_WAITING',
    isAutoApproved: false,
  })
})

test('in maintenance only a control that says so approves by itself', () => {
  const { raise } = delegateWorld()
  expect(raise('staging-databases', { isInMaintenance: true }).row.wire.requestStatus).toBe('PREAPPROVED')
  expect(raise('production-databases', { isInMaintenance: true }).row.wire.requestStatus).toBe('APPROVAL_WAITING')
})

test('an operator can only ask for governed resources and known, active actions', () => {
  const { raise, control } = delegateWorld()
  const [elsewhere = ''] = control('production-databases').wire.resourceIds ?? []
  expect(() => raise('staging-databases', { resourceId: elsewhere })).toThrow(
    'is not governed by the delegation control',
  )
  expect(() => raise('staging-databases', { actions: ['DLGT_MGMT_NOTHING'] })).toThrow(
    'no active service provider action',
  )
  expect(() => raise('staging-databases', { actions: ['DLGT_MGMT_LEGACY_CONSOLE'] })).toThrow(
    'no active service provider',
  )
  expect(() => raise('staging-databases', { actions: [] })).toThrow('at least one action')
})

test('a control that is not in effect governs no access', () => {
  const { raise } = delegateWorld()
  expect(() => raise('ashburn-exascale-trial')).toThrow('is NEEDS_ATTENTION; it governs no access')
})

import { expect, test } from 'vitest'
import { delegateWorld, statusOf, type DelegateWorld } from '../testing.ts'
import { approve } from './approval.ts'
import { accessEndMs } from './expiry.ts'
import { askExtension } from './extension.ts'
import type { RaiseOptions } from '../life.ts'
import { reject } from './rejection.ts'

function deployed({ raise, user, pass }: DelegateWorld, options: RaiseOptions = {}, control = 'staging-databases') {
  const subject = raise(control, options)
  approve(subject, user('administrator'), {})
  if (subject.row.wire.requestStatus === 'APPROVAL_WAITING') approve(subject, user('approver'), {})
  pass()
  return subject
}

test('an approved extension moves the end of access and is listed as an extension', () => {
  const made = delegateWorld()
  const subject = deployed(made)
  const end = accessEndMs(subject.row)
  askExtension(subject, 3)
  expect(subject.row.wire).toMatchObject({
    requestStatus: 'EXTENDING',
    lifecycleState: 'WAITING',
    extendDurationInHours: 3,
  })
  approve(subject, made.user('approver'), {})
  expect(statusOf(subject.row)).toBe('EXTENDING')
  made.pass()
  expect(subject.row.wire).toMatchObject({
    requestStatus: 'EXTENDED',
    numInitialApprovals: 1,
    numExtensionApprovals: 1,
  })
  expect(subject.row.wire.approvalInfo?.at(-1)).toMatchObject({ approvalAction: 'APPROVE', approvalType: 'EXTENSION' })
  expect(accessEndMs(subject.row) - end).toBe(3 * 3_600_000)
})

test('an extension needs as many approvals as the control asks for, from both users anew', () => {
  const made = delegateWorld()
  const subject = deployed(made, {}, 'production-databases')
  askExtension(subject, 2)
  approve(subject, made.user('approver'), {})
  made.pass(10)
  expect(subject.row.wire).toMatchObject({ requestStatus: 'EXTENDING', numExtensionApprovals: 1 })
  expect(() => approve(subject, made.user('approver'), {})).toThrow('You have approved this access request already')
  approve(subject, made.user('administrator'), {})
  made.pass()
  expect(subject.row.wire).toMatchObject({ requestStatus: 'EXTENDED', numExtensionApprovals: 2 })
})

test('an extension being put into effect cannot be decided a second time', () => {
  const made = delegateWorld()
  const subject = deployed(made)
  askExtension(subject, 1)
  approve(subject, made.user('approver'), {})
  const refusal = 'The extension has been approved and is being put into effect; it cannot be decided again.'
  expect(() => reject(subject, made.user('administrator'))).toThrow(refusal)
  expect(() => approve(subject, made.user('administrator'), {})).toThrow(refusal)
})

test('an extension that fails leaves access to end as first approved', () => {
  const made = delegateWorld()
  const subject = deployed(made, { failures: ['EXTENSION_FAILED'] })
  askExtension(subject, 3)
  const work = approve(subject, made.user('approver'), {})
  made.pass()
  expect(subject.row.wire).toMatchObject({ requestStatus: 'EXTENSION_FAILED', lifecycleState: 'NEEDS_ATTENTION' })
  expect(work.wire.status).toBe('FAILED')
  made.pass(4 * 60)
  expect(statusOf(subject.row)).toBe('EXPIRED')
})

test('an extension that is approved in the last minute outlives the first end', () => {
  const made = delegateWorld()
  const subject = deployed(made)
  made.world.clock.advance(accessEndMs(subject.row) - made.world.clock.ms() - 1000)
  askExtension(subject, 2)
  approve(subject, made.user('approver'), {})
  made.pass()
  expect(statusOf(subject.row)).toBe('EXTENDED')
  made.pass(2 * 60)
  expect(statusOf(subject.row)).toBe('EXPIRED')
})

test('an extension is asked for in whole hours and only while access is open', () => {
  const made = delegateWorld()
  const waiting = made.raise('staging-databases')
  expect(() => askExtension(waiting, 1)).toThrow('an extension can be asked for only while access is open')
  const subject = deployed(made)
  expect(() => askExtension(subject, 0.5)).toThrow('whole hours')
  askExtension(subject, 1)
  expect(() => askExtension(subject, 1)).toThrow('The access request is EXTENDING')
})

test('an extension takes no start of its own', () => {
  const made = delegateWorld()
  const subject = deployed(made)
  askExtension(subject, 1)
  const timeApprovedForAccess = new Date(made.world.clock.ms() + 3_600_000).toISOString()
  expect(() => approve(subject, made.user('approver'), { timeApprovedForAccess })).toThrow(
    expect.objectContaining({ status: 400, code: 'InvalidParameter' }),
  )
})

import { expect, test } from 'vitest'
import { completeDelegatedAccess } from '../life.ts'
import { delegateWorld, statusesOf, type DelegateWorld } from '../testing.ts'
import { approve } from './approval.ts'
import type { RaiseOptions } from '../life.ts'
import type { Subject } from './move.ts'

function deployed({ raise, user, pass }: DelegateWorld, failures: RaiseOptions['failures'] = []) {
  const subject = raise('staging-databases', { failures })
  approve(subject, user('approver'), {})
  pass()
  return subject
}

const complete = ({ world, region, row }: Subject) => completeDelegatedAccess(world, region, row.id, 'Fixed')

test('when the operator has finished, access is removed and the access request completed', () => {
  const made = delegateWorld()
  const subject = deployed(made)
  complete(subject)
  expect(subject.row.wire).toMatchObject({ requestStatus: 'COMPLETING', closureComment: 'Fixed' })
  made.pass()
  expect(statusesOf(subject).slice(-4)).toEqual(['DEPLOYED', 'COMPLETING', 'UNDEPLOYED', 'COMPLETED'])
  expect(subject.row.wire.lifecycleState).toBe('SUCCEEDED')
})

test('a temporary user that cannot be removed leaves UNDEPLOY_FAILED', () => {
  const made = delegateWorld()
  const subject = deployed(made, ['UNDEPLOY_FAILED'])
  complete(subject)
  made.pass()
  expect(subject.row.wire).toMatchObject({ requestStatus: 'UNDEPLOY_FAILED', lifecycleState: 'NEEDS_ATTENTION' })
})

test('an access request that cannot be closed after its access is removed leaves CLOSE_FAILED', () => {
  const made = delegateWorld()
  const subject = deployed(made, ['CLOSE_FAILED'])
  complete(subject)
  made.pass()
  expect(statusesOf(subject).slice(-2)).toEqual(['UNDEPLOYED', 'CLOSE_FAILED'])
  expect(subject.row.wire.lifecycleState).toBe('NEEDS_ATTENTION')
})

test('what is not open cannot be completed', () => {
  const { raise } = delegateWorld()
  expect(() => complete(raise('staging-databases'))).toThrow('only open access can be completed')
})

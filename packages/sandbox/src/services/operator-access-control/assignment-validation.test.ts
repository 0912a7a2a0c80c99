import { expect, test } from 'vitest'
import { userNamed } from '../../world/seed/tenancy.ts'
import { statesOf, trial } from './trial.ts'

function validation(resourceName: string) {
  const trialled = trial()
  const { call, region } = trialled
  const { id } = region.operatorControlAssignments.values().find(({ wire }) => wire.resourceName === resourceName)! // seeded
  const input = { operatorControlAssignmentId: id }
  return {
    ...trialled,
    validate: (actionName?: string) =>
      call('administrator', 'validateOperatorAssignment', { ...input, body: actionName ? { actionName } : {} }),
    status: () => call('console', 'getAssignmentValidationStatus', input),
  }
}

test('an assignment that was never validated has no status', () => {
  const { status } = validation('exaprd-fra-01')
  expect(status).toThrow(expect.objectContaining({ status: 404, code: 'NotAuthorizedOrNotFound' }))
})

test('a validation runs its commands one by one and succeeds', () => {
  const { validate, status, minutes, world } = validation('exaprd-fra-01')
  validate('INFRA_HYPERVISOR')
  expect(status()).toMatchObject({
    executionStatus: 'PROGRESS',
    userId: userNamed(world, 'administrator').id,
    statusDetail: [],
  })
  minutes(4)
  expect(status().executionStatus).toBe('PROGRESS')
  expect(status().statusDetail?.length).toBeGreaterThan(0)
  minutes(6)
  expect(status()).toMatchObject({ executionStatus: 'SUCCESS', timeOfValidationFinish: expect.any(String) })
  expect(status().statusDetail?.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'Success'))
})

test('a validation raises an access request of its own, approved by the system and closed at the end', () => {
  const { validate, status, minutes, region } = validation('exaprd-fra-01')
  validate('INFRA_HYPERVISOR')
  const row = region.accessRequests.get(status().accessRequestId ?? '')
  expect(row.wire).toMatchObject({ isValidateAssignment: true, actionRequestsList: ['INFRA_HYPERVISOR'] })
  minutes(12)
  expect(statesOf(row)).toEqual(['CREATED', 'PREAPPROVED', 'DEPLOYED', 'COMPLETING', 'COMPLETED'])
  expect(row.wire.isAutoApproved).toBe(true)
})

test('an assignment in error fails its validation, and says why', () => {
  const { validate, status, minutes, region } = validation('exastg-fra-02')
  validate()
  minutes(10)
  expect(status()).toMatchObject({ executionStatus: 'FAILED', errorMessage: expect.stringContaining('.invalid') })
  expect(status().statusDetail?.at(-1)).toMatchObject({ commandName: 'forward-audit-log', status: 'Failure' })
  expect(region.accessRequests.get(status().accessRequestId ?? '').wire.lifecycleState).toBe('DEPLOYFAILED')
})

test('one validation runs at a time', () => {
  const { validate, minutes } = validation('exaprd-fra-01')
  validate()
  expect(() => validate()).toThrow(expect.objectContaining({ status: 409, code: 'IncorrectState' }))
  minutes(10)
  expect(() => validate()).not.toThrow()
})

test('a validation refuses an action that the resource does not have', () => {
  const { validate } = validation('exaprd-fra-01')
  expect(() => validate('AVM_DIAG')).toThrow(expect.objectContaining({ status: 400, code: 'InvalidParameter' }))
})

import { expect, test } from 'vitest'
import { compartmentId } from '../../world/seed/tenancy.ts'
import { raiseAccessRequest } from './raise.ts'
import { statesOf, trial } from './trial.ts'

test('a raised request is CREATED and soon waits for approval', () => {
  const { raise, minutes } = trial()
  const row = raise()
  expect(row.wire).toMatchObject({ lifecycleState: 'CREATED', numberOfApprovers: 0, isAutoApproved: false })
  minutes(2)
  expect(row.wire.lifecycleState).toBe('APPROVALWAITING')
})

test('a request is raised with what the caller asks for', () => {
  const { raise } = trial()
  const row = raise({
    resourceName: 'exaprd-fra-02',
    actions: ['INFRA_DIAG', 'INFRA_FULL'],
    severity: 'S1',
    numberOfApprovers: 3,
    durationInHours: 7,
    reasonSummary: 'Because',
    reason: 'Because of that',
    subResources: ['exaprd-fra-02-dbadm02'],
  })
  expect(row.wire).toMatchObject({
    resourceName: 'exaprd-fra-02',
    resourceType: 'EXADATAINFRASTRUCTURE',
    opctlName: 'fra-exadata-production',
    actionRequestsList: ['INFRA_DIAG', 'INFRA_FULL'],
    severity: 'S1',
    numberOfApproversRequired: 3,
    duration: 7,
    accessReasonSummary: 'Because',
    reason: 'Because of that',
    subResourceList: ['exaprd-fra-02-dbadm02'],
    systemMessage: expect.any(String),
  })
})

test('a request whose actions are all approved in advance is approved by the system', () => {
  const { raise, minutes } = trial()
  const row = raise({ actions: ['INFRA_DIAG', 'INFRA_CPS_ONLY'] })
  minutes(6)
  expect(statesOf(row)).toEqual(['CREATED', 'PREAPPROVED', 'DEPLOYED'])
  expect(row.wire).toMatchObject({ isAutoApproved: true, numberOfApprovers: 0 })
  expect(row.extra.histories.at(-1)?.isAutoApproved).toBe(true)
})

test('one action beyond those approved in advance needs a decision', () => {
  const { raise, minutes } = trial()
  const row = raise({ actions: ['INFRA_DIAG', 'INFRA_HYPERVISOR'] })
  minutes(6)
  expect(row.wire.lifecycleState).toBe('APPROVALWAITING')
})

test('a control that approves everything in advance approves anything', () => {
  const { raise, minutes } = trial()
  const row = raise({ resourceName: 'avmstg-fra-01', actions: ['AVM_FULL'] })
  minutes(2)
  expect(row.wire.lifecycleState).toBe('PREAPPROVED')
})

test('in a maintenance window the assignment may approve', () => {
  const { raise } = trial()
  expect(raise({ isDuringMaintenance: true }).wire.isAutoApproved).toBe(true)
  expect(raise({ resourceName: 'exaprd-fra-01', isDuringMaintenance: true }).wire.isAutoApproved).toBe(false)
})

test('without further wishes a request needs a decision and tells a reason that suits its resource', () => {
  const { world } = trial()
  for (const region of world.regions.values()) {
    for (let count = 0; count < 20; count++) {
      const row = raiseAccessRequest(world, region)
      expect(row.wire.isAutoApproved).toBe(false)
      expect(row.wire.actionRequestsList).not.toEqual([])
      expect(row.wire.reason).not.toContain('{')
      expect(row.wire.accessReasonSummary).not.toContain('{')
    }
  }
})

test('actions lead to a resource that has them', () => {
  const { world, region } = trial()
  for (let count = 0; count < 10; count++) {
    expect(raiseAccessRequest(world, region, { actions: ['AVM_FULL'] }).wire.resourceName).toBe('avmstg-fra-01')
  }
})

test('a request is raised in the compartment asked for', () => {
  const { world, region } = trial()
  const staging = compartmentId(world, 'exadata-staging')
  expect(raiseAccessRequest(world, region, { compartmentId: staging }).wire.compartmentId).toBe(staging)
})

test.each([
  [{ resourceName: 'nowhere' }, 'named nowhere'],
  [{ resourceName: 'exastg-fra-02' }, 'governed by an applied operator control'],
  [{ actions: ['AVM_DIAG'] }, 'AVM_DIAG is no operator action for a resource of type EXADATAINFRASTRUCTURE.'],
  [{ actions: [] }, 'asks for at least one operator action'],
  [{ timeRequestedForFutureAccess: 'soon' }, 'is an RFC 3339 time, not soon'],
  [{ durationInHours: 0 }, 'durationInHours is a whole number from 1'],
  [{ numberOfApprovers: 11 }, 'numberOfApprovers is a whole number from 1 to 10'],
])('raising with %j is refused in words', (options, words) => {
  const { raise } = trial()
  expect(() => raise(options)).toThrow(expect.objectContaining({ status: 400 }))
  expect(() => raise(options)).toThrow(words)
})

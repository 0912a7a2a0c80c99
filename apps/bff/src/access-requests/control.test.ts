import { expect, test } from 'vitest'
import type { CataloguedAction } from './action-catalogue.ts'
import { fromDelegationControl, fromOperatorControl, toRequestedActions } from './control.ts'

const operatorControl = (more: object = {}) =>
  fromOperatorControl({
    id: 'control',
    operatorControlName: 'production',
    compartmentId: 'compartment',
    numberOfApprovers: 2,
    ...more,
  })

const diagnostics: CataloguedAction = {
  id: 'ocid1.opctloperatoraction.oc1..diag',
  name: 'INFRA_DIAG',
  displayName: 'System Diagnostics',
  layer: 'DOM0',
  description: 'Reads logs. Risk: low.',
  sshAllowed: true,
  properties: [],
}

const preApproved = (asked: string, list: string[]) =>
  toRequestedActions([asked], [diagnostics], operatorControl({ preApprovedOpActionList: list }))[0]?.preApproved

test('an action is pre-approved whether request and control name it or give its id', () => {
  for (const asked of [diagnostics.id, diagnostics.name])
    for (const listed of [diagnostics.id, diagnostics.name]) expect(preApproved(asked, [listed])).toBe(true)
  expect(preApproved(diagnostics.name, ['INFRA_FULL'])).toBe(false)
})

test('a control that approves everything approves each action', () => {
  const [action] = toRequestedActions(['INFRA_FULL'], [null], operatorControl({ isFullyPreApproved: true }))
  expect(action).toMatchObject({ name: 'INFRA_FULL', preApproved: true })
})

test('an action reads by its name, with Oracle’s text', () => {
  const [action] = toRequestedActions([diagnostics.id], [diagnostics], operatorControl())
  expect(action).toMatchObject({
    name: 'INFRA_DIAG',
    displayName: 'System Diagnostics',
    description: 'Reads logs. Risk: low.',
  })
})

test('without catalogue and control nothing is claimed of an action', () => {
  expect(toRequestedActions(['INFRA_DIAG'], null, null)).toEqual([
    {
      name: 'INFRA_DIAG',
      displayName: null,
      layer: null,
      description: null,
      sshAllowed: null,
      preApproved: null,
      properties: [],
    },
  ])
})

test('a delegation control pre-approves by name', () => {
  const control = fromDelegationControl({
    id: 'control',
    displayName: 'production',
    compartmentId: 'compartment',
    resourceType: 'VMCLUSTER',
    preApprovedServiceProviderActionNames: ['DLGT_MGMT_LOG_ACCESS'],
  })
  expect(control.preApproves('DLGT_MGMT_LOG_ACCESS')).toBe(true)
  expect(control.preApproves('DLGT_MGMT_FULL_ACCESS')).toBe(false)
})

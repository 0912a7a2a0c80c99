import { expect, test } from 'vitest'
import { actionRisk, actionsForDecision, approvalRisks } from './risk.ts'
import { accessRequest, extensionRequested, requestedAction } from './testing.ts'

const unknown = requestedAction({
  name: 'INFRA_NEW',
  displayName: null,
  description: null,
  sshAllowed: null,
  layer: null,
})
const full = requestedAction({ name: 'INFRA_FULL', displayName: 'Full System Access', sshAllowed: true })
const shell = requestedAction({ name: 'INFRA_HYPERVISOR', sshAllowed: true })

test('read-only diagnosis without a shell is nothing special', () => {
  expect(actionRisk(requestedAction())).toEqual({ level: 'usual', marks: [] })
})

test('a shell raises the risk, full administration makes it high', () => {
  expect(actionRisk(shell)).toEqual({ level: 'raised', marks: ['SSH shell'] })
  expect(actionRisk(full)).toEqual({ level: 'high', marks: ['Full administration', 'SSH shell'] })
  expect(actionRisk(requestedAction({ properties: [{ name: 'category', value: 'FULLADMINISTRATION' }] })).level).toBe(
    'high',
  )
  expect(actionRisk(requestedAction({ name: 'DLGT_MGMT_FULL_ACCESS' })).level).toBe('high')
})

test('an action that Oracle says nothing of is taken as high', () => {
  expect(actionRisk(unknown)).toEqual({ level: 'high', marks: ['Unknown action, treated as high risk'] })
})

test('what the control does not approve in advance comes first, the most dangerous of it before the rest', () => {
  const allowed = requestedAction({ name: 'INFRA_ALLOWED_FULL', preApproved: true })
  const usual = requestedAction({ name: 'INFRA_USUAL' })
  const request = accessRequest({ requestedActions: [allowed, usual, shell, full] })
  expect(actionsForDecision(request).map(({ name }) => name)).toEqual([
    'INFRA_FULL',
    'INFRA_HYPERVISOR',
    'INFRA_USUAL',
    'INFRA_ALLOWED_FULL',
  ])
})

test('a usual approval has no risks to confirm', () => {
  expect(approvalRisks(accessRequest())).toEqual([])
})

test('severity, shell, full administration and what is unknown are each said', () => {
  const request = accessRequest({ severity: 'S1', requestedActions: [full, shell, unknown] })
  expect(approvalRisks(request)).toEqual([
    'This is severity S1, the most severe.',
    'This grants full administration: INFRA_FULL.',
    'This grants an SSH shell: INFRA_FULL and INFRA_HYPERVISOR.',
    'Oracle does not document what this allows: INFRA_NEW.',
  ])
})

test('a shell that the control gives without asking is no risk of this decision', () => {
  expect(approvalRisks(accessRequest({ requestedActions: [{ ...shell, preApproved: true }] }))).toEqual([])
})

test('a shell counts when the control could not be read', () => {
  expect(approvalRisks(accessRequest({ requestedActions: [{ ...shell, preApproved: null }] }))).toHaveLength(1)
})

test('an access request that names no action is a risk by itself', () => {
  expect(approvalRisks(accessRequest({ requestedActions: [] }))).toEqual([
    'OCI lists no actions, so the scope of this access is unknown.',
  ])
})

test('an extension beyond a day in all is said, a short one is not', () => {
  expect(approvalRisks(extensionRequested())).toEqual([])
  expect(approvalRisks(extensionRequested({ extensionHours: 24 }))).toEqual([
    'With this extension, access lasts 28 h in total, longer than a day.',
  ])
})

import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { compartmentId, groupId } from '../../world/seed/tenancy.ts'
import { trial } from './trial.ts'

function controls() {
  const trialled = trial()
  const { call, world, region } = trialled
  const details = (
    more: Partial<OperatorAccessControl.CreateOperatorControlDetails> = {},
  ): OperatorAccessControl.CreateOperatorControlDetails => ({
    operatorControlName: 'lab',
    compartmentId: compartmentId(world, 'exadata-staging'),
    resourceType: 'EXADATAINFRASTRUCTURE',
    approverGroupsList: [groupId(world, 'access-approvers')],
    isFullyPreApproved: false,
    ...more,
  })
  const create = (more: Partial<OperatorAccessControl.CreateOperatorControlDetails> = {}) =>
    call('administrator', 'createOperatorControl', { body: details(more) })
  const named = (name: string) => {
    const row = region.operatorControls.values().find(({ wire }) => wire.operatorControlName === name)
    if (!row) throw new Error(`No control is named ${name}.`)
    return row
  }
  return { ...trialled, details, create, named }
}

test('a control is created with the actions that need an approval', () => {
  const { create, call } = controls()
  const control = create({ preApprovedOpActionList: ['INFRA_DIAG', 'INFRA_CPS_ONLY'], numberOfApprovers: 2 })
  expect(control).toMatchObject({ lifecycleState: 'CREATED', numberOfApprovers: 2, isDefaultOperatorControl: false })
  expect(control.approvalRequiredOpActionList?.toSorted()).toEqual([
    'INFRA_CELL_DIAG',
    'INFRA_CELL_MGMT',
    'INFRA_FULL',
    'INFRA_HYPERVISOR',
    'INFRA_SERVICE_MGMT',
    'INFRA_UPDATE_RESTART',
  ])
  expect(call('console', 'getOperatorControl', { operatorControlId: control.id })).toEqual(control)
})

test('a control that approves everything in advance leaves no action to approve', () => {
  const { create } = controls()
  const control = create({ isFullyPreApproved: true, approverGroupsList: [] })
  expect(control.approvalRequiredOpActionList).toEqual([])
  expect(control.preApprovedOpActionList).toContain('INFRA_FULL')
})

test('one approver is asked for when the control does not say how many', () => {
  expect(controls().create().numberOfApprovers).toBe(1)
})

test('a control nobody can approve under is refused', () => {
  const { create } = controls()
  expect(() => create({ approverGroupsList: [] })).toThrow('needs approversList or approverGroupsList')
})

test('an action that the type of resource does not have is refused by name', () => {
  const { create } = controls()
  const attempt = () => create({ preApprovedOpActionList: ['AVM_DIAG'] })
  expect(attempt).toThrow(expect.objectContaining({ status: 400, code: 'InvalidParameter' }))
  expect(attempt).toThrow('AVM_DIAG in preApprovedOpActionList is no operator action')
})

test('names of controls are unique until they are deleted', () => {
  const { create, call } = controls()
  const first = create()
  expect(() => create()).toThrow(expect.objectContaining({ status: 409, code: 'NotAuthorizedOrResourceAlreadyExists' }))
  call('administrator', 'deleteOperatorControl', { operatorControlId: first.id })
  expect(create().id).not.toBe(first.id)
})

test('a control that was assigned keeps its name when it is deleted, since it is kept for audit', () => {
  const { create, call, region, named, minutes } = controls()
  const operatorControlName = 'fra-autonomous-staging'
  const { id } = named(operatorControlName)
  const assignment = region.operatorControlAssignments.values().find(({ wire }) => wire.operatorControlId === id)
  call('administrator', 'deleteOperatorControlAssignment', { operatorControlAssignmentId: assignment?.id ?? '' })
  minutes(5)
  call('administrator', 'deleteOperatorControl', { operatorControlId: id })
  const attempt = () => create({ operatorControlName })
  expect(attempt).toThrow(expect.objectContaining({ status: 409, code: 'NotAuthorizedOrResourceAlreadyExists' }))
  expect(attempt).toThrow('kept for audit')
})

test('a control cannot be put into a compartment that the caller does not see', () => {
  const { call, details } = controls()
  expect(() => call('restricted', 'createOperatorControl', { body: details() })).toThrow(
    expect.objectContaining({ status: 400, code: 'RelatedResourceNotAuthorizedOrNotFound' }),
  )
})

test('an update replaces the control: what is left out is gone', () => {
  const { create, call, world } = controls()
  const before = create({
    description: 'For the lab',
    systemMessage: 'Recorded',
    preApprovedOpActionList: ['INFRA_DIAG'],
    numberOfApprovers: 3,
    freeformTags: { tier: 'lab' },
  })
  const after = call('administrator', 'updateOperatorControl', {
    operatorControlId: before.id,
    body: {
      operatorControlName: 'lab-two',
      approverGroupsList: [groupId(world, 'exadata-approvers')],
      isFullyPreApproved: false,
    },
  })
  expect(after).toMatchObject({
    operatorControlName: 'lab-two',
    approverGroupsList: [groupId(world, 'exadata-approvers')],
    preApprovedOpActionList: [],
    numberOfApprovers: 3,
    freeformTags: { tier: 'lab' },
    resourceType: 'EXADATAINFRASTRUCTURE',
  })
  expect(after).not.toHaveProperty('description')
  expect(after).not.toHaveProperty('systemMessage')
})

test('an update cannot take the name of another control, but may keep its own', () => {
  const { create, call, details } = controls()
  const { id } = create()
  const rename = (operatorControlName: string) =>
    call('administrator', 'updateOperatorControl', { operatorControlId: id, body: details({ operatorControlName }) })
  expect(() => rename('fra-exadata-staging')).toThrow(expect.objectContaining({ status: 409 }))
  expect(rename('lab').operatorControlName).toBe('lab')
})

test('assignments follow when their control is renamed', () => {
  const { call, details, named, region } = controls()
  const { id } = named('fra-exadata-staging')
  call('administrator', 'updateOperatorControl', {
    operatorControlId: id,
    body: details({ operatorControlName: 'renamed' }),
  })
  const names = region.operatorControlAssignments.values().filter(({ wire }) => wire.operatorControlId === id)
  expect(new Set(names.map(({ wire }) => wire.opControlName))).toEqual(new Set(['renamed']))
})

test('an assigned control cannot be deleted, and the refusal names what it is assigned to', () => {
  const { call, named } = controls()
  const { id } = named('fra-exadata-production')
  const remove = () => call('administrator', 'deleteOperatorControl', { operatorControlId: id })
  expect(remove).toThrow(expect.objectContaining({ status: 409, code: 'IncorrectState' }))
  expect(remove).toThrow('is assigned to exaprd-fra-01, exaprd-fra-02')
})

test('a deleted control stays for audit and cannot be changed, moved or deleted again', () => {
  const { create, call, details } = controls()
  const { id, compartmentId: home } = create()
  call('administrator', 'deleteOperatorControl', { operatorControlId: id, description: 'No longer used' })
  expect(call('console', 'getOperatorControl', { operatorControlId: id })).toMatchObject({
    lifecycleState: 'DELETED',
    lastModifiedInfo: 'Deleted: No longer used',
    timeOfDeletion: expect.any(String),
  })
  const refused = expect.objectContaining({ status: 409, code: 'IncorrectState' })
  expect(() => call('administrator', 'deleteOperatorControl', { operatorControlId: id })).toThrow(refused)
  expect(() => call('administrator', 'updateOperatorControl', { operatorControlId: id, body: details() })).toThrow(
    refused,
  )
  expect(() =>
    call('administrator', 'changeOperatorControlCompartment', {
      operatorControlId: id,
      body: { compartmentId: home },
    }),
  ).toThrow(refused)
})

test('a control moves to another compartment at once', () => {
  const { create, call, world } = controls()
  const { id } = create()
  const lab = compartmentId(world, 'sandbox-lab')
  call('administrator', 'changeOperatorControlCompartment', { operatorControlId: id, body: { compartmentId: lab } })
  expect(call('console', 'listOperatorControls', { compartmentId: lab }).items.map((item) => item.id)).toEqual([id])
  expect(() => call('administrator', 'changeOperatorControlCompartment', { operatorControlId: id, body: {} })).toThrow(
    expect.objectContaining({ status: 400, code: 'MissingParameter' }),
  )
})

test('controls are listed by state, name and resource type', () => {
  const { call, world } = controls()
  const list = (more: object) =>
    call('console', 'listOperatorControls', {
      compartmentId: compartmentId(world, 'exadata-production'),
      ...more,
    }).items.map(({ operatorControlName }) => operatorControlName)
  expect(list({ sortBy: 'displayName' })).toEqual([
    'fra-cloud-exadata-production',
    'fra-exadata-before-2026',
    'fra-exadata-production',
  ])
  expect(list({ lifecycleState: 'DELETED' })).toEqual(['fra-exadata-before-2026'])
  expect(list({ displayName: 'fra-exadata-production' })).toEqual(['fra-exadata-production'])
  expect(list({ resourceType: 'CLOUDEXADATAINFRASTRUCTURE' })).toEqual(['fra-cloud-exadata-production'])
})

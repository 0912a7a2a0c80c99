import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { expect } from 'vitest'
import type { Sandbox } from '../index.ts'
import type { Oracle } from './oracle.ts'

const compartment = ({ compartments }: Sandbox, name: string) => compartments.find((one) => one.name === name)!.id

/** Long enough for any state in transit to pass. */
const settleMs = 5 * 60_000

const approver = { user: 'approver' } as const

function controlDetails(sandbox: Sandbox): OperatorAccessControl.CreateOperatorControlDetails {
  return {
    operatorControlName: 'trial-control',
    description: 'A control to try things out',
    approverGroupsList: [sandbox.world.groups.get('access-approvers')!],
    isFullyPreApproved: false,
    resourceType: 'EXADATAINFRASTRUCTURE',
    numberOfApprovers: 2,
    compartmentId: compartment(sandbox, 'exadata-staging'),
  }
}

export async function tellOfOperatorControls({ call }: Oracle, sandbox: Sandbox) {
  const details = controlDetails(sandbox)
  const created = await call('operator-access-control.createOperatorControl', { body: details })
  const operatorControlId = created.body.id
  expect(created.etag).toEqual(expect.any(String))
  const { etag } = await call('operator-access-control.getOperatorControl', { operatorControlId })
  const { operatorControlName: _, compartmentId: __, resourceType: ___, ...rest } = details
  const updated = await call('operator-access-control.updateOperatorControl', {
    operatorControlId,
    body: { ...rest, operatorControlName: 'renamed-control', numberOfApprovers: 1 },
    ifMatch: etag,
  })
  expect(updated.body).toMatchObject({ operatorControlName: 'renamed-control', numberOfApprovers: 1 })
  const compartmentId = compartment(sandbox, 'sandbox-lab')
  await call('operator-access-control.changeOperatorControlCompartment', { operatorControlId, body: { compartmentId } })
  const listed = await call('operator-access-control.listOperatorControls', {
    compartmentId,
    displayName: 'renamed-control',
  })
  expect(listed.body.items).toMatchObject([{ id: operatorControlId }])
  await call('operator-access-control.deleteOperatorControl', { operatorControlId, description: 'Tried' })

  const actions = await call('operator-access-control.listOperatorActions', {
    compartmentId,
    resourceType: 'EXADATAINFRASTRUCTURE',
  })
  const operatorActionId = actions.body.items[0]!.id
  expect((await call('operator-access-control.getOperatorAction', { operatorActionId })).body.id).toBe(operatorActionId)
}

export async function tellOfAssignments({ call }: Oracle, sandbox: Sandbox) {
  const control = await call('operator-access-control.createOperatorControl', {
    body: { ...controlDetails(sandbox), operatorControlName: 'assigned-control' },
  })
  const compartmentId = compartment(sandbox, 'exadata-staging')
  const created = await call('operator-access-control.createOperatorControlAssignment', {
    body: {
      operatorControlId: control.body.id,
      resourceId: sandbox.world.ocid('exadatainfrastructure', 'eu-frankfurt-1'),
      resourceName: 'exa-trial-01',
      resourceType: 'EXADATAINFRASTRUCTURE',
      resourceCompartmentId: compartmentId,
      compartmentId,
      isEnforcedAlways: true,
      comment: 'Tried out',
    },
  })
  const operatorControlAssignmentId = created.body.id
  await sandbox.control.advance(settleMs)
  await call('operator-access-control.validateOperatorAssignment', {
    operatorControlAssignmentId,
    body: {},
  })
  await sandbox.control.advance(settleMs)
  await call('operator-access-control.getAssignmentValidationStatus', { operatorControlAssignmentId })
  const { etag } = await call('operator-access-control.getOperatorControlAssignment', { operatorControlAssignmentId })
  const updated = await call('operator-access-control.updateOperatorControlAssignment', {
    operatorControlAssignmentId,
    body: { isEnforcedAlways: true, comment: 'Changed' },
    ifMatch: etag,
  })
  expect(updated.body.id).toBe(operatorControlAssignmentId)
  await sandbox.control.advance(settleMs)
  await call('operator-access-control.changeOperatorControlAssignmentCompartment', {
    operatorControlAssignmentId,
    body: { compartmentId: compartment(sandbox, 'sandbox-lab') },
  })
  const listed = await call('operator-access-control.listOperatorControlAssignments', {
    compartmentId: compartment(sandbox, 'sandbox-lab'),
    resourceName: 'exa-trial-01',
  })
  expect(listed.body.items).toMatchObject([{ id: operatorControlAssignmentId }])
  await call('operator-access-control.deleteOperatorControlAssignment', {
    operatorControlAssignmentId,
    description: 'Tried',
  })
}

export async function tellOfOperatorAccess({ call }: Oracle, sandbox: Sandbox) {
  const compartmentId = compartment(sandbox, 'exadata-production')
  const raise = async () => {
    const { id } = await sandbox.control.raiseAccessRequest({
      service: 'operator-access-control',
      compartment: 'exadata-production',
      approvers: 1,
    })
    await sandbox.control.advance(settleMs)
    return id
  }
  const accessRequestId = await raise()
  expect((await call('operator-access-control.getAccessRequest', { accessRequestId })).body.lifecycleState).toBe(
    'APPROVALWAITING',
  )
  const listed = await call('operator-access-control.listAccessRequests', {
    compartmentId,
    lifecycleState: 'APPROVALWAITING',
    sortBy: 'timeCreated',
    limit: 1000,
  })
  expect(listed.body.items.map(({ id }) => id)).toContain(accessRequestId)

  await call(
    'operator-access-control.reviewAccessRequest',
    { accessRequestId, body: { approverComment: 'Reading' } },
    approver,
  )
  await call(
    'operator-access-control.interactionRequest',
    { accessRequestId, body: { moreInfoDetails: 'Which cells will you restart?' } },
    approver,
  )
  await sandbox.control.advance(settleMs)
  const talk = await call('operator-access-control.listInteractions', { accessRequestId })
  expect(talk.body.items.length).toBeGreaterThanOrEqual(1)
  const approval = { approverComment: 'Go ahead', auditType: ['COMMANDLEVEL'] }
  const approved = await call(
    'operator-access-control.approveAccessRequest',
    { accessRequestId, body: approval },
    approver,
  )
  expect(approved.opcWorkRequestId).toEqual(expect.any(String))
  await expect(
    call('operator-access-control.rejectAccessRequest', { accessRequestId, body: {} }, approver),
  ).rejects.toMatchObject({ statusCode: 409, serviceCode: 'IncorrectState' })
  await sandbox.control.advance(settleMs)
  await call(
    'operator-access-control.revokeAccessRequest',
    { accessRequestId, body: { approverComment: 'Enough' } },
    approver,
  )
  await sandbox.control.advance(settleMs)
  expect((await call('operator-access-control.getAccessRequest', { accessRequestId })).body.lifecycleState).toBe(
    'REVOKED',
  )
  const history = await call('operator-access-control.listAccessRequestHistories', { accessRequestId })
  expect(history.body.items.length).toBeGreaterThan(3)
  await call('operator-access-control.getAuditLogReport', { accessRequestId, enableProcessTree: 1 })

  const rejected = await raise()
  await call(
    'operator-access-control.rejectAccessRequest',
    { accessRequestId: rejected, body: { approverComment: 'No' } },
    approver,
  )
}

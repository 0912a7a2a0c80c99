import { expect } from 'vitest'
import type { Sandbox } from '../index.ts'
import type { Oracle } from './oracle.ts'

const compartment = ({ compartments }: Sandbox, name: string) => compartments.find((one) => one.name === name)!.id

/** Long enough for any work request to end. */
const settleMs = 10 * 60_000

const approver = { user: 'approver' } as const

export async function tellOfDelegationControls({ call }: Oracle, sandbox: Sandbox) {
  const compartmentId = compartment(sandbox, 'sandbox-lab')
  const providers = await call('delegate-access-control.listServiceProviders', { compartmentId: sandbox.tenancyId })
  const provider = providers.body.items.find(({ serviceTypes }) => serviceTypes?.includes('TROUBLESHOOTING'))
  const serviceProviderId = provider!.id
  await call('delegate-access-control.getServiceProvider', { serviceProviderId })
  const actions = await call('delegate-access-control.listServiceProviderActions', {
    compartmentId: sandbox.tenancyId,
    resourceType: 'VMCLUSTER',
    serviceProviderServiceType: ['TROUBLESHOOTING'],
  })
  const serviceProviderActionId = actions.body.items[0]!.id
  const action = await call('delegate-access-control.getServiceProviderAction', { serviceProviderActionId })

  const subscription = await call('delegate-access-control.createDelegationSubscription', {
    body: { compartmentId, serviceProviderId, subscribedServiceType: 'TROUBLESHOOTING', description: 'Tried out' },
  })
  const delegationSubscriptionId = subscription.body.id
  expect(subscription).toMatchObject({ etag: expect.any(String), opcWorkRequestId: expect.any(String) })
  await sandbox.control.advance(settleMs)
  const { etag } = await call('delegate-access-control.getDelegationSubscription', { delegationSubscriptionId })
  await call('delegate-access-control.updateDelegationSubscription', {
    delegationSubscriptionId,
    body: { description: 'Changed' },
    ifMatch: etag,
  })
  await sandbox.control.advance(settleMs)

  const control = await call('delegate-access-control.createDelegationControl', {
    body: {
      compartmentId,
      displayName: 'trial-delegation',
      delegationSubscriptionIds: [delegationSubscriptionId],
      resourceIds: [sandbox.world.ocid('vmcluster', 'eu-frankfurt-1')],
      resourceType: 'VMCLUSTER',
      numApprovalsRequired: 1,
      preApprovedServiceProviderActionNames: [action.body.name],
      notificationTopicId: sandbox.world.ocid('onstopic', 'eu-frankfurt-1'),
      notificationMessageFormat: 'JSON',
    },
  })
  const delegationControlId = control.body.id
  expect(control.location).toContain(delegationControlId)
  await sandbox.control.advance(settleMs)
  await call('delegate-access-control.getDelegationControl', { delegationControlId })
  const resources = await call('delegate-access-control.listDelegationControlResources', { delegationControlId })
  expect(resources.body.items).toHaveLength(1)
  const updated = await call('delegate-access-control.updateDelegationControl', {
    delegationControlId,
    body: { description: 'Changed' },
  })
  expect(updated.body.id).toBe(delegationControlId)
  await sandbox.control.advance(settleMs)

  const body = { compartmentId: compartment(sandbox, 'platform') }
  await call('delegate-access-control.changeDelegationControlCompartment', { delegationControlId, body })
  await sandbox.control.advance(settleMs)
  await call('delegate-access-control.changeDelegationSubscriptionCompartment', { delegationSubscriptionId, body })
  await sandbox.control.advance(settleMs)
  const controls = await call('delegate-access-control.listDelegationControls', body)
  expect(controls.body.items.map(({ id }) => id)).toContain(delegationControlId)
  const subscriptions = await call('delegate-access-control.listDelegationSubscriptions', body)
  expect(subscriptions.body.items.map(({ id }) => id)).toContain(delegationSubscriptionId)

  await call('delegate-access-control.deleteDelegationControl', { delegationControlId, description: 'Tried' })
  await sandbox.control.advance(settleMs)
  await call('delegate-access-control.deleteDelegationSubscription', { delegationSubscriptionId })
  await sandbox.control.advance(settleMs)
}

export async function tellOfDelegatedAccess({ call }: Oracle, sandbox: Sandbox) {
  const raise = async () => {
    const raised = await sandbox.control.raiseAccessRequest({ service: 'delegate-access-control', approvers: 1 })
    await sandbox.control.advance(settleMs)
    return raised
  }
  const { id: delegatedResourceAccessRequestId, compartmentId } = await raise()
  const request = () =>
    call('delegate-access-control.getDelegatedResourceAccessRequest', { delegatedResourceAccessRequestId })
  expect((await request()).body.requestStatus).toBe('APPROVAL_WAITING')
  const listed = await call('delegate-access-control.listDelegatedResourceAccessRequests', {
    compartmentId,
    requestStatus: 'APPROVAL_WAITING',
  })
  expect(listed.body.items.map(({ id }) => id)).toContain(delegatedResourceAccessRequestId)

  await call(
    'delegate-access-control.serviceProviderInteractionRequest',
    { delegatedResourceAccessRequestId, body: { moreInfoDetails: 'Which node?' } },
    approver,
  )
  await sandbox.control.advance(settleMs)
  await call('delegate-access-control.listServiceProviderInteractions', { delegatedResourceAccessRequestId })
  const { etag } = await request()
  const approved = await call(
    'delegate-access-control.approveDelegatedResourceAccessRequest',
    { delegatedResourceAccessRequestId, body: { approverComment: 'Go ahead' }, ifMatch: etag },
    approver,
  )
  await tellOfDelegatedWork({ call }, approved.opcWorkRequestId!, compartmentId)
  await sandbox.control.advance(settleMs)
  expect((await request()).body.requestStatus).toBe('DEPLOYED')
  await call(
    'delegate-access-control.revokeDelegatedResourceAccessRequest',
    { delegatedResourceAccessRequestId, body: { approverComment: 'Enough' } },
    approver,
  )
  await sandbox.control.advance(settleMs)
  expect((await request()).body.requestStatus).toBe('REVOKED')
  await call('delegate-access-control.listDelegatedResourceAccessRequestHistories', {
    delegatedResourceAccessRequestId,
  })
  await call('delegate-access-control.getDelegatedResourceAccessRequestAuditLogReport', {
    delegatedResourceAccessRequestId,
    isProcessTreeEnabled: true,
  })

  const other = await raise()
  await call(
    'delegate-access-control.rejectDelegatedResourceAccessRequest',
    { delegatedResourceAccessRequestId: other.id, body: { approverComment: 'No' } },
    approver,
  )
}

async function tellOfDelegatedWork({ call }: Pick<Oracle, 'call'>, workRequestId: string, compartmentId: string) {
  const running = await call('delegate-access-control.getWorkRequest', { workRequestId })
  expect(running).toMatchObject({ body: { id: workRequestId }, etag: expect.any(String), retryAfter: 1 })
  const listed = await call('delegate-access-control.listWorkRequests', { compartmentId, workRequestId })
  expect(listed.body.items).toHaveLength(1)
  await call('delegate-access-control.listWorkRequestLogs', { workRequestId, sortBy: 'timestamp' })
  await call('delegate-access-control.listWorkRequestErrors', { workRequestId, sortBy: 'timestamp' })
}

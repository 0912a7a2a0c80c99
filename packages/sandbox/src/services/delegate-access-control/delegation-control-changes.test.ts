import type { OperationInput } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { compartmentId } from '../../world/seed/tenancy.ts'
import { delegateWorld, latestWork, type DelegateWorld } from './testing.ts'

type Body = OperationInput<'delegate-access-control.createDelegationControl'>['body']

function wanted({ world, control }: DelegateWorld, changes: Partial<Body> = {}): Body {
  return {
    compartmentId: compartmentId(world, 'exadata-staging'),
    displayName: 'rehearsal',
    delegationSubscriptionIds: control('staging-databases').wire.delegationSubscriptionIds ?? [],
    resourceIds: [world.ocid('vmcluster', 'eu-frankfurt-1'), world.ocid('vmcluster', 'eu-frankfurt-1')],
    resourceType: 'VMCLUSTER',
    notificationTopicId: world.ocid('onstopic', 'eu-frankfurt-1'),
    notificationMessageFormat: 'JSON',
    ...changes,
  }
}

const create = (made: DelegateWorld, changes?: Partial<Body>) =>
  made.call('createDelegationControl', { body: wanted(made, changes) })

const read = ({ call }: DelegateWorld, delegationControlId: string) =>
  call('getDelegationControl', { delegationControlId })

const statuses = ({ call }: DelegateWorld, delegationControlId: string) =>
  call('listDelegationControlResources', { delegationControlId }).items.map(({ resourceStatus }) => resourceStatus)

test('a control is created, applied to its resources one after the other, and then ACTIVE', () => {
  const made = delegateWorld()
  const { id, ...control } = create(made)
  expect(control).toMatchObject({ lifecycleState: 'CREATING', numApprovalsRequired: 1 })
  expect(statuses(made, id)).toEqual(['CREATED', 'CREATED'])
  made.pass(4)
  expect(statuses(made, id)).toContain('APPLYING')
  made.pass()
  expect(read(made, id).lifecycleState).toBe('ACTIVE')
  expect(statuses(made, id)).toEqual(['APPLIED', 'APPLIED'])
  const work = latestWork(made, 'CREATE_DELEGATION_CONTROL')
  expect(work.wire).toMatchObject({ status: 'SUCCEEDED', percentComplete: 100 })
  expect(work.wire.resources[0]).toMatchObject({
    entityType: 'delegationcontrol',
    actionType: 'CREATED',
    identifier: id,
  })
})

test('a control whose name asks for it ends in NEEDS_ATTENTION, with a resource that could not be had', () => {
  const made = delegateWorld()
  const { id } = create(made, { displayName: 'trial ends-in-needs-attention' })
  made.pass()
  expect(read(made, id).lifecycleState).toBe('NEEDS_ATTENTION')
  expect(statuses(made, id)).toContain('APPLY_FAILED')
  expect(statuses(made, id)).not.toContain('APPLYING')
  const work = latestWork(made)
  expect(work.wire.status).toBe('NEEDS_ATTENTION')
  expect(work.wire.timeFinished).toBeUndefined()
  expect(work.extra.errors).toHaveLength(2)
})

test('a control whose name asks for it ends in FAILED and can only be deleted', () => {
  const made = delegateWorld()
  const { id } = create(made, { displayName: 'trial ends-in-failed' })
  made.pass()
  expect(read(made, id).lifecycleState).toBe('FAILED')
  expect(() => made.call('updateDelegationControl', { delegationControlId: id, body: {} })).toThrow('FAILED')
  made.call('deleteDelegationControl', { delegationControlId: id })
  made.pass()
  expect(read(made, id).lifecycleState).toBe('DELETED')
})

test('a subscription that does not exist is refused by its name', () => {
  const made = delegateWorld()
  expect(() => create(made, { delegationSubscriptionIds: ['ocid1.delegationsubscription.oc1..a'] })).toThrow(
    expect.objectContaining({
      status: 400,
      code: 'RelatedResourceNotAuthorizedOrNotFound',
      message: expect.stringContaining('ocid1.delegationsubscription.oc1..a'),
    }),
  )
  expect(() => create(made, { delegationSubscriptionIds: [] })).toThrow('at least one subscription')
})

test('on CLOUDVMCLUSTER a vault and its key are needed, unless only software updates are subscribed to', () => {
  const made = delegateWorld()
  const { world, region, control } = made
  const resourceType = 'CLOUDVMCLUSTER'
  const resourceIds = [world.ocid('cloudvmcluster', 'eu-frankfurt-1')]
  const vault = { vaultId: world.ocid('vault', 'eu-frankfurt-1'), vaultKeyId: world.ocid('key', 'eu-frankfurt-1') }
  const missing = expect.objectContaining({ status: 400, code: 'MissingParameter' })
  expect(() => create(made, { resourceType, resourceIds })).toThrow(missing)
  expect(() => create(made, { resourceType, resourceIds, vaultId: vault.vaultId })).toThrow(missing)
  expect(create(made, { resourceType, resourceIds, ...vault }).vaultKeyId).toBe(vault.vaultKeyId)

  const production = control('production-databases').compartmentId
  const updates = [...region.delegationSubscriptions.values()]
    .filter(({ wire }) => wire.subscribedServiceType === 'MANAGED_SOFTWARE_UPDATES')
    .map(({ id }) => id)
  const bare = create(made, {
    compartmentId: production,
    resourceType,
    resourceIds: [world.ocid('cloudvmcluster', 'eu-frankfurt-1')],
    delegationSubscriptionIds: updates,
  })
  expect(bare.vaultId).toBeUndefined()
})

test('a vault means nothing on other kinds of resource', () => {
  const made = delegateWorld()
  const vaultId = made.world.ocid('vault', 'eu-frankfurt-1')
  expect(() => create(made, { vaultId })).toThrow('apply to CLOUDVMCLUSTER only')
})

test('a control takes only resources of its kind, once, that no other control governs', () => {
  const made = delegateWorld()
  const [resourceId = ''] = made.control('staging-databases').wire.resourceIds ?? []
  expect(() => create(made, { resourceIds: [resourceId] })).toThrow(
    expect.objectContaining({ status: 409, code: 'NotAuthorizedOrResourceAlreadyExists' }),
  )
  const cloud = made.world.ocid('cloudvmcluster', 'eu-frankfurt-1')
  expect(() => create(made, { resourceIds: [cloud] })).toThrow('is not the OCID of a VMCLUSTER')
  const own = made.world.ocid('vmcluster', 'eu-frankfurt-1')
  expect(() => create(made, { resourceIds: [own, own] })).toThrow('names a resource twice')
  expect(() => create(made, { resourceIds: [] })).toThrow('at least one VM cluster')
})

test('only actions that exist for the kind of resource and the subscribed services can be pre-approved', () => {
  const made = delegateWorld()
  const preApprove = (name: string) => create(made, { preApprovedServiceProviderActionNames: [name] })
  expect(() => preApprove('DLGT_MGMT_NOTHING')).toThrow('There is no service provider action DLGT_MGMT_NOTHING')
  expect(() => preApprove('DLGT_MGMT_PATCH_ACCESS')).toThrow('belongs to none of the subscribed services')
  expect(preApprove('DLGT_MGMT_LOG_ACCESS').preApprovedServiceProviderActionNames).toEqual(['DLGT_MGMT_LOG_ACCESS'])
})

test('a control cannot be put into a compartment that is not there or not for the caller', () => {
  const made = delegateWorld()
  const refusal = expect.objectContaining({ status: 400, code: 'RelatedResourceNotAuthorizedOrNotFound' })
  expect(() => create(made, { compartmentId: 'ocid1.compartment.oc1..a' })).toThrow(refusal)
  expect(() => made.call('createDelegationControl', { body: wanted(made) }, { user: 'restricted' })).toThrow(refusal)
})

test('a control takes no subscription that is out of sight of the caller', () => {
  const made = delegateWorld()
  const body = wanted(made, { compartmentId: compartmentId(made.world, 'workplace') })
  expect(() => made.call('createDelegationControl', { body }, { user: 'restricted' })).toThrow(
    expect.objectContaining({ status: 400, message: expect.stringContaining(body.delegationSubscriptionIds[0] ?? '') }),
  )
  expect(made.call('createDelegationControl', { body }).lifecycleState).toBe('CREATING')
})

test('an update is applied to the resources it keeps and adds, and releases those it drops', () => {
  const made = delegateWorld()
  const { id, resourceIds = [] } = create(made)
  made.pass()
  const added = made.world.ocid('vmcluster', 'eu-frankfurt-1')
  const body = { displayName: 'second rehearsal', numApprovalsRequired: 2, resourceIds: [resourceIds[0] ?? '', added] }
  expect(made.call('updateDelegationControl', { delegationControlId: id, body })).toMatchObject({
    lifecycleState: 'UPDATING',
    displayName: 'second rehearsal',
  })
  expect(new Set(statuses(made, id))).toEqual(new Set(['APPLIED', 'CREATED', 'DELETING']))
  expect(() => made.call('updateDelegationControl', { delegationControlId: id, body })).toThrow('is UPDATING')
  made.pass()
  expect(read(made, id)).toMatchObject({ lifecycleState: 'ACTIVE', numApprovalsRequired: 2 })
  expect(statuses(made, id)).toEqual(['APPLIED', 'APPLIED'])
})

test('a control is not deleted, nor a resource dropped, while access requests on it are open', () => {
  const made = delegateWorld()
  const { row } = made.raise('staging-databases')
  const delegationControlId = row.wire.delegationControlId ?? ''
  const refusal = expect.objectContaining({
    status: 409,
    code: 'IncorrectState',
    message: expect.stringContaining(row.wire.displayName ?? '?'),
  })
  expect(() => made.call('deleteDelegationControl', { delegationControlId })).toThrow(refusal)
  const others = read(made, delegationControlId).resourceIds?.filter((id) => id !== row.wire.resourceId)
  expect(() => made.call('updateDelegationControl', { delegationControlId, body: { resourceIds: others } })).toThrow(
    refusal,
  )

  made.call(
    'rejectDelegatedResourceAccessRequest',
    { delegatedResourceAccessRequestId: row.id, body: {} },
    { user: 'approver' },
  )
  made.call('deleteDelegationControl', { delegationControlId, description: 'Rehearsals have ended' })
  expect(read(made, delegationControlId).lifecycleState).toBe('DELETING')
  made.pass()
  expect(read(made, delegationControlId)).toMatchObject({
    lifecycleState: 'DELETED',
    lifecycleStateDetails: 'Rehearsals have ended',
    timeDeleted: expect.any(String),
  })
  expect(statuses(made, delegationControlId)).toEqual(['DELETED', 'DELETED'])
  expect(() => made.call('deleteDelegationControl', { delegationControlId })).toThrow('is DELETED')
})

test('a resource that a deleted control governed can be governed by another', () => {
  const made = delegateWorld()
  const { id, resourceIds } = create(made)
  made.pass()
  made.call('deleteDelegationControl', { delegationControlId: id })
  made.pass()
  expect(create(made, { resourceIds }).lifecycleState).toBe('CREATING')
})

test('a control moves to another compartment by a work request, and is ACTIVE again there', () => {
  const made = delegateWorld()
  const { id } = create(made)
  made.pass()
  const target = compartmentId(made.world, 'exadata-production')
  const move = (body: { compartmentId?: string }) =>
    made.call('changeDelegationControlCompartment', { delegationControlId: id, body })
  expect(() => move({})).toThrow(expect.objectContaining({ code: 'MissingParameter' }))
  expect(() => move({ compartmentId: compartmentId(made.world, 'exadata-staging') })).toThrow(
    'lies in this compartment',
  )
  move({ compartmentId: target })
  expect(read(made, id).lifecycleState).toBe('UPDATING')
  made.pass()
  expect(read(made, id)).toMatchObject({ lifecycleState: 'ACTIVE', compartmentId: target })
  const listed = made.call('listDelegationControls', { compartmentId: target }).items
  expect(listed.map((item) => item.id)).toContain(id)
})

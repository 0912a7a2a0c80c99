import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { compartmentId } from '../../world/seed/tenancy.ts'
import { endWork } from '../../world/work.ts'
import { delegateWorld, latestWork, type DelegateWorld } from './testing.ts'

type Body = DelegateAccessControl.CreateDelegationSubscriptionDetails

function provider({ region }: DelegateWorld, serviceType: DelegateAccessControl.ServiceProviderServiceType) {
  const found = [...region.serviceProviders.values()].find(({ wire }) => wire.serviceTypes.includes(serviceType))
  return found?.id ?? ''
}

const create = (made: DelegateWorld, changes: Partial<Body> = {}) =>
  made.call('createDelegationSubscription', {
    body: {
      compartmentId: compartmentId(made.world, 'sandbox-lab'),
      serviceProviderId: provider(made, 'ASSISTED_PATCHING'),
      subscribedServiceType: 'ASSISTED_PATCHING',
      ...changes,
    },
  })

const state = ({ call }: DelegateWorld, delegationSubscriptionId: string) =>
  call('getDelegationSubscription', { delegationSubscriptionId }).lifecycleState

test('a subscription is named by the service and ACTIVE when its work request has ended', () => {
  const made = delegateWorld()
  const { id, displayName, lifecycleState } = create(made)
  expect({ displayName, lifecycleState }).toEqual({
    displayName: 'Oracle Managed Exadata ASSISTED_PATCHING',
    lifecycleState: 'CREATING',
  })
  made.pass()
  expect(state(made, id)).toBe('ACTIVE')
  expect(latestWork(made).wire).toMatchObject({ operationType: 'CREATE_DELEGATION_SUBSCRIPTION', status: 'SUCCEEDED' })
})

test('only a service that the provider offers can be subscribed to, and once in a compartment', () => {
  const made = delegateWorld()
  expect(() => create(made, { serviceProviderId: 'ocid1.delegationserviceprovider.oc1..a' })).toThrow(
    expect.objectContaining({ status: 400, code: 'RelatedResourceNotAuthorizedOrNotFound' }),
  )
  expect(() => create(made, { subscribedServiceType: 'TROUBLESHOOTING' })).toThrow('does not offer TROUBLESHOOTING')
  create(made)
  expect(() => create(made)).toThrow(
    expect.objectContaining({ status: 409, code: 'NotAuthorizedOrResourceAlreadyExists' }),
  )
})

test('it can be changed only while it is ACTIVE', () => {
  const made = delegateWorld()
  const { id } = create(made)
  const update = (body: object) => made.call('updateDelegationSubscription', { delegationSubscriptionId: id, body })
  expect(() => update({ description: 'Nights only' })).toThrow('is CREATING and cannot be updated')
  made.pass()
  expect(update({ description: 'Nights only' })).toMatchObject({
    lifecycleState: 'UPDATING',
    description: 'Nights only',
  })
  made.pass()
  expect(state(made, id)).toBe('ACTIVE')
})

test('a subscription is deleted only when no control uses it', () => {
  const made = delegateWorld()
  const [used = ''] = made.control('staging-databases').wire.delegationSubscriptionIds ?? []
  expect(() => made.call('deleteDelegationSubscription', { delegationSubscriptionId: used })).toThrow(
    'The subscription is used by delegation controls: staging-databases. Take it out of them first.',
  )
  const { id } = create(made)
  made.pass()
  made.call('deleteDelegationSubscription', { delegationSubscriptionId: id })
  expect(state(made, id)).toBe('DELETING')
  made.pass()
  expect(state(made, id)).toBe('DELETED')
})

test('a subscription that could not be made can be deleted, and made again', () => {
  const made = delegateWorld()
  const { id } = create(made)
  endWork(made.world, latestWork(made), 'FAILED')
  expect(state(made, id)).toBe('FAILED')
  made.call('deleteDelegationSubscription', { delegationSubscriptionId: id })
  made.pass()
  expect(state(made, create(made).id)).toBe('CREATING')
})

test('a subscription moves to another compartment', () => {
  const made = delegateWorld()
  const { id } = create(made)
  made.pass()
  const target = compartmentId(made.world, 'exadata-staging')
  made.call('changeDelegationSubscriptionCompartment', {
    delegationSubscriptionId: id,
    body: { compartmentId: target },
  })
  made.pass()
  const { items } = made.call('listDelegationSubscriptions', { compartmentId: target, lifecycleState: 'ACTIVE' })
  expect(items.map((item) => item.id)).toContain(id)
})

test('a control cannot rest on a subscription that is still being made', () => {
  const made = delegateWorld()
  const { id } = create(made)
  const { world, control } = made
  const body = {
    compartmentId: compartmentId(world, 'sandbox-lab'),
    displayName: 'early',
    resourceType: 'VMCLUSTER' as const,
    delegationSubscriptionIds: [id],
    resourceIds: [world.ocid('vmcluster', 'eu-frankfurt-1')],
    notificationTopicId: control('staging-databases').wire.notificationTopicId ?? '',
    notificationMessageFormat: 'HTML' as const,
  }
  expect(() => made.call('createDelegationControl', { body })).toThrow('is CREATING; it must be ACTIVE')
})

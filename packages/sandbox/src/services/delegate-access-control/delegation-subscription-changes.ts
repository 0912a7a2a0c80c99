import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { alreadyExists, incorrectState, invalidParameter, relatedResourceNotFound } from '../../fault.ts'
import { answer, done, type Handler } from '../../handler.ts'
import { compartmentFor } from '../compartments.ts'
import type { Region } from '../../world/world.ts'
import { requireTarget } from './compartment.ts'
import { startSubscriptionChange, type SubscriptionRow } from './transitions/subscription.ts'

/** How the service names a subscription, since no caller can. */
export const subscriptionName = (provider: string, serviceType: DelegateAccessControl.ServiceProviderServiceType) =>
  `${provider} ${serviceType}`

export const createDelegationSubscription: Handler<'delegate-access-control.createDelegationSubscription'> = (
  { body },
  context,
) => {
  const { world, region } = context
  compartmentFor(world, context.caller, body.compartmentId)
  const provider = region.serviceProviders.find(body.serviceProviderId)?.wire
  if (!provider) throw relatedResourceNotFound(`The service provider ${body.serviceProviderId} does not exist.`)
  if (!provider.serviceTypes.includes(body.subscribedServiceType)) {
    throw invalidParameter(`${provider.name} does not offer ${body.subscribedServiceType}.`)
  }
  requireUnsubscribed(region, body)

  const id = world.ocid('delegationsubscription', region.name)
  const wire: DelegateAccessControl.DelegationSubscription = {
    ...body,
    id,
    displayName: subscriptionName(provider.name, body.subscribedServiceType),
    timeCreated: world.clock.now().toISOString(),
    freeformTags: body.freeformTags ?? {},
    definedTags: body.definedTags ?? {},
  }
  const row: SubscriptionRow = world.row(region, id, body.compartmentId, wire, undefined)
  region.delegationSubscriptions.insert(row)
  const work = startSubscriptionChange(world, region, row, 'CREATE')
  return answer(row.wire, { workRequestId: work.id })
}

export const updateDelegationSubscription: Handler<'delegate-access-control.updateDelegationSubscription'> = (
  { delegationSubscriptionId, body },
  { world, region },
) => {
  const row = region.delegationSubscriptions.get(delegationSubscriptionId)
  requireActive(row, 'updated')
  region.delegationSubscriptions.change(row, body)
  const work = startSubscriptionChange(world, region, row, 'UPDATE')
  return answer(row.wire, { workRequestId: work.id })
}

/** Refused while a delegation control uses it. One that could not be made can be deleted like one that is there. */
export const deleteDelegationSubscription: Handler<'delegate-access-control.deleteDelegationSubscription'> = (
  { delegationSubscriptionId },
  { world, region },
) => {
  const row = region.delegationSubscriptions.get(delegationSubscriptionId)
  if (row.wire.lifecycleState !== 'FAILED') requireActive(row, 'deleted')
  const users = [...region.delegationControls.values()].filter(
    ({ wire }) => wire.lifecycleState !== 'DELETED' && wire.delegationSubscriptionIds?.includes(row.id),
  )
  if (users.length > 0) {
    const names = users.map(({ wire }) => wire.displayName).join(', ')
    throw incorrectState(`The subscription is used by delegation controls: ${names}. Take it out of them first.`)
  }
  return done(startSubscriptionChange(world, region, row, 'DELETE').id)
}

export const changeDelegationSubscriptionCompartment: Handler<
  'delegate-access-control.changeDelegationSubscriptionCompartment'
> = ({ delegationSubscriptionId, body }, context) => {
  const row = context.region.delegationSubscriptions.get(delegationSubscriptionId)
  const compartmentId = requireTarget(body.compartmentId, row.compartmentId, context)
  requireActive(row, 'moved')
  return done(startSubscriptionChange(context.world, context.region, row, 'MOVE', { compartmentId }).id)
}

function requireActive({ wire }: SubscriptionRow, done: string) {
  if (wire.lifecycleState === 'ACTIVE') return
  throw incorrectState(
    `The delegation subscription is ${wire.lifecycleState} and cannot be ${done} until it is ACTIVE.`,
  )
}

function requireUnsubscribed(region: Region, body: DelegateAccessControl.CreateDelegationSubscriptionDetails) {
  const twin = [...region.delegationSubscriptions.values()].find(
    ({ compartmentId, wire }) =>
      compartmentId === body.compartmentId &&
      wire.serviceProviderId === body.serviceProviderId &&
      wire.subscribedServiceType === body.subscribedServiceType &&
      wire.lifecycleState !== 'DELETED',
  )
  if (twin) throw alreadyExists(`${twin.wire.displayName} is subscribed to in this compartment already.`)
}

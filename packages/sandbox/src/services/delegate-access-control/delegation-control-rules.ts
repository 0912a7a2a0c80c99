import type { DelegateAccessControl } from '@gatehouse/oci-api'
import {
  alreadyExists,
  incorrectState,
  invalidParameter,
  missingParameter,
  relatedResourceNotFound,
} from '../../fault.ts'
import type { Context } from '../../handler.ts'
import type { Region } from '../../world/world.ts'
import { resourceOcidTypes } from './vm-clusters.ts'

type Control = DelegateAccessControl.DelegationControl
type ServiceType = DelegateAccessControl.ServiceProviderServiceType

/** Throws what OCI would say about a control that is to be as described; `id` is left out before it exists. */
export function requireConsistent(region: Region, control: Omit<Control, 'id'> & { id?: string }) {
  const subscriptionIds = control.delegationSubscriptionIds ?? []
  const services = subscribedServices(region, subscriptionIds)
  requireActions(region, control.preApprovedServiceProviderActionNames ?? [], control.resourceType, services)
  requireResources(region, control)
  requireVault(control, services)
}

/** Throws RelatedResourceNotAuthorizedOrNotFound unless the caller may see every one of the subscriptions. */
export function requireSubscriptions({ world, region, caller }: Context, ids: readonly string[] = []) {
  for (const id of ids) {
    const row = region.delegationSubscriptions.find(id)
    if (!row || row.wire.lifecycleState === 'DELETED' || !world.maySee(caller, row.compartmentId)) {
      throw relatedResourceNotFound(`The delegation subscription ${id} does not exist, or you may not use it.`)
    }
  }
}

function subscribedServices(region: Region, ids: string[]): ServiceType[] {
  if (ids.length === 0) throw invalidParameter('delegationSubscriptionIds must name at least one subscription.')
  return ids.map((id) => {
    const subscription = region.delegationSubscriptions.get(id).wire
    if (subscription.lifecycleState !== 'ACTIVE') {
      throw incorrectState(`The delegation subscription ${id} is ${subscription.lifecycleState}; it must be ACTIVE.`)
    }
    return subscription.subscribedServiceType
  })
}

function requireActions(
  region: Region,
  names: string[],
  resourceType: Control['resourceType'],
  services: ServiceType[],
) {
  const actions = [...region.serviceProviderActions.values()].map(({ wire }) => wire)
  for (const name of names) {
    const action = actions.find((one) => one.name === name && one.resourceType === resourceType)
    if (!action) throw invalidParameter(`There is no service provider action ${name} for ${resourceType}.`)
    if (!action.serviceProviderServiceTypes?.some((type) => services.includes(type))) {
      throw invalidParameter(`The action ${name} belongs to none of the subscribed services: ${services.join(', ')}.`)
    }
  }
}

function requireResources(
  region: Region,
  { id, resourceIds = [], resourceType }: Omit<Control, 'id'> & { id?: string },
) {
  if (resourceIds.length === 0) throw invalidParameter('resourceIds must name at least one VM cluster.')
  if (new Set(resourceIds).size < resourceIds.length) throw invalidParameter('resourceIds names a resource twice.')
  for (const resourceId of resourceIds) {
    if (!resourceId.startsWith(`ocid1.${resourceOcidTypes[resourceType]}.`)) {
      throw relatedResourceNotFound(`${resourceId} is not the OCID of a ${resourceType}, or you may not use it.`)
    }
    const other = governing(region, resourceId)
    if (other && other.id !== id) {
      throw alreadyExists(`${resourceId} is governed by the delegation control ${other.wire.displayName} already.`)
    }
  }
}

/** The control that governs a resource, if any: one at a time. */
export function governing(region: Region, resourceId: string) {
  return [...region.delegationControls.values()].find(
    ({ wire }) => wire.lifecycleState !== 'DELETED' && wire.resourceIds?.includes(resourceId),
  )
}

/** Keys of temporary users are kept in the customer's vault on Exadata Cloud Service; software updates need no key. */
function requireVault({ resourceType, vaultId, vaultKeyId }: Omit<Control, 'id'>, services: ServiceType[]) {
  if (resourceType !== 'CLOUDVMCLUSTER') {
    if (vaultId !== undefined || vaultKeyId !== undefined) {
      throw invalidParameter(`vaultId and vaultKeyId apply to CLOUDVMCLUSTER only, not to ${resourceType}.`)
    }
    return
  }
  const isUpdatesOnly = services.every((type) => type === 'MANAGED_SOFTWARE_UPDATES')
  const given = [vaultId, vaultKeyId].filter((id) => id !== undefined).length
  if (given < (isUpdatesOnly && given === 0 ? 0 : 2)) {
    throw missingParameter(
      'vaultId and vaultKeyId must both be given for CLOUDVMCLUSTER, unless managed software updates are all that is subscribed to.',
    )
  }
}

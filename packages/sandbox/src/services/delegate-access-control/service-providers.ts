import { answer, page, type Handler } from '../../handler.ts'
import { isDescending } from '../sorting.ts'

export const getServiceProvider: Handler<'delegate-access-control.getServiceProvider'> = (
  { serviceProviderId },
  { region },
) => answer(region.serviceProviders.get(serviceProviderId).wire)

/** Providers belong to the tenancy: asked for any other compartment the list is empty. */
export const listServiceProviders: Handler<'delegate-access-control.listServiceProviders'> = (input, { region }) => {
  const byName = input.sortBy === 'displayName'
  const rows = [...region.serviceProviders.values()].filter(
    ({ compartmentId, wire }) =>
      compartmentId === input.compartmentId &&
      (input.lifecycleState === undefined || wire.lifecycleState === input.lifecycleState) &&
      (input.name === undefined || wire.name === input.name) &&
      (input.supportedResourceType === undefined ||
        wire.supportedResourceTypes.includes(input.supportedResourceType)) &&
      (input.serviceProviderType === undefined || wire.serviceProviderType === input.serviceProviderType),
  )
  return page(rows, {
    by: ({ wire }) => (byName ? wire.name : (wire.timeCreated ?? '')),
    descending: isDescending(byName, input.sortOrder),
    toItem: ({ wire: { description: _description, ...summary } }) => summary,
  })
}

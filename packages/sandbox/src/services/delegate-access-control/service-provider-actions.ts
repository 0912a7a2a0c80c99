import { answer, page, type Handler } from '../../handler.ts'
import { isDescending } from '../sorting.ts'

export const getServiceProviderAction: Handler<'delegate-access-control.getServiceProviderAction'> = (
  { serviceProviderActionId },
  { region },
) => answer(region.serviceProviderActions.get(serviceProviderActionId).wire)

/** Actions belong to the tenancy. Several service types find the actions that apply to any of them. */
export const listServiceProviderActions: Handler<'delegate-access-control.listServiceProviderActions'> = (
  input,
  { region },
) => {
  const rows = [...region.serviceProviderActions.values()].filter(
    ({ compartmentId, wire }) =>
      compartmentId === input.compartmentId &&
      (input.name === undefined || wire.name === input.name) &&
      (input.resourceType === undefined || wire.resourceType === input.resourceType) &&
      (input.lifecycleState === undefined || wire.lifecycleState === input.lifecycleState) &&
      (!input.serviceProviderServiceType?.length ||
        input.serviceProviderServiceType.some((type) => wire.serviceProviderServiceTypes?.includes(type))),
  )
  // An action has no time of creation to show; the order it was added in stands for it.
  const byName = input.sortBy === 'name'
  const place = new Map([...region.serviceProviderActions.values()].map(({ id }, index) => [id, index]))
  return page(rows, {
    by: ({ id, wire }) => (byName ? wire.name : (place.get(id) ?? 0)),
    descending: isDescending(byName, input.sortOrder),
    toItem: ({ wire: { properties: _properties, ...summary } }) => summary,
  })
}

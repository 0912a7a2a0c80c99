import { answer, page, type Handler } from '../../handler.ts'
import { isDescending } from '../sorting.ts'

export const getDelegationSubscription: Handler<'delegate-access-control.getDelegationSubscription'> = (
  { delegationSubscriptionId },
  { region },
) => answer(region.delegationSubscriptions.get(delegationSubscriptionId).wire)

export const listDelegationSubscriptions: Handler<'delegate-access-control.listDelegationSubscriptions'> = (
  input,
  { region },
) => {
  const byName = input.sortBy === 'displayName'
  const rows = [...region.delegationSubscriptions.inCompartment(input.compartmentId)].filter(
    ({ wire }) =>
      (input.lifecycleState === undefined || wire.lifecycleState === input.lifecycleState) &&
      (input.displayName === undefined || wire.displayName === input.displayName),
  )
  return page(rows, {
    by: ({ wire }) => (byName ? wire.displayName : wire.timeCreated) ?? '',
    descending: isDescending(byName, input.sortOrder),
    toItem: ({ wire: { description: _description, ...summary } }) => summary,
  })
}

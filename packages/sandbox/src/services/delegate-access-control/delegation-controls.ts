import { answer, page, type Handler } from '../../handler.ts'
import { isDescending } from '../sorting.ts'
import type { DelegateAccessControl } from '@gatehouse/oci-api'

export const getDelegationControl: Handler<'delegate-access-control.getDelegationControl'> = (
  { delegationControlId },
  { region },
) => answer(region.delegationControls.get(delegationControlId).wire)

/** Deleted controls stay in the list: the record is kept for audit. */
export const listDelegationControls: Handler<'delegate-access-control.listDelegationControls'> = (
  input,
  { region },
) => {
  const byName = input.sortBy === 'displayName'
  const rows = [...region.delegationControls.inCompartment(input.compartmentId)].filter(
    ({ wire }) =>
      (input.lifecycleState === undefined || wire.lifecycleState === input.lifecycleState) &&
      (input.displayName === undefined || wire.displayName === input.displayName) &&
      (input.resourceType === undefined || wire.resourceType === input.resourceType) &&
      (input.resourceId === undefined || wire.resourceIds?.includes(input.resourceId)),
  )
  return page(rows, {
    by: ({ wire }) => (byName ? wire.displayName : (wire.timeCreated ?? '')),
    descending: isDescending(byName, input.sortOrder),
    toItem: ({ wire }) => toSummary(wire),
  })
}

/** The governed resources, each with how far it has come under the control. */
export const listDelegationControlResources: Handler<'delegate-access-control.listDelegationControlResources'> = (
  { delegationControlId },
  { region },
) => {
  const { resources } = region.delegationControls.get(delegationControlId).extra
  return page(
    resources.map((resource) => ({ id: resource.id ?? '', resource })),
    { by: ({ id }) => id, toItem: ({ resource }) => resource },
  )
}

function toSummary(wire: DelegateAccessControl.DelegationControl): DelegateAccessControl.DelegationControlSummary {
  const { id, displayName, compartmentId, resourceType, timeCreated, timeUpdated, timeDeleted } = wire
  const { lifecycleState, lifecycleStateDetails, freeformTags, definedTags, systemTags } = wire
  return {
    id,
    displayName,
    compartmentId,
    resourceType,
    timeCreated,
    timeUpdated,
    timeDeleted,
    lifecycleState,
    lifecycleStateDetails,
    freeformTags,
    definedTags,
    systemTags,
  }
}

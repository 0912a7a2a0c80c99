import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { answer, appended, page, type Handler } from '../../handler.ts'
import { interval } from '../interval.ts'
import { isDescending } from '../sorting.ts'
import { pick } from './pick.ts'

export const getAccessRequest: Handler<'operator-access-control.getAccessRequest'> = (
  { accessRequestId },
  { region },
) => answer(region.accessRequests.get(accessRequestId).wire)

/** Of the compartment itself, not of those below it. `displayName` sorts by the short identifier (**assumed**). */
export const listAccessRequests: Handler<'operator-access-control.listAccessRequests'> = (query, { world, region }) => {
  const { fromMs, toMs } = interval(query, world.clock.ms())
  const rows = region.accessRequests.inCompartment(query.compartmentId).filter(({ wire }) => {
    const createdMs = Date.parse(wire.timeOfCreation ?? '')
    return (
      (query.resourceName === undefined || wire.resourceName === query.resourceName) &&
      (query.resourceType === undefined || wire.resourceType === query.resourceType) &&
      (query.lifecycleState === undefined || wire.lifecycleState === query.lifecycleState) &&
      createdMs >= fromMs &&
      createdMs <= toMs
    )
  })
  return page([...rows], {
    by: ({ wire }) => (query.sortBy === 'displayName' ? wire.requestId : wire.timeOfCreation) ?? '',
    descending: isDescending(query.sortBy === 'displayName', query.sortOrder),
    toItem: ({ wire }) => pick(wire, summarized),
  })
}

/** Oldest first; the service says nothing about the order, and this one stays the same while a request goes on. */
export const listAccessRequestHistories: Handler<'operator-access-control.listAccessRequestHistories'> = (
  { accessRequestId },
  { region },
) => inOrder(region.accessRequests.get(accessRequestId).extra.histories)

/** Oldest first. */
export const listInteractions: Handler<'operator-access-control.listInteractions'> = (
  { accessRequestId },
  { region },
) => inOrder(region.accessRequests.get(accessRequestId).extra.interactions)

const inOrder = <Item>(items: readonly Item[]) => appended(items, { toItem: (item) => item })

const summarized = [
  'id',
  'accessReasonSummary',
  'resourceId',
  'requestId',
  'compartmentId',
  'resourceName',
  'subResourceList',
  'resourceType',
  'actionRequestsList',
  'lifecycleState',
  'lifecycleDetails',
  'timeOfCreation',
  'timeOfModification',
  'timeOfUserCreation',
  'duration',
  'extendDuration',
  'severity',
  'isAutoApproved',
  'timeRequestedForFutureAccess',
  'freeformTags',
  'definedTags',
] as const satisfies (keyof OperatorAccessControl.AccessRequestSummary & keyof OperatorAccessControl.AccessRequest)[]

import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { invalidParameter } from '../../fault.ts'
import { answer, appended, page, type Handler } from '../../handler.ts'
import { interval } from '../interval.ts'
import { isDescending } from '../sorting.ts'
import type { DelegatedResourceAccessRequestRow } from '../../world/world.ts'

type Wire = DelegateAccessControl.DelegatedResourceAccessRequest

export const getDelegatedResourceAccessRequest: Handler<'delegate-access-control.getDelegatedResourceAccessRequest'> = (
  { delegatedResourceAccessRequestId },
  { region },
) => answer(region.delegatedResourceAccessRequests.get(delegatedResourceAccessRequestId).wire)

/** Newest first, or by name from A; OCI takes one of its two states as a filter, never both. */
export const listDelegatedResourceAccessRequests: Handler<
  'delegate-access-control.listDelegatedResourceAccessRequests'
> = (input, { world, region }) => {
  if (input.lifecycleState !== undefined && input.requestStatus !== undefined) {
    throw invalidParameter('Give either lifecycleState or requestStatus, not both.')
  }
  const byName = input.sortBy === 'displayName'
  const rows = region.delegatedResourceAccessRequests
    .inCompartment(input.compartmentId)
    .filter(fits(input, world.clock.ms()))
  return page(rows, {
    by: ({ wire }) => (byName ? wire.displayName : wire.timeCreated) ?? '',
    descending: isDescending(byName, input.sortOrder),
    toItem: ({ wire }) => toSummary(wire),
  })
}

export const listDelegatedResourceAccessRequestHistories: Handler<
  'delegate-access-control.listDelegatedResourceAccessRequestHistories'
> = ({ delegatedResourceAccessRequestId, sortOrder }, { region }) => {
  const { histories } = region.delegatedResourceAccessRequests.get(delegatedResourceAccessRequestId).extra
  return appended(histories, { descending: isDescending(false, sortOrder), toItem: (entry) => entry })
}

/** The conversation, in the order it was held. */
export const listServiceProviderInteractions: Handler<'delegate-access-control.listServiceProviderInteractions'> = (
  { delegatedResourceAccessRequestId },
  { region },
) => {
  const { interactions } = region.delegatedResourceAccessRequests.get(delegatedResourceAccessRequestId).extra
  return appended(interactions, { toItem: (entry) => entry })
}

type Filters = Parameters<typeof listDelegatedResourceAccessRequests>[0]

function fits(filters: Filters, nowMs: number) {
  const { fromMs, toMs } = interval(filters, nowMs)
  const asked = (['delegationControlId', 'resourceId', 'lifecycleState', 'requestStatus'] as const).filter(
    (key) => filters[key] !== undefined,
  )
  return ({ wire }: DelegatedResourceAccessRequestRow) => {
    const created = Date.parse(wire.timeCreated ?? '')
    return asked.every((key) => wire[key] === filters[key]) && created >= fromMs && created <= toMs
  }
}

function toSummary(wire: Wire): DelegateAccessControl.DelegatedResourceAccessRequestSummary {
  const {
    description: _description,
    databaseNameList: _databaseNameList,
    databaseIdList: _databaseIdList,
    providedServiceTypes: _providedServiceTypes,
    delegationSubscriptionIds: _delegationSubscriptionIds,
    numInitialApprovals: _numInitialApprovals,
    numExtensionApprovals: _numExtensionApprovals,
    approvalInfo: _approvalInfo,
    closureComment: _closureComment,
    auditTypes: _auditTypes,
    isPendingMoreInfo: _isPendingMoreInfo,
    delegationControlId = '',
    ...summary
  } = wire
  return { ...summary, delegationControlId }
}

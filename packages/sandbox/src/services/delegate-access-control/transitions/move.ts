import type { DelegateAccessControl } from '@gatehouse/oci-api'
import type { Errand } from '../../../world/errand.ts'
import { stepsMs } from '../../../world/pace.ts'
import type { DelegatedResourceAccessRequestRow, Region, World } from '../../../world/world.ts'
import { awaitsApproval, followers, lifecycleStates, statusDetails, type Status } from '../access-request-status.ts'

export type AccessRequest = DelegateAccessControl.DelegatedResourceAccessRequest

/** An access request and the world it lives in: what every transition is about. */
export interface Subject {
  world: World
  region: Region
  row: DelegatedResourceAccessRequestRow
}

export interface Move {
  /** A user's OCID, `Operator`, or nothing when the service itself moves it. */
  by?: string
  comment?: string
  /** Replaces the status's usual `lifecycleStateDetails`. */
  details?: string
  patch?: Partial<AccessRequest>
}

/** How the service writes the operator, whose identity stays with the provider. */
export const operator = 'Operator'

/** Every access request carries one, although the model leaves it open. */
export const statusOf = ({ wire }: DelegatedResourceAccessRequestRow): Status => wire.requestStatus ?? 'CREATED'

/**
 * Puts the access request into a status, both states alike, and writes the line of its history. The same status again
 * writes a line too: something happened that changed nothing else. A step that no status allows is a mistake of ours.
 */
export function move({ world, region, row }: Subject, status: Status, how: Move = {}) {
  const from = statusOf(row)
  if (from !== status && !followers[from].includes(status)) {
    throw new Error(`${row.wire.displayName ?? row.id} cannot go from ${from} to ${status}.`)
  }
  const now = world.clock.now().toISOString()
  region.delegatedResourceAccessRequests.change(row, {
    requestStatus: status,
    lifecycleState: lifecycleStates[status],
    lifecycleStateDetails: how.details ?? statusDetails[status],
    timeUpdated: now,
    ...(awaitsApproval(status) ? {} : { isPendingMoreInfo: false }),
    ...how.patch,
  })
  row.extra.histories.push(historyLine(status, now, how))
}

export const historyLine = (
  status: Status,
  timestamp: string,
  { by = 'System', comment = statusDetails[status] }: Pick<Move, 'by' | 'comment'>,
): DelegateAccessControl.DelegatedResourceAccessRequestHistorySummary => ({
  lifecycleState: lifecycleStates[status],
  requestStatus: status,
  userId: by,
  comment,
  timestamp,
})

/** Happens after about one pace of the world. */
export function soon(world: World, what: Errand, paces = 1) {
  world.clock.after(stepsMs(world, paces), what)
}

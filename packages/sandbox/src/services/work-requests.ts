import type { DelegateAccessControl, Desktops } from '@gatehouse/oci-api'
import { notAuthorizedOrNotFound } from '../fault.ts'
import type { Answer, Context, Page } from '../handler.ts'
import { answer, appended, orderedPage } from '../handler.ts'
import type { Region, WorkRequestRow } from '../world/world.ts'
import { isDescending } from './sorting.ts'

/** The work request of each service that has them, as it reads on the wire. */
interface WireOf {
  desktops: Desktops.WorkRequest
  'delegate-access-control': DelegateAccessControl.WorkRequest
}

interface Filters {
  compartmentId: string
  workRequestId?: string
  status?: string
  resourceId?: string
  sortOrder?: 'ASC' | 'DESC'
}

interface Entries {
  workRequestId: string
  sortOrder?: 'ASC' | 'DESC'
}

/**
 * The four reads that both services offer on their own work requests; one service's id is unknown to the other.
 * Everything comes newest first unless `sortOrder` says ASC; entries of the same millisecond keep the order they were written in.
 */
export function workRequestReads<Service extends keyof WireOf>(service: Service) {
  type Wire = WireOf[Service]

  function read(region: Region, id: string): WorkRequestRow {
    const row = region.workRequests.get(id)
    if (row.extra.service !== service) throw notAuthorizedOrNotFound()
    return row
  }

  return {
    getWorkRequest: (input: { workRequestId: string }, { region }: Context): Answer<Wire> =>
      answer(read(region, input.workRequestId).wire as Wire), // the row's service is the one that reads it

    listWorkRequests: (filters: Filters, { region }: Context): Page<Wire> =>
      orderedPage(region.workRequests.inOrder(byTime, filters.compartmentId), {
        by: byTime,
        where: (row) => row.extra.service === service && fits(row, filters),
        descending: isDescending(false, filters.sortOrder),
        toItem: (row) => row.wire as Wire, // filtered by service above
      }),

    listWorkRequestErrors: (input: Entries, { region }: Context): Page<Desktops.WorkRequestError> =>
      inTimeOrder(read(region, input.workRequestId).extra.errors, input.sortOrder),

    listWorkRequestLogs: (input: Entries, { region }: Context): Page<Desktops.WorkRequestLogEntry> =>
      inTimeOrder(read(region, input.workRequestId).extra.logs, input.sortOrder),
  }
}

const byTime = ({ wire }: WorkRequestRow) => wire.timeAccepted

function fits({ wire }: WorkRequestRow, filters: Filters) {
  return (
    wire.compartmentId === filters.compartmentId &&
    (filters.workRequestId === undefined || wire.id === filters.workRequestId) &&
    (filters.status === undefined || wire.status === filters.status) &&
    (filters.resourceId === undefined || wire.resources.some(({ identifier }) => identifier === filters.resourceId))
  )
}

/** OCI gives log lines and errors no id, and nothing is ever taken out or put in between. */
const inTimeOrder = <Entry extends { timestamp: string }>(entries: Entry[], sortOrder: 'ASC' | 'DESC' | undefined) =>
  appended(entries, { descending: isDescending(false, sortOrder), toItem: (entry) => ({ ...entry }) })

import { incorrectState } from '../../fault.ts'
import type { Handler } from '../../handler.ts'
import { done } from '../../handler.ts'
import { cancelWork, isCancellable } from '../../world/work.ts'
import { workRequestReads } from '../work-requests.ts'

const reads = workRequestReads('desktops')

export const getWorkRequest: Handler<'desktops.getWorkRequest'> = (input, context) =>
  reads.getWorkRequest(input, context)

export const listWorkRequests: Handler<'desktops.listWorkRequests'> = (input, context) =>
  reads.listWorkRequests(input, context)

export const listWorkRequestErrors: Handler<'desktops.listWorkRequestErrors'> = (input, context) =>
  reads.listWorkRequestErrors(input, context)

export const listWorkRequestLogs: Handler<'desktops.listWorkRequestLogs'> = (input, context) =>
  reads.listWorkRequestLogs(input, context)

/** What was done so far stays done; what it was done to goes back to the state it had before. */
export const cancelWorkRequest: Handler<'desktops.cancelWorkRequest'> = ({ workRequestId }, { world, region }) => {
  const row = region.workRequests.get(workRequestId)
  if (!isCancellable(row))
    throw incorrectState(
      `The work request is ${row.wire.status}; it can be cancelled only while it is ACCEPTED, IN_PROGRESS or WAITING.`,
    )
  cancelWork(world, row)
  return done()
}

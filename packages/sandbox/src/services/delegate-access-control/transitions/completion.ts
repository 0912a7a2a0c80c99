import { incorrectState } from '../../../fault.ts'
import { errand } from '../../../world/errand.ts'
import type { AboutAccessRequest } from '../about.ts'
import { aboutAccessRequest, subjectOf } from '../about.ts'
import { isOpen } from '../access-request-status.ts'
import { move, operator, soon, statusOf, type Subject } from './move.ts'

/**
 * The operator says the work is finished: COMPLETING, UNDEPLOYED, COMPLETED by the clock, or UNDEPLOY_FAILED or
 * CLOSE_FAILED on the way.
 */
export function complete(subject: Subject, closureComment: string) {
  const { row } = subject
  const status = statusOf(row)
  if (!isOpen(status) || row.extra.workRequestId) {
    throw incorrectState(`The access request is ${status}; only open access can be completed.`)
  }
  move(subject, 'COMPLETING', { by: operator, comment: closureComment, patch: { closureComment } })
  removeAccess(subject)
}

/** COMPLETING to UNDEPLOYED and on. */
export function removeAccess(subject: Subject) {
  soon(subject.world, accessRemoved(aboutAccessRequest(subject.row)))
}

const accessRemoved = errand<AboutAccessRequest>('delegate-access-control/access-removed', (world, about) => {
  const subject = subjectOf(world, about)
  if (subject.row.extra.failures?.includes('UNDEPLOY_FAILED')) {
    move(subject, 'UNDEPLOY_FAILED')
    return
  }
  move(subject, 'UNDEPLOYED')
  close(subject)
})

/** UNDEPLOYED to COMPLETED. */
export function close(subject: Subject) {
  soon(subject.world, closed(aboutAccessRequest(subject.row)))
}

const closed = errand<AboutAccessRequest>('delegate-access-control/access-request-closed', (world, about) => {
  const subject = subjectOf(world, about)
  move(subject, subject.row.extra.failures?.includes('CLOSE_FAILED') ? 'CLOSE_FAILED' : 'COMPLETED')
})

import type { User, WorkRequestRow } from '../../../world/world.ts'
import { startAccessRequestWork } from '../access-request-work.ts'
import { inExtension, requireDecidable, withDecision } from './decision.ts'
import { move, type Subject } from './move.ts'

/** One rejection is enough. It ends the access request, or only its extension: access then ends as first approved. */
export function reject(subject: Subject, user: User, approverComment?: string): WorkRequestRow {
  requireDecidable(subject, user, 'rejected')
  const what = inExtension(subject) ? 'extension' : 'access request'
  const patch = { approvalInfo: withDecision(subject, user, { approvalAction: 'REJECT', approverComment }) }
  move(subject, inExtension(subject) ? 'EXTENSION_REJECTED' : 'REJECTED', {
    by: user.id,
    comment: approverComment,
    patch,
  })
  return startAccessRequestWork(subject, {
    operationType: 'REJECT_DELEGATED_RESOURCE_ACCESS_REQUEST',
    steps: [
      { message: `Recorded the rejection of the ${what} by ${user.name}` },
      { message: 'Told the service provider' },
      { message: 'Sent a message to the notification topic of the delegation control' },
    ],
  })
}

import { errand } from '../../../world/errand.ts'
import type { DelegatedResourceAccessRequestRow } from '../../../world/world.ts'
import type { AboutAccessRequest } from '../about.ts'
import { aboutAccessRequest, subjectOf } from '../about.ts'
import { awaitsApproval, isOpen } from '../access-request-status.ts'
import { move, statusOf, type Subject } from './move.ts'

const hourMs = 3_600_000

/** When open access ends, in milliseconds. */
export const accessEndMs = ({ extra }: DelegatedResourceAccessRequestRow) =>
  (extra.grantedAtMs ?? 0) + (extra.grantedHours ?? 0) * hourMs

/** Until when an access request may be decided: the end of the time it asks for. That OCI expires it then is assumed. */
export const decisionDeadlineMs = ({ wire }: DelegatedResourceAccessRequestRow) =>
  Date.parse(wire.timeAccessRequested ?? wire.timeCreated ?? '') + (wire.durationInHours ?? 1) * hourMs

/** Ends access when its time has run out: EXPIRED, or EXPIRY_FAILED. */
export function watchExpiry({ world, row }: Subject) {
  world.clock.after(Math.max(0, accessEndMs(row) - world.clock.ms()), accessOver(aboutAccessRequest(row)))
}

const accessOver = errand<AboutAccessRequest>('delegate-access-control/access-over', (world, about) => {
  const subject = subjectOf(world, about)
  const { row } = subject
  // An extension came in between, or is being put into effect: whoever does that watches again.
  if (!isOpen(statusOf(row)) || row.extra.workRequestId || accessEndMs(row) > world.clock.ms()) return
  move(subject, row.extra.failures?.includes('EXPIRY_FAILED') ? 'EXPIRY_FAILED' : 'EXPIRED')
})

/** Closes an access request that nobody decided in time. */
export function watchDeadline({ world, row }: Subject) {
  world.clock.after(Math.max(0, decisionDeadlineMs(row) - world.clock.ms()), undecided(aboutAccessRequest(row)))
}

const undecided = errand<AboutAccessRequest>('delegate-access-control/decision-overdue', (world, about) => {
  const subject = subjectOf(world, about)
  if (!awaitsApproval(statusOf(subject.row))) return
  move(subject, 'EXPIRED', { details: 'Nobody decided before the requested time had passed.' })
})

import { userNamed } from '../../../world/seed/tenancy.ts'
import { divided } from '../../../world/size.ts'
import type { Region, World } from '../../../world/world.ts'
import { insertAccessRequest, wantedFor } from '../access-request.ts'
import { lifecycleStates, statusDetails, type Status } from '../access-request-status.ts'
import { cases } from '../reasons.ts'
import { historyLine, operator, type AccessRequest, type Subject } from '../transitions/move.ts'
import { resume } from '../transitions/resume.ts'
import { seededAccessRequests, type SeededAccessRequest } from './access-request-list.ts'
import { hasControl, seededControl } from './controls.ts'
import { datedCourse } from './course.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const share = 0.35

type Approval = NonNullable<AccessRequest['approvalInfo']>[number]
type Moment = { status: Status; at: number }

/** This service's share of the world's access requests; beyond the list it starts over, a little older each time. */
export function seedAccessRequests(world: World) {
  const count = Math.round(divided(world.options.size).usual.accessRequests * share)
  const list = seededAccessRequests.filter(({ control }) => hasControl(world, control))
  for (let place = 0; place < count; place += 1) {
    const seeded = list[place % list.length]
    if (!seeded) return
    const round = Math.floor(place / list.length)
    insertSeeded(world, { ...seeded, raisedMinutesAgo: seeded.raisedMinutesAgo * (1 + 0.01 * round) }, place)
  }
}

/** Puts an access request with its history into the world; `place` chooses the resource it is about. */
export function insertSeeded(world: World, seeded: SeededAccessRequest, place: number) {
  const control = seededControl(world, seeded.control)
  const region = regionOf(world, control.region)
  const resourceIds = control.wire.resourceIds ?? []
  const about = cases[seeded.about]
  const resourceId = resourceIds[place % resourceIds.length]
  if (!about || !resourceId) throw new Error(`The seeded access request ${place} is about nothing.`)

  const durationInHours = seeded.durationInHours ?? about.durationInHours
  const { severity, isAutoApproved = false } = seeded
  const raisedAtMs = world.clock.ms() - seeded.raisedMinutesAgo * minuteMs
  const wanted = { ...wantedFor(world, about, resourceId), severity, durationInHours }
  const row = insertAccessRequest(world, region, control, wanted, raisedAtMs)
  const lastAtMs = lastMoment(world, seeded, raisedAtMs, durationInHours)
  const course = datedCourse({ status: seeded.status, raisedAtMs, lastAtMs, isAutoApproved })

  const subject: Subject = { world, region, row }
  const needed = control.wire.numApprovalsRequired ?? 1
  writeHistory(subject, seeded, course)
  writeDecisions(subject, seeded, course, needed)
  const granted = course.find(({ status }) => status === 'DEPLOYED')?.at
  if (granted !== undefined) {
    row.extra.grantedAtMs = granted
    row.extra.grantedHours = durationInHours + (seeded.status === 'EXTENDED' ? (seeded.extendDurationInHours ?? 0) : 0)
  }
  if (seeded.question) writeQuestion(subject, seeded.question)
  resume(subject)
}

function regionOf(world: World, name: string): Region {
  const region = world.regions.get(name)
  if (!region) throw new Error(`The world has no region ${name}.`)
  return region
}

/** Expiry comes when the granted time is over, anything else when the list says. */
function lastMoment(world: World, seeded: SeededAccessRequest, raisedAtMs: number, hours: number) {
  const isExpiry = seeded.status === 'EXPIRED' || seeded.status === 'EXPIRY_FAILED'
  if (isExpiry) return raisedAtMs + 18 * minuteMs + hours * hourMs
  return world.clock.ms() - (seeded.lastMinutesAgo ?? 0) * minuteMs
}

const byOperator: readonly Status[] = ['CREATED', 'EXTENDING', 'COMPLETING']
const byApprover: readonly Status[] = [
  'OPERATOR_ASSIGNMENT_WAITING',
  'APPROVED_FOR_FUTURE',
  'REJECTED',
  'REVOKING',
  'EXTENSION_REJECTED',
]

function writeHistory({ world, region, row }: Subject, seeded: SeededAccessRequest, course: Moment[]) {
  const approver = userNamed(world, 'approver').id
  for (const { status, at } of course) {
    const by = byOperator.includes(status) ? operator : byApprover.includes(status) ? approver : undefined
    const comment = byApprover.includes(status) ? seeded.comment : undefined
    row.extra.histories.push(historyLine(status, new Date(at).toISOString(), { by, comment }))
  }
  const { status } = seeded
  const isFinished = course.some((moment) => moment.status === 'COMPLETING')
  region.delegatedResourceAccessRequests.change(row, {
    requestStatus: status,
    lifecycleState: lifecycleStates[status],
    lifecycleStateDetails: statusDetails[status],
    timeUpdated: new Date(course.at(-1)?.at ?? world.clock.ms()).toISOString(),
    isAutoApproved: seeded.isAutoApproved ?? false,
    extendDurationInHours: seeded.extendDurationInHours,
    ...(isFinished ? { closureComment: 'The cause is found and fixed; nothing was left on the hosts.' } : {}),
    ...(seeded.startsInMinutes === undefined ? {} : { timeAccessRequested: startOf(world, seeded) }),
  })
}

const startOf = (world: World, { startsInMinutes = 0 }: SeededAccessRequest) =>
  new Date(world.clock.ms() + startsInMinutes * minuteMs).toISOString()

/** Approvals and rejections, with as many approvers as the control asks for. */
function writeDecisions(
  { world, region, row }: Subject,
  seeded: SeededAccessRequest,
  course: Moment[],
  needed: number,
) {
  const approvers = [userNamed(world, 'administrator').id, userNamed(world, 'approver').id].slice(-needed)
  const { comment: approverComment = 'Agreed.' } = seeded
  const entries: Approval[] = []
  const approveAt = (at: number, approvalType: Approval['approvalType'], ids: string[]) => {
    for (const [place, approverId] of ids.entries()) {
      const timeOfAction = new Date(at - (ids.length - 1 - place) * 4 * minuteMs).toISOString()
      entries.push({ approvalAction: 'APPROVE', approvalType, approverId, approverComment, timeOfAction })
    }
  }
  for (const { status, at } of course) {
    if (status === 'OPERATOR_ASSIGNMENT_WAITING') approveAt(at, 'INITIAL', approvers)
    if (status === 'EXTENDED' || status === 'EXTENSION_FAILED') approveAt(at, 'EXTENSION', approvers)
    if (status === 'APPROVED_FOR_FUTURE') {
      approveAt(at, 'INITIAL', approvers)
      Object.assign(entries.at(-1) ?? {}, { timeApprovedForAccess: startOf(world, seeded) })
    }
    if (status === 'REJECTED' || status === 'EXTENSION_REJECTED') {
      const approvalType = status === 'REJECTED' ? 'INITIAL' : 'EXTENSION'
      const timeOfAction = new Date(at).toISOString()
      const approverId = approvers.at(-1)
      entries.push({ approvalAction: 'REJECT', approvalType, approverId, approverComment, timeOfAction })
    }
  }
  if (seeded.firstApprovalBy) {
    const at = world.clock.ms() - 21 * minuteMs
    const by = userNamed(world, seeded.firstApprovalBy).id
    approveAt(at, 'INITIAL', [by])
    row.extra.approverIds = [by]
    row.extra.histories.push(historyLine(seeded.status, new Date(at).toISOString(), { by, comment: approverComment }))
  }
  const given = (type: Approval['approvalType']) =>
    entries.filter(({ approvalType, approvalAction }) => approvalType === type && approvalAction === 'APPROVE').length
  region.delegatedResourceAccessRequests.change(row, {
    approvalInfo: entries,
    numInitialApprovals: given('INITIAL'),
    numExtensionApprovals: given('EXTENSION'),
    ...(seeded.firstApprovalBy ? { lifecycleStateDetails: `1 of ${needed} approvals are given.` } : {}),
  })
}

function writeQuestion({ world, region, row }: Subject, message: string) {
  const { id, name } = userNamed(world, 'approver')
  const timestamp = new Date(world.clock.ms() - 6 * minuteMs).toISOString()
  row.extra.interactions.push({
    messageIdentifier: `${row.wire.displayName}-1`,
    userId: id,
    userName: name,
    userType: 'CUSTOMER',
    message,
    timestamp,
  })
  row.extra.histories.push(historyLine('APPROVAL_WAITING', timestamp, { by: id, comment: message }))
  region.delegatedResourceAccessRequests.change(row, {
    isPendingMoreInfo: true,
    lifecycleStateDetails: 'The operator has been asked for more information.',
    timeUpdated: timestamp,
  })
}

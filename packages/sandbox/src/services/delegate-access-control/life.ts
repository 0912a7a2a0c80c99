import { invalidParameter } from '../../fault.ts'
import { pastime } from '../../world/pastime.ts'
import type { DelegatedResourceAccessRequestRow, DelegationControlRow, Region, World } from '../../world/world.ts'
import { wantedFor, type Wanted } from './access-request.ts'
import { awaitsApproval } from './access-request-status.ts'
import { cases } from './reasons.ts'
import { approve } from './transitions/approval.ts'
import { complete } from './transitions/completion.ts'
import { askExtension } from './transitions/extension.ts'
import { statusOf, type Subject } from './transitions/move.ts'
import { answerQuestion } from './transitions/question.ts'
import { raise } from './transitions/raise.ts'
import { reject } from './transitions/rejection.ts'
import { revoke } from './transitions/revocation.ts'

/** What to raise; whatever is left out is drawn from the cases that operators usually have. */
export interface RaiseOptions
  extends
    Partial<Omit<Wanted, 'databases' | 'serviceType'>>,
    Pick<DelegatedResourceAccessRequestRow['extra'], 'failures' | 'revokeOutcome'> {
  delegationControlId?: string
  /** Whether the resource is in a maintenance window, in which some controls approve by themselves. */
  isInMaintenance?: boolean
}

/**
 * Raises an access request as an operator of the provider would, who has no call for it in the API. Throws
 * NotAuthorizedOrNotFound for an unknown control, IncorrectState for one that governs nothing, InvalidParameter for a
 * resource it does not govern or an action that is unknown.
 */
export function raiseDelegatedResourceAccessRequest(world: World, region: Region, options: RaiseOptions = {}) {
  const { delegationControlId, isInMaintenance, failures, revokeOutcome, ...wanted } = options
  const control = delegationControlId
    ? region.delegationControls.get(delegationControlId)
    : usableControl(world, region, wanted.resourceId)
  const resourceId = wanted.resourceId ?? pick(world, control.wire.resourceIds ?? [])
  const about = fittingCases(region, control)
  const alike = about.filter(({ actions }) => wanted.actions?.some((name) => actions.includes(name)))
  const usual = wantedFor(world, pick(world, alike.length > 0 ? alike : about), resourceId)
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  return raise(world, region, control, { ...usual, ...given }, { isInMaintenance, failures, revokeOutcome })
}

/** The operator asks for more hours; throws IncorrectState unless access is open. */
export function askDelegatedExtension(world: World, region: Region, id: string, hours: number) {
  const subject = subjectOf(world, region, id)
  askExtension(subject, hours)
  return subject.row
}

/** The operator has finished; throws IncorrectState unless access is open. */
export function completeDelegatedAccess(world: World, region: Region, id: string, comment = 'The work is finished.') {
  const subject = subjectOf(world, region, id)
  complete(subject, comment)
  return subject.row
}

const decisions = {
  approve: (subject, user, approverComment) => approve(subject, user, { approverComment }),
  reject,
  revoke,
} satisfies Record<string, (subject: Subject, user: Parameters<typeof reject>[1], comment?: string) => unknown>

/** Decides as another user would by a call of their own, with all that may be refused to them. */
export function decideDelegatedAs(
  world: World,
  region: Region,
  userId: string,
  id: string,
  decision: keyof typeof decisions,
  comment?: string,
) {
  const user = world.users.get(userId)
  if (!user) throw invalidParameter(`There is no user ${userId} in the tenancy.`)
  const subject = subjectOf(world, region, id)
  decisions[decision](subject, user, comment)
  return subject.row
}

const mostWaiting = 12
const pacesBetweenEvents = 60

/** When the world's options ask for life: operators raise access requests, answer, ask for more time, and finish. */
export function startDelegateAccessControlLife(world: World): void {
  if (!world.options.life) return
  beginEvents(world)
}

const beginEvents = pastime('delegate-access-control/events', {
  meanMs: ({ options }) => options.paceMs * pacesBetweenEvents,
  act: (world) => happen(world, pick(world, [...world.regions.values()])),
})

/** One event; which one depends on what is there. */
function happen(world: World, region: Region) {
  const rows = [...region.delegatedResourceAccessRequests.values()]
  const asked = rows.find(({ wire }) => wire.isPendingMoreInfo)
  if (asked) {
    answerQuestion({ world, region, row: asked })
    return
  }
  const deployed = rows.filter((row) => statusOf(row) === 'DEPLOYED' && !row.extra.workRequestId)
  const luck = world.random()
  const subject = deployed.length > 2 && luck < 0.4 && { world, region, row: pick(world, deployed) }
  if (subject && luck < 0.15) askExtension(subject, 2)
  else if (subject) complete(subject, 'The cause is found and fixed; nothing was left on the hosts.')
  else if (rows.filter((row) => awaitsApproval(statusOf(row))).length < mostWaiting && canRaise(region)) {
    raiseDelegatedResourceAccessRequest(world, region)
  }
}

const canRaise = (region: Region) => [...region.delegationControls.values()].some(isUsable(region))

function usableControl(world: World, region: Region, resourceId?: string): DelegationControlRow {
  const usable = [...region.delegationControls.values()]
    .filter(isUsable(region))
    .filter(({ wire }) => resourceId === undefined || wire.resourceIds?.includes(resourceId))
  if (usable.length === 0) {
    throw invalidParameter(`No active delegation control in ${region.name} governs ${resourceId ?? 'any resource'}.`)
  }
  return pick(world, usable)
}

const isUsable = (region: Region) => (control: DelegationControlRow) =>
  control.wire.lifecycleState === 'ACTIVE' && fittingCases(region, control).length > 0

/** Cases of the services that the control is subscribed to, with actions that its kind of resource knows. */
function fittingCases(region: Region, { wire }: DelegationControlRow) {
  const services = (wire.delegationSubscriptionIds ?? []).map(
    (id) => region.delegationSubscriptions.find(id)?.wire.subscribedServiceType,
  )
  const known = [...region.serviceProviderActions.values()].flatMap((action) =>
    action.wire.resourceType === wire.resourceType ? [action.wire.name] : [],
  )
  return cases.filter(
    ({ serviceType, actions }) => services.includes(serviceType) && actions.every((name) => known.includes(name)),
  )
}

const subjectOf = (world: World, region: Region, id: string): Subject => ({
  world,
  region,
  row: region.delegatedResourceAccessRequests.get(id),
})

function pick<Item>(world: World, items: readonly Item[]): Item {
  const item = items[Math.floor(world.random() * items.length)]
  if (item === undefined) throw invalidParameter('There is nothing to choose from.')
  return item
}

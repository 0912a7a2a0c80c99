import { invalidParameter } from '../fault.ts'
import {
  askDelegatedExtension,
  decideDelegatedAs,
  raiseDelegatedResourceAccessRequest,
} from '../services/delegate-access-control/index.ts'
import { askExtension, decideAs, raiseAccessRequest } from '../services/operator-access-control/index.ts'
import type { UserName } from '../world/seed/tenancy.ts'
import { userNamed } from '../world/seed/tenancy.ts'
import type {
  AccessRequestRow,
  DelegatedResourceAccessRequestRow,
  DelegationControlRow,
  Region,
  World,
} from '../world/world.ts'
import { requireCompartment, requireRegion } from './places.ts'

/** An access request to be raised by an operator. What is left out is chosen as operators usually would. */
export interface WantedAccessRequest {
  service: 'operator-access-control' | 'delegate-access-control'
  /** The home region unless named. */
  region?: string
  /** By its name; any that has something governed in it, unless named. */
  compartment?: string
  severity?: 'S1' | 'S2' | 'S3' | 'S4'
  /** How many have to approve. Delegate Access Control takes a control that asks for so many. */
  approvers?: number
  /** Names from the service's catalogue of actions. */
  actions?: string[]
  hours?: number
  /** A line, and the whole of it. */
  summary?: string
  reason?: string
  /** RFC 3339: the start the operator wishes for. */
  startsAt?: string
  /** Some controls approve by themselves then. */
  isDuringMaintenance?: boolean
  /** A revocation of it will end in REVOKEFAILED (REVOKE_FAILED). */
  revokeFails?: boolean
}

export interface WantedDecision {
  decision: 'approve' | 'reject' | 'revoke'
  /** Whose decision it is. */
  user: UserName
  comment?: string
}

/** The request as its service shows it. Throws faults for what the world does not have. */
export function raise(world: World, wanted: WantedAccessRequest): AccessRequestRow | DelegatedResourceAccessRequestRow {
  const region = requireRegion(world, wanted.region)
  const compartment = wanted.compartment && requireCompartment(world, wanted.compartment)
  const { severity, actions, hours: durationInHours, reason, isDuringMaintenance } = wanted
  if (wanted.service === 'operator-access-control')
    return raiseAccessRequest(world, region, {
      compartmentId: compartment,
      severity,
      numberOfApprovers: wanted.approvers,
      actions,
      durationInHours,
      reasonSummary: wanted.summary,
      reason,
      timeRequestedForFutureAccess: wanted.startsAt,
      isDuringMaintenance,
      outcomes: wanted.revokeFails ? { revokeOutcome: 'REVOKEFAILED' } : {},
    })
  const control = controlFor(region, compartment, wanted.approvers)
  return raiseDelegatedResourceAccessRequest(world, region, {
    delegationControlId: control.id,
    severity,
    actions: actions ?? actionsToDecide(region, control),
    durationInHours,
    reasonForRequest: wanted.summary,
    description: reason,
    timeAccessRequested: wanted.startsAt,
    isInMaintenance: isDuringMaintenance,
    revokeOutcome: wanted.revokeFails ? 'REVOKE_FAILED' : undefined,
  })
}

/** The operator asks for more hours. */
export function extend(world: World, id: string, hours: number): void {
  const { region, service } = place(world, id)
  if (service === 'operator-access-control') askExtension(world, region, id, hours)
  else askDelegatedExtension(world, region, id, hours)
}

/** Somebody else decides, and is refused what the service would refuse them. */
export function decide(world: World, id: string, { decision, user, comment }: WantedDecision): void {
  const { region, service } = place(world, id)
  const userId = userNamed(world, user).id
  const because = comment ?? `Decided by the ${user}`
  if (service === 'operator-access-control') decideAs(world, region, userId, id, decision, because)
  else decideDelegatedAs(world, region, userId, id, decision, because)
}

/** Where the access request is. Throws InvalidParameter for an id that is of no access request. */
function place(world: World, id: string): { region: Region; service: WantedAccessRequest['service'] } {
  for (const region of world.regions.values()) {
    if (region.accessRequests.find(id)) return { region, service: 'operator-access-control' }
    if (region.delegatedResourceAccessRequests.find(id)) return { region, service: 'delegate-access-control' }
  }
  throw invalidParameter(`There is no access request ${id}`)
}

/** The first that is active, governs something, and is as wanted. */
function controlFor(region: Region, compartment: string | undefined, approvers: number | undefined) {
  for (const control of region.delegationControls.values()) {
    const { lifecycleState, resourceIds = [], numApprovalsRequired } = control.wire
    if (
      lifecycleState === 'ACTIVE' &&
      resourceIds.length > 0 &&
      (compartment === undefined || control.compartmentId === compartment) &&
      (approvers === undefined || numApprovalsRequired === approvers)
    )
      return control
  }
  throw invalidParameter(`No active delegation control in ${region.name} governs such a resource`)
}

/** An action that the control does not approve in advance, so that there is something to decide; undefined if there is none. */
function actionsToDecide(region: Region, { wire }: DelegationControlRow): string[] | undefined {
  const action = region.serviceProviderActions
    .values()
    .find(
      ({ wire: { name, lifecycleState, resourceType } }) =>
        lifecycleState === 'ACTIVE' &&
        resourceType === wire.resourceType &&
        !wire.preApprovedServiceProviderActionNames?.includes(name),
    )
  return action && [action.wire.name]
}

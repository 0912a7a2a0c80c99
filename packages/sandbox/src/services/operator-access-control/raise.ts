import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { invalidParameter } from '../../fault.ts'
import type { AccessRequestRow, OperatorControlAssignmentRow, Region, World } from '../../world/world.ts'
import { createAccessRequest } from './access-request.ts'
import { actionsOfKinds, findAction, isOffered } from './action-catalogue.ts'
import { governing, type Governance } from './governance.ts'
import { oneOf } from './dice.ts'
import { nodesOf } from './nodes.ts'
import { reasons, type Reason } from './reasons.ts'
import { arm } from './transition.ts'

type ResourceType = OperatorAccessControl.ResourceTypes | undefined

export interface RaiseOptions {
  /** Where the governed resource is; any compartment when left out. */
  compartmentId?: string
  /** A governed resource by name; one that needs an approval when left out. */
  resourceName?: string
  subResources?: string[]
  severity?: OperatorAccessControl.AccessRequestSeverities
  /** Approvals needed; as the control says when left out. */
  numberOfApprovers?: number
  /** Names from the catalogue for the resource's type. When left out, at least one needs an approval. */
  actions?: string[]
  durationInHours?: number
  reasonSummary?: string
  reason?: string
  /** RFC 3339: the start that the operator wishes for. */
  timeRequestedForFutureAccess?: string
  /** Within a maintenance window, where an assignment may approve everything. */
  isDuringMaintenance?: boolean
  /** How its steps will end, where not well. */
  outcomes?: Pick<AccessRequestRow['extra'], 'deployOutcome' | 'revokeOutcome' | 'closeOutcome' | 'expiryOutcome'>
}

/**
 * An operator asks for access, which no operation of the service can do. The request is CREATED at once and goes on to
 * APPROVALWAITING, or to PREAPPROVED when the control approves all its actions in advance. What the world does not have
 * (a resource, an action) is refused with 400.
 */
export function raiseAccessRequest(world: World, region: Region, options: RaiseOptions = {}): AccessRequestRow {
  check(options)
  const assignment = target(world, region, options)
  const control = governing(region, assignment)
  const { resourceType } = assignment.wire
  const reason = likelyReason(world, control, resourceType)
  const actions = options.actions ?? actionsOfKinds(resourceType, reason.kinds)
  for (const name of actions) {
    if (findAction(name)?.resourceType !== resourceType) {
      throw invalidParameter(`${name} is no operator action for a resource of type ${resourceType}.`)
    }
  }
  const nodes = options.subResources ?? [oneOf(nodesOf(assignment.wire), world.random())]
  const row = createAccessRequest(
    world,
    region,
    {
      assignment,
      actions,
      severity: options.severity ?? reason.severity,
      durationInHours: options.durationInHours ?? reason.hours,
      summary: options.reasonSummary ?? filled(reason.summary, assignment, nodes),
      reason: options.reason ?? filled(reason.text, assignment, nodes),
      subResources: nodes,
      isAutoApproved:
        control.covers(actions) ||
        Boolean(options.isDuringMaintenance && assignment.wire.isAutoApproveDuringMaintenance),
      numberOfApprovers: options.numberOfApprovers,
      timeRequestedForFutureAccess: options.timeRequestedForFutureAccess,
    },
    world.clock.ms(),
  )
  Object.assign(row.extra, options.outcomes)
  arm(world, row)
  return row
}

/** One that suits the kind of resource and, if the control leaves any, needs an approval. */
function likelyReason(world: World, control: Governance, resourceType: ResourceType): Reason {
  const suitable = Object.values<Reason>(reasons).filter(({ kinds }) => isOffered(resourceType, kinds))
  const asking = orAll(suitable, ({ kinds }) => !control.covers(actionsOfKinds(resourceType, kinds)))
  return oneOf(asking, world.random())
}

/** A reason's text about this resource. */
export const filled = (text: string, { wire }: OperatorControlAssignmentRow, nodes: readonly string[]): string =>
  text.replaceAll('{resource}', wire.resourceName).replaceAll('{node}', nodes[0] ?? wire.resourceName)

function target(world: World, region: Region, { compartmentId, resourceName, actions = [] }: RaiseOptions) {
  const applied = [...region.operatorControlAssignments.values()].filter(
    (row) =>
      row.wire.lifecycleState === 'APPLIED' &&
      (compartmentId === undefined || row.compartmentId === compartmentId) &&
      (resourceName === undefined || row.wire.resourceName === resourceName),
  )
  if (applied.length === 0) {
    const which = [resourceName && `named ${resourceName}`, compartmentId && `in the compartment ${compartmentId}`]
    throw invalidParameter(
      ['No resource', ...which.filter(Boolean), `of ${region.name} is governed by an applied operator control.`].join(
        ' ',
      ),
    )
  }
  // narrowed as long as something is left: first to where the actions exist, then to where a decision is needed
  const able = orAll(applied, ({ wire }) =>
    actions.every((name) => findAction(name)?.resourceType === wire.resourceType),
  )
  const asking = orAll(able, (row) => !governing(region, row).wire.isFullyPreApproved)
  return oneOf(asking, world.random())
}

function orAll<T>(rows: readonly T[], keep: (row: T) => boolean): readonly T[] {
  const kept = rows.filter(keep)
  return kept.length > 0 ? kept : rows
}

function check(options: RaiseOptions): void {
  const { durationInHours = 1, numberOfApprovers = 1, actions, timeRequestedForFutureAccess: start } = options
  if (!Number.isInteger(durationInHours) || durationInHours < 1) {
    throw invalidParameter(`durationInHours is a whole number from 1, not ${durationInHours}.`)
  }
  if (!Number.isInteger(numberOfApprovers) || numberOfApprovers < 1 || numberOfApprovers > 10) {
    throw invalidParameter(`numberOfApprovers is a whole number from 1 to 10, not ${numberOfApprovers}.`)
  }
  if (start !== undefined && Number.isNaN(Date.parse(start))) {
    throw invalidParameter(`timeRequestedForFutureAccess is an RFC 3339 time, not ${start}.`)
  }
  if (actions?.length === 0) throw invalidParameter('An access request asks for at least one operator action.')
}

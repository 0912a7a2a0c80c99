import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { incorrectState, invalidParameter, relatedResourceNotFound } from '../../fault.ts'
import { answer, done, page, type Handler } from '../../handler.ts'
import type { OperatorControlAssignmentRow, Region } from '../../world/world.ts'
import { deliver, detach, reflect, settled } from './assignment-lifecycle.ts'
import { checkTerms, requireUngoverned } from './assignment-terms.ts'
import { compartmentFor } from '../compartments.ts'
import { pick } from './pick.ts'
import { isDescending } from '../sorting.ts'
import { workRequestId } from './work-request-id.ts'

type Assignment = OperatorAccessControl.OperatorControlAssignment

export const getOperatorControlAssignment: Handler<'operator-access-control.getOperatorControlAssignment'> = (
  { operatorControlAssignmentId },
  { region },
) => answer(region.operatorControlAssignments.get(operatorControlAssignmentId).wire)

/** `displayName` sorts by the name of the resource (**assumed**: an assignment has no name of its own). */
export const listOperatorControlAssignments: Handler<'operator-access-control.listOperatorControlAssignments'> = (
  query,
  { region },
) => {
  const rows = region.operatorControlAssignments
    .inCompartment(query.compartmentId)
    .filter(
      ({ wire }) =>
        (query.operatorControlName === undefined || wire.opControlName === query.operatorControlName) &&
        (query.resourceName === undefined || wire.resourceName === query.resourceName) &&
        (query.resourceType === undefined || wire.resourceType === query.resourceType) &&
        (query.lifecycleState === undefined || wire.lifecycleState === query.lifecycleState),
    )
  return page([...rows], {
    by: ({ wire }) => (query.sortBy === 'displayName' ? wire.resourceName : (wire.timeOfAssignment ?? '')),
    descending: isDescending(query.sortBy === 'displayName', query.sortOrder),
    toItem: ({ wire, compartmentId }) => ({ ...pick(wire, summarized), compartmentId }),
  })
}

export const createOperatorControlAssignment: Handler<'operator-access-control.createOperatorControlAssignment'> = (
  { body },
  { world, region, caller },
) => {
  const compartmentId = compartmentFor(world, caller, body.compartmentId)
  compartmentFor(world, caller, body.resourceCompartmentId)
  const control = region.operatorControls.find(body.operatorControlId)
  if (!control || !world.maySee(caller, control.compartmentId)) {
    throw relatedResourceNotFound(
      `The operator control ${body.operatorControlId} does not exist, or you may not use it.`,
    )
  }
  if (control.wire.lifecycleState === 'DELETED') {
    throw incorrectState(`The operator control ${control.wire.operatorControlName} is deleted and cannot be assigned.`)
  }
  if (control.wire.resourceType !== body.resourceType) {
    throw invalidParameter(
      `The operator control ${control.wire.operatorControlName} is for resources of type ${control.wire.resourceType}, not ${body.resourceType}.`,
    )
  }
  const id = world.ocid('opctlassignment', region.name)
  const { timeAssignmentFrom, timeAssignmentTo, ...untimed } = body
  const wire: Assignment = {
    ...untimed,
    ...(body.isEnforcedAlways ? {} : { timeAssignmentFrom, timeAssignmentTo }),
    id,
    opControlName: control.wire.operatorControlName,
    assignerId: caller.id,
    timeOfAssignment: world.clock.now().toISOString(),
    lifecycleState: 'CREATED',
    lifecycleDetails: 'The operator control is being applied to the resource',
    isDefaultAssignment: false,
    freeformTags: body.freeformTags ?? {},
    definedTags: body.definedTags ?? {},
  }
  checkTerms(wire, world.clock.ms())
  requireUngoverned(region, wire)
  const row: OperatorControlAssignmentRow = world.row(region, id, compartmentId, wire, {})
  region.operatorControlAssignments.insert(row)
  reflect(world, region, control.id)
  deliver(world, row)
  return answer(row.wire, { workRequestId: workRequestId(world, region) })
}

/** Changes what is given; an assignment that is enforced always has no times. */
export const updateOperatorControlAssignment: Handler<'operator-access-control.updateOperatorControlAssignment'> = (
  { operatorControlAssignmentId, body },
  { world, region },
) => {
  const row = settledAssignment(region, operatorControlAssignmentId, 'changed')
  const changed: Assignment = {
    ...row.wire,
    ...body,
    ...(body.isEnforcedAlways ? { timeAssignmentFrom: undefined, timeAssignmentTo: undefined } : {}),
  }
  checkTerms(changed, world.clock.ms())
  requireUngoverned(region, changed)
  region.operatorControlAssignments.change(row, {
    ...changed,
    lifecycleState: 'UPDATING',
    lifecycleDetails: 'The change is being applied to the resource',
  })
  deliver(world, row)
  return answer(row.wire)
}

export const deleteOperatorControlAssignment: Handler<'operator-access-control.deleteOperatorControlAssignment'> = (
  { operatorControlAssignmentId, description },
  { world, region, caller },
) => {
  const row = region.operatorControlAssignments.get(operatorControlAssignmentId)
  const isFuture = row.wire.lifecycleState === 'CREATED'
  if (!isFuture) settledAssignment(region, operatorControlAssignmentId, 'removed')
  detach(world, region, row, { unassignerId: caller.id, description: description ?? 'Removed by the customer' })
  return done()
}

export const changeOperatorControlAssignmentCompartment: Handler<
  'operator-access-control.changeOperatorControlAssignmentCompartment'
> = ({ operatorControlAssignmentId, body }, { world, region, caller }) => {
  const row = settledAssignment(region, operatorControlAssignmentId, 'moved')
  const compartmentId = compartmentFor(world, caller, body.compartmentId)
  region.operatorControlAssignments.change(row, { compartmentId })
  return done()
}

/** Throws IncorrectState while something is going on with the assignment, and when it is gone. */
export function settledAssignment(region: Region, id: string, act: string): OperatorControlAssignmentRow {
  const row = region.operatorControlAssignments.get(id)
  const state = row.wire.lifecycleState
  if (state && settled.includes(state)) return row
  throw incorrectState(
    `The assignment of ${row.wire.opControlName} to ${row.wire.resourceName} is ${state} and cannot be ${act} now.`,
  )
}

const summarized = [
  'id',
  'operatorControlId',
  'resourceId',
  'resourceType',
  'resourceName',
  'opControlName',
  'timeAssignmentFrom',
  'timeAssignmentTo',
  'isEnforcedAlways',
  'timeOfAssignment',
  'errorCode',
  'errorMessage',
  'isLogForwarded',
  'remoteSyslogServerAddress',
  'remoteSyslogServerPort',
  'isHypervisorLogForwarded',
  'lifecycleState',
  'lifecycleDetails',
  'freeformTags',
  'definedTags',
] as const satisfies (keyof OperatorAccessControl.OperatorControlAssignmentSummary & keyof Assignment)[]

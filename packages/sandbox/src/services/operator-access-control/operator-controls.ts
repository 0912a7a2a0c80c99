import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { incorrectState } from '../../fault.ts'
import { answer, done, page, type Handler } from '../../handler.ts'
import type { Region } from '../../world/world.ts'
import { isCurrent } from './assignment-lifecycle.ts'
import { compartmentFor } from '../compartments.ts'
import { requireFreeName, terms } from './operator-control-terms.ts'
import { pick } from './pick.ts'
import { isDescending } from '../sorting.ts'

type Control = OperatorAccessControl.OperatorControl

export const getOperatorControl: Handler<'operator-access-control.getOperatorControl'> = (
  { operatorControlId },
  { region },
) => answer(region.operatorControls.get(operatorControlId).wire)

/** With the deleted ones, which stay for audit. */
export const listOperatorControls: Handler<'operator-access-control.listOperatorControls'> = (query, { region }) => {
  const rows = region.operatorControls
    .inCompartment(query.compartmentId)
    .filter(
      ({ wire }) =>
        (query.lifecycleState === undefined || wire.lifecycleState === query.lifecycleState) &&
        (query.displayName === undefined || wire.operatorControlName === query.displayName) &&
        (query.resourceType === undefined || wire.resourceType === query.resourceType),
    )
  return page([...rows], {
    by: ({ wire }) => (query.sortBy === 'displayName' ? wire.operatorControlName : (wire.timeOfCreation ?? '')),
    descending: isDescending(query.sortBy === 'displayName', query.sortOrder),
    toItem: ({ wire }) => pick(wire, summarized),
  })
}

export const createOperatorControl: Handler<'operator-access-control.createOperatorControl'> = (
  { body },
  { world, region, caller },
) => {
  const compartmentId = compartmentFor(world, caller, body.compartmentId)
  requireFreeName(region, body.operatorControlName)
  const agreed = terms(body, body.resourceType)
  const id = world.ocid('opctloperatorcontrol', region.name)
  const now = world.clock.now().toISOString()
  const wire: Control = {
    id,
    compartmentId,
    resourceType: body.resourceType,
    operatorControlName: body.operatorControlName,
    numberOfApprovers: body.numberOfApprovers ?? 1,
    isDefaultOperatorControl: false,
    lifecycleState: 'CREATED',
    timeOfCreation: now,
    timeOfModification: now,
    lastModifiedInfo: 'Created',
    freeformTags: body.freeformTags ?? {},
    definedTags: body.definedTags ?? {},
  }
  const row = region.operatorControls.insert(world.row(region, id, compartmentId, wire, undefined))
  region.operatorControls.change(row, agreed)
  return answer(row.wire)
}

/** Replaces the control: what is left out is gone, but for the number of approvers and the tags, which stay. */
export const updateOperatorControl: Handler<'operator-access-control.updateOperatorControl'> = (
  { operatorControlId, body },
  { world, region },
) => {
  const row = undeleted(region, operatorControlId)
  requireFreeName(region, body.operatorControlName, operatorControlId)
  region.operatorControls.change(row, {
    ...terms(body, row.wire.resourceType),
    numberOfApprovers: body.numberOfApprovers ?? row.wire.numberOfApprovers,
    freeformTags: body.freeformTags ?? row.wire.freeformTags,
    definedTags: body.definedTags ?? row.wire.definedTags,
    timeOfModification: world.clock.now().toISOString(),
    lastModifiedInfo: 'Updated',
  })
  for (const assignment of region.operatorControlAssignments.values()) {
    if (assignment.wire.operatorControlId !== operatorControlId || !isCurrent(assignment)) continue
    region.operatorControlAssignments.change(assignment, { opControlName: body.operatorControlName })
  }
  return answer(row.wire)
}

/** Refused while the control is assigned. The record stays, DELETED. */
export const deleteOperatorControl: Handler<'operator-access-control.deleteOperatorControl'> = (
  { operatorControlId, description },
  { world, region },
) => {
  const row = undeleted(region, operatorControlId)
  const assigned = region.operatorControlAssignments
    .values()
    .filter((assignment) => assignment.wire.operatorControlId === operatorControlId && isCurrent(assignment))
    .map(({ wire }) => wire.resourceName)
    .toArray()
  if (assigned.length > 0) {
    throw incorrectState(
      `The operator control ${row.wire.operatorControlName} is assigned to ${assigned.join(', ')}. Remove its assignments first.`,
    )
  }
  const now = world.clock.now().toISOString()
  region.operatorControls.change(row, {
    lifecycleState: 'DELETED',
    timeOfModification: now,
    timeOfDeletion: now,
    lastModifiedInfo: description ? `Deleted: ${description}` : 'Deleted',
  })
  return done()
}

export const changeOperatorControlCompartment: Handler<'operator-access-control.changeOperatorControlCompartment'> = (
  { operatorControlId, body },
  { world, region, caller },
) => {
  const row = undeleted(region, operatorControlId)
  region.operatorControls.change(row, {
    compartmentId: compartmentFor(world, caller, body.compartmentId),
    timeOfModification: world.clock.now().toISOString(),
    lastModifiedInfo: 'Moved to another compartment',
  })
  return done()
}

function undeleted(region: Region, id: string) {
  const row = region.operatorControls.get(id)
  if (row.wire.lifecycleState === 'DELETED') {
    throw incorrectState(`The operator control ${row.wire.operatorControlName} is deleted and is kept for audit only.`)
  }
  return row
}

const summarized = [
  'id',
  'operatorControlName',
  'compartmentId',
  'isFullyPreApproved',
  'resourceType',
  'numberOfApprovers',
  'timeOfCreation',
  'timeOfModification',
  'timeOfDeletion',
  'lifecycleState',
  'freeformTags',
  'definedTags',
] as const satisfies (keyof OperatorAccessControl.OperatorControlSummary & keyof Control)[]

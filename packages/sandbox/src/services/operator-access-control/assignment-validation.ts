import { incorrectState, invalidParameter, notAuthorizedOrNotFound } from '../../fault.ts'
import { answer, done, type Handler } from '../../handler.ts'
import { errand } from '../../world/errand.ts'
import { stepsMs } from '../../world/pace.ts'
import type { OperatorControlAssignmentRow, Region, World } from '../../world/world.ts'
import type { AboutAssignment } from './about.ts'
import { aboutAssignment, assignmentOf } from './about.ts'
import { createAccessRequest } from './access-request.ts'
import { actionNames } from './action-catalogue.ts'
import { nodesOf } from './nodes.ts'
import { settledAssignment } from './operator-control-assignments.ts'
import { arm } from './transition.ts'
import { workRequestId } from './work-request-id.ts'

const commands = [
  'create-temporary-user',
  'open-ssh-session',
  'run-diagnostic-command',
  'forward-audit-log',
  'remove-temporary-user',
]

/** Before the first validation there is nothing to read: 404. */
export const getAssignmentValidationStatus: Handler<'operator-access-control.getAssignmentValidationStatus'> = (
  { operatorControlAssignmentId },
  { region },
) => {
  const { validation } = region.operatorControlAssignments.get(operatorControlAssignmentId).extra
  if (!validation) throw notAuthorizedOrNotFound('The assignment was never validated.')
  return answer(validation)
}

/**
 * Tries the assignment out: the system raises an access request of its own, approved at once, and runs a few commands
 * under it. On an assignment in error the run fails.
 */
export const validateOperatorAssignment: Handler<'operator-access-control.validateOperatorAssignment'> = (
  { operatorControlAssignmentId, body },
  { world, region, caller },
) => {
  const row = settledAssignment(region, operatorControlAssignmentId, 'validated')
  if (row.extra.validation?.executionStatus === 'PROGRESS') {
    throw incorrectState(`A validation of ${row.wire.resourceName} is running already.`)
  }
  const offered = actionNames(row.wire.resourceType)
  const action = body.actionName ?? offered[0]
  if (action === undefined || !offered.includes(action)) {
    throw invalidParameter(
      `${action} is no operator action for a resource of type ${row.wire.resourceType}; those are ${offered.join(', ')}.`,
    )
  }
  const request = raiseValidation(world, region, row, action)
  row.extra.validation = {
    executionId: world.ocid('opctlvalidation', region.name),
    userId: caller.id,
    accessRequestId: request.id,
    executionStatus: 'PROGRESS',
    statusDetail: [],
    timeOfValidationStart: world.clock.now().toISOString(),
  }
  follow(world, row)
  return done(workRequestId(world, region))
}

function raiseValidation(world: World, region: Region, row: OperatorControlAssignmentRow, action: string) {
  const request = createAccessRequest(
    world,
    region,
    {
      assignment: row,
      actions: [action],
      severity: 'S4',
      durationInHours: 1,
      summary: `Validation of the operator control on ${row.wire.resourceName}`,
      reason: 'Raised by the validation of the assignment; no operator takes part.',
      subResources: nodesOf(row.wire).slice(0, 1),
      isAutoApproved: true,
      isValidateAssignment: true,
    },
    world.clock.ms(),
  )
  if (row.wire.errorCode !== undefined) request.extra.deployOutcome = 'DEPLOYFAILED'
  arm(world, request)
  return request
}

/** One command after another, at the world's pace; the one that forwards the log fails when the assignment is in error. */
function follow(world: World, row: OperatorControlAssignmentRow): void {
  world.clock.after(stepsMs(world), commandDue(aboutAssignment(row)))
}

const commandDue = errand<AboutAssignment>('operator-access-control/validation-command', (world, about) => {
  const { row } = assignmentOf(world, about)
  const status = row.extra.validation
  if (!status) return
  const earlier = status.statusDetail ?? []
  const commandName = commands[earlier.length]
  const now = world.clock.now().toISOString()
  if (commandName === undefined) {
    row.extra.validation = { ...status, executionStatus: 'SUCCESS', timeOfValidationFinish: now }
    return
  }
  const isBroken = row.wire.errorCode !== undefined && commandName === 'forward-audit-log'
  const command = {
    statusId: earlier.length + 1,
    commandName,
    status: isBroken ? 'Failure' : 'Success',
    timeOfValidation: now,
  }
  row.extra.validation = {
    ...status,
    statusDetail: [...earlier, command],
    ...(isBroken
      ? { executionStatus: 'FAILED', errorMessage: row.wire.errorMessage, timeOfValidationFinish: now }
      : {}),
  }
  if (!isBroken) follow(world, row)
})

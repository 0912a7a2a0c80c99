import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { errand } from '../../world/errand.ts'
import { stepsMs } from '../../world/pace.ts'
import type { OperatorControlAssignmentRow, Region, World } from '../../world/world.ts'
import type { AboutAssignment } from './about.ts'
import { aboutAssignment, assignmentOf } from './about.ts'

type State = OperatorAccessControl.OperatorControlAssignmentLifecycleStates

/** The states in which a customer may change, validate or remove an assignment. */
export const settled: readonly State[] = ['APPLIED', 'APPLYFAILED', 'UPDATEFAILED', 'CUSTOMERASSIGNED']

/** Whether the assignment still holds, or will: a control with such a one cannot be deleted. */
export const isCurrent = ({ wire }: OperatorControlAssignmentRow) => wire.lifecycleState !== 'DELETED'

/** Lets a CREATED or UPDATING assignment arrive at the machine, not before governance starts. */
export function deliver(world: World, row: OperatorControlAssignmentRow): void {
  const transit = row.wire.lifecycleState
  const startsInMs = Date.parse(row.wire.timeAssignmentFrom ?? '') - world.clock.ms()
  world.clock.after(Math.max(stepsMs(world), startsInMs || 0), delivered({ ...aboutAssignment(row), transit }))
  scheduleEnd(world, row)
}

const delivered = errand<AboutAssignment & { transit?: State }>(
  'operator-access-control/assignment-delivered',
  (world, { transit, ...about }) => {
    const { region, row } = assignmentOf(world, about)
    if (row.wire.lifecycleState !== transit) return
    const trouble = troubleOf(row.wire)
    region.operatorControlAssignments.change(row, {
      lifecycleState: trouble ? (transit === 'UPDATING' ? 'UPDATEFAILED' : 'APPLYFAILED') : 'APPLIED',
      lifecycleDetails: trouble?.message ?? 'The operator control is in force on the resource',
      errorCode: trouble?.code,
      errorMessage: trouble?.message,
      timeOfAssignment: row.wire.timeOfAssignment ?? world.clock.now().toISOString(),
    })
  },
)

/** Takes the resource from under its control; the record stays, DELETED. */
export function detach(
  world: World,
  region: Region,
  row: OperatorControlAssignmentRow,
  by: { unassignerId?: string; description: string },
): void {
  region.operatorControlAssignments.change(row, {
    lifecycleState: 'DELETING',
    lifecycleDetails: 'The operator control is being taken off the resource',
    detachmentDescription: by.description,
    ...(by.unassignerId === undefined ? {} : { unassignerId: by.unassignerId }),
  })
  world.clock.after(stepsMs(world), detached(aboutAssignment(row)))
}

const detached = errand<AboutAssignment>('operator-access-control/assignment-detached', (world, about) => {
  const { region, row } = assignmentOf(world, about)
  if (row.wire.lifecycleState !== 'DELETING') return
  region.operatorControlAssignments.change(row, {
    lifecycleState: 'DELETED',
    lifecycleDetails: 'The resource is no longer governed by the operator control',
    timeOfDeletion: world.clock.now().toISOString(),
  })
  reflect(world, region, row.wire.operatorControlId)
})

/** Lets the control say whether anything is assigned to it. */
export function reflect(world: World, region: Region, controlId: string): void {
  const control = region.operatorControls.get(controlId)
  const isAssigned = region.operatorControlAssignments
    .values()
    .some((row) => row.wire.operatorControlId === controlId && isCurrent(row))
  const state = isAssigned ? 'ASSIGNED' : 'UNASSIGNED'
  if (control.wire.lifecycleState === state) return
  region.operatorControls.change(control, {
    lifecycleState: state,
    timeOfModification: world.clock.now().toISOString(),
    lastModifiedInfo: isAssigned ? 'Assigned to a resource' : 'The last assignment was removed',
  })
}

/** Governance for a time ends by itself. */
export function scheduleEnd(world: World, row: OperatorControlAssignmentRow): void {
  const until = row.wire.timeAssignmentTo
  if (until === undefined) return
  world.clock.after(
    Math.max(0, Date.parse(until) - world.clock.ms()),
    assignmentOver({ ...aboutAssignment(row), until }),
  )
}

const assignmentOver = errand<AboutAssignment & { until: string }>(
  'operator-access-control/assignment-over',
  (world, { until, ...about }) => {
    const { region, row } = assignmentOf(world, about)
    const { timeAssignmentTo, lifecycleState } = row.wire
    if (timeAssignmentTo !== until || lifecycleState === 'DELETING' || lifecycleState === 'DELETED') return
    detach(world, region, row, { description: 'The time of the assignment is over' })
  },
)

/** Why the control cannot be applied. A host below `.invalid` exists nowhere (RFC 2606), so it is the way to see it fail. */
function troubleOf({ isLogForwarded, remoteSyslogServerAddress }: OperatorAccessControl.OperatorControlAssignment) {
  if (!isLogForwarded || !remoteSyslogServerAddress?.endsWith('.invalid')) return undefined
  return {
    code: 5021,
    message: `The syslog server ${remoteSyslogServerAddress} cannot be reached from the control plane server: host not found`,
  }
}

import { createHash } from 'node:crypto'
import type { OperatorAccessControl } from '@gatehouse/oci-api'
import type { AccessRequestRow, OperatorControlAssignmentRow, Region, World } from '../../world/world.ts'
import { governing } from './governance.ts'
import { record } from './transition.ts'

/** What an operator asks for. */
export interface Asked {
  assignment: OperatorControlAssignmentRow
  actions: string[]
  severity: OperatorAccessControl.AccessRequestSeverities
  durationInHours: number
  summary: string
  reason: string
  subResources: string[]
  isAutoApproved: boolean
  /** As the control says when left out. */
  numberOfApprovers?: number
  timeRequestedForFutureAccess?: string
  isValidateAssignment?: boolean
}

/** How many operators there are behind the opaque ids. */
const operators = 12

const firstNumber = 4200

/** Puts a request in state CREATED into the region, as of `atMs`; nothing follows by itself. */
export function createAccessRequest(world: World, region: Region, asked: Asked, atMs: number): AccessRequestRow {
  const { assignment } = asked
  const control = governing(region, assignment).wire
  const compartmentId = assignment.compartmentId
  const operatorId = anOperator(world)
  const id = world.ocid('opctlaccessrequest', region.name)
  const at = new Date(atMs).toISOString()
  const row: AccessRequestRow = world.row(
    region,
    id,
    compartmentId,
    {
      id,
      requestId: `AR-${region.key}-${String(firstNumber + region.accessRequests.size).padStart(6, '0')}`,
      accessReasonSummary: asked.summary,
      operatorId,
      resourceId: assignment.wire.resourceId,
      resourceName: assignment.wire.resourceName,
      subResourceList: asked.subResources,
      compartmentId,
      resourceType: assignment.wire.resourceType,
      actionRequestsList: asked.actions,
      reason: asked.reason,
      severity: asked.severity,
      duration: asked.durationInHours,
      isAutoApproved: asked.isAutoApproved,
      lifecycleState: 'CREATED' as const,
      timeOfCreation: at,
      timeOfModification: at,
      opctlId: control.id,
      opctlName: control.operatorControlName,
      ...(control.systemMessage === undefined ? {} : { systemMessage: control.systemMessage }),
      numberOfApproversRequired: asked.numberOfApprovers ?? control.numberOfApprovers ?? 1,
      numberOfApprovers: 0,
      isValidateAssignment: asked.isValidateAssignment ?? false,
      ...(asked.timeRequestedForFutureAccess === undefined
        ? {}
        : { timeRequestedForFutureAccess: asked.timeRequestedForFutureAccess }),
      freeformTags: {},
      definedTags: {},
    },
    { histories: [], interactions: [] },
  )
  region.accessRequests.insert(row)
  record(world, region, row, 'CREATED', { by: operatorId, description: 'The operator raised the access request' }, atMs)
  return row
}

/** Oracle gives no more than an opaque id of whoever asks. */
function anOperator({ options, random }: World): string {
  const which = Math.floor(random() * operators)
  return createHash('sha256').update(`${options.seed} operator ${which}`).digest('hex').slice(0, 32)
}

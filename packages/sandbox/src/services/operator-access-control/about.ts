import { regionNamed } from '../../world/seed/tenancy.ts'
import type { AccessRequestRow, OperatorControlAssignmentRow, Region, World } from '../../world/world.ts'

/** How an errand names an access request. */
export interface AboutAccessRequest {
  region: string
  accessRequestId: string
}

/** How an errand names an assignment. */
export interface AboutAssignment {
  region: string
  operatorControlAssignmentId: string
}

export const aboutAccessRequest = (row: AccessRequestRow): AboutAccessRequest => ({
  region: row.region,
  accessRequestId: row.id,
})

export const aboutAssignment = (row: OperatorControlAssignmentRow): AboutAssignment => ({
  region: row.region,
  operatorControlAssignmentId: row.id,
})

/** The access request that an errand is about. */
export function accessRequestOf(world: World, about: AboutAccessRequest): { region: Region; row: AccessRequestRow } {
  const region = regionNamed(world, about.region)
  return { region, row: region.accessRequests.get(about.accessRequestId) }
}

/** The same for an assignment. */
export function assignmentOf(
  world: World,
  about: AboutAssignment,
): { region: Region; row: OperatorControlAssignmentRow } {
  const region = regionNamed(world, about.region)
  return { region, row: region.operatorControlAssignments.get(about.operatorControlAssignmentId) }
}

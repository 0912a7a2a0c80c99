import { regionNamed } from '../../world/seed/tenancy.ts'
import type { DelegatedResourceAccessRequestRow, DelegationControlRow, Region, World } from '../../world/world.ts'

/** How an errand names an access request. */
export interface AboutAccessRequest {
  region: string
  accessRequestId: string
}

/** How an errand names a delegation control. */
export interface AboutControl {
  region: string
  delegationControlId: string
}

export const aboutAccessRequest = (row: DelegatedResourceAccessRequestRow): AboutAccessRequest => ({
  region: row.region,
  accessRequestId: row.id,
})

export const aboutControl = (row: DelegationControlRow): AboutControl => ({
  region: row.region,
  delegationControlId: row.id,
})

/** The access request that an errand is about, in its world. */
export function subjectOf(
  world: World,
  about: AboutAccessRequest,
): { world: World; region: Region; row: DelegatedResourceAccessRequestRow } {
  const region = regionNamed(world, about.region)
  return { world, region, row: region.delegatedResourceAccessRequests.get(about.accessRequestId) }
}

/** The same for a control. */
export function controlOf(world: World, about: AboutControl): { region: Region; row: DelegationControlRow } {
  const region = regionNamed(world, about.region)
  return { region, row: region.delegationControls.get(about.delegationControlId) }
}

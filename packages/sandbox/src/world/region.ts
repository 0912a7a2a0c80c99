import { createTable } from './table.ts'
import type { Region, World } from './world.ts'

/** What a region has, kind by kind. */
export const tableNames = [
  'desktopPools',
  'desktops',
  'desktopPoolVolumes',
  'accessRequests',
  'operatorActions',
  'operatorControls',
  'operatorControlAssignments',
  'delegatedResourceAccessRequests',
  'delegationControls',
  'delegationSubscriptions',
  'serviceProviders',
  'serviceProviderActions',
  'workRequests',
] as const

export type TableName = (typeof tableNames)[number]

/** A region without anything in it. */
export function createRegion(
  { rows }: Pick<World, 'rows'>,
  about: Pick<Region, 'name' | 'key' | 'availabilityDomains' | 'availabilityDomainIds'>,
  versions: Partial<Record<TableName, number>> = {},
): Region {
  const { name, key, availabilityDomains, availabilityDomainIds } = about
  return {
    name,
    key,
    availabilityDomains,
    availabilityDomainIds,
    desktopPools: createTable(rows, versions.desktopPools),
    desktops: createTable(rows, versions.desktops),
    desktopPoolVolumes: createTable(rows, versions.desktopPoolVolumes),
    accessRequests: createTable(rows, versions.accessRequests),
    operatorActions: createTable(rows, versions.operatorActions),
    operatorControls: createTable(rows, versions.operatorControls),
    operatorControlAssignments: createTable(rows, versions.operatorControlAssignments),
    delegatedResourceAccessRequests: createTable(rows, versions.delegatedResourceAccessRequests),
    delegationControls: createTable(rows, versions.delegationControls),
    delegationSubscriptions: createTable(rows, versions.delegationSubscriptions),
    serviceProviders: createTable(rows, versions.serviceProviders),
    serviceProviderActions: createTable(rows, versions.serviceProviderActions),
    workRequests: createTable(rows, versions.workRequests),
  }
}

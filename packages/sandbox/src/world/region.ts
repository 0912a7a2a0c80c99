import { createTable } from './table.ts'
import type { Region, World } from './world.ts'

/** A region without anything in it. */
export function createRegion(world: World, name: string, key: string, availabilityDomains: string[]): Region {
  const { rows } = world
  return {
    name,
    key,
    availabilityDomains,
    availabilityDomainIds: availabilityDomains.map(() => world.ocid('availabilitydomain')),
    desktopPools: createTable(rows),
    desktops: createTable(rows),
    desktopPoolVolumes: createTable(rows),
    accessRequests: createTable(rows),
    operatorActions: createTable(rows),
    operatorControls: createTable(rows),
    operatorControlAssignments: createTable(rows),
    delegatedResourceAccessRequests: createTable(rows),
    delegationControls: createTable(rows),
    delegationSubscriptions: createTable(rows),
    serviceProviders: createTable(rows),
    serviceProviderActions: createTable(rows),
    workRequests: createTable(rows),
  }
}

import type { OperationId } from '@gatehouse/oci-api'
import { operationIds, operations } from '@gatehouse/oci-api'
import { Fault } from '../fault.ts'
import { handlers } from '../services/index.ts'
import { callHandler } from '../testing.ts'
import type { World } from '../world/world.ts'

/** Not everything has been validated, or has a report. */
export const mayBeMissing: readonly OperationId[] = [
  'operator-access-control.getAssignmentValidationStatus',
  'operator-access-control.getAuditLogReport',
  'delegate-access-control.getDelegatedResourceAccessRequestAuditLogReport',
]

/** Every operation that reads, on everything that is there; throws unless each answer is as its model says. Gives how often each answered. */
export function readEverything(world: World): Record<string, number> {
  const counts: Record<string, number> = {}
  const compartments = [world.tenancyId, ...[...world.compartments.values()].map(({ id }) => id)]
  for (const region of world.regions.keys())
    for (const id of operationIds.filter((one) => operations[one].method === 'GET'))
      for (const path of pathInputs(world, region, id))
        for (const query of operations[id].query.some(({ name }) => name === 'compartmentId')
          ? compartments.map((compartmentId) => ({ compartmentId }))
          : [{}]) {
          const input = { ...path, ...query } as never // made from the operation's own table
          try {
            callHandler(world, handlers, id, input, { region })
            counts[id] = (counts[id] ?? 0) + 1
          } catch (error) {
            if (!(error instanceof Fault && mayBeMissing.includes(id))) throw error
          }
        }
  return counts
}

/** One for each thing in the region that the path could name. */
function pathInputs(world: World, regionName: string, id: OperationId): Record<string, string>[] {
  const [name] = operations[id].pathParameters
  if (!name) return [{}]
  if (name === 'tenancyId') return [{ tenancyId: world.tenancyId }]
  const region = world.regions.get(regionName)!
  const tables: Record<string, Iterable<{ id: string; extra?: unknown }>> = {
    compartmentId: world.compartments.values(),
    workRequestId: region.workRequests
      .values()
      .filter(({ extra }) => extra.service === operations[id].service)
      .toArray(),
    desktopPoolId: region.desktopPools.values(),
    desktopId: region.desktops.values(),
    accessRequestId: region.accessRequests.values(),
    operatorActionId: region.operatorActions.values(),
    operatorControlId: region.operatorControls.values(),
    operatorControlAssignmentId: region.operatorControlAssignments.values(),
    delegatedResourceAccessRequestId: region.delegatedResourceAccessRequests.values(),
    delegationControlId: region.delegationControls.values(),
    delegationSubscriptionId: region.delegationSubscriptions.values(),
    serviceProviderId: region.serviceProviders.values(),
    serviceProviderActionId: region.serviceProviderActions.values(),
  }
  return [...tables[name]!].map((row) => ({ [name]: row.id }))
}

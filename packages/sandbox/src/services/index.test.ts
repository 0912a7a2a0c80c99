import type { OperationId } from '@gatehouse/oci-api'
import { operationIds, operations } from '@gatehouse/oci-api'
import { expect, onTestFinished, test } from 'vitest'
import { Fault } from '../fault.ts'
import { callHandler, testWorld } from '../testing.ts'
import type { World } from '../world/world.ts'
import { handlers, seedServices, startLife } from './index.ts'

/** Not everything has been validated, or has a report. */
const mayBeMissing: OperationId[] = [
  'operator-access-control.getAssignmentValidationStatus',
  'operator-access-control.getAuditLogReport',
  'delegate-access-control.getDelegatedResourceAccessRequestAuditLogReport',
]

/** Every operation that reads, on everything that is there; each answer is checked against its model. Gives how often each answered. */
function readEverything(world: World): Record<string, number> {
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

test('all that the seed makes reads as its models say, and is as much as was asked for', () => {
  const counts = readEverything(testWorld({ seeds: [seedServices] }))
  expect(counts).toMatchObject({ 'desktops.getDesktopPool': 24, 'desktops.getDesktop': 1500 })
  expect(
    counts['operator-access-control.getAccessRequest']! +
      counts['delegate-access-control.getDelegatedResourceAccessRequest']!,
  ).toBe(40)
  expect(counts['desktops.getWorkRequest']! + counts['delegate-access-control.getWorkRequest']!).toBe(60)
})

test('after two days of life everything still reads as its models say', () => {
  const world = testWorld({ seeds: [seedServices], life: true, paceMs: 1500 })
  onTestFinished(() => world.clock.stop())
  startLife(world)
  world.clock.advance(48 * 3_600_000)
  const counts = readEverything(world)
  expect(counts['operator-access-control.getAccessRequest']).toBeGreaterThan(26)
})

test('every operation has its handler', () => {
  expect(operationIds.filter((id) => !(id in handlers))).toEqual([])
})

import { expect, test } from 'vitest'
import { compartmentId } from '../../world/seed/tenancy.ts'
import { trial } from './trial.ts'

function production() {
  const trialled = trial()
  const scope = { compartmentId: compartmentId(trialled.world, 'exadata-production') }
  const list = (more: Partial<Parameters<typeof trialled.call<'listAccessRequests'>>[2]> = {}) =>
    trialled.call('console', 'listAccessRequests', { ...scope, ...more }).items
  return { ...trialled, list }
}

test('a list has the requests of its compartment and region, newest first', () => {
  const { list, world } = production()
  const items = list()
  expect(items.length).toBeGreaterThan(5)
  expect(new Set(items.map((item) => item.compartmentId))).toEqual(
    new Set([compartmentId(world, 'exadata-production')]),
  )
  const times = items.map(({ timeOfCreation }) => timeOfCreation ?? '')
  expect(times).toEqual(times.toSorted().toReversed())
  expect(items.every(({ requestId }) => requestId?.startsWith('AR-FRA-'))).toBe(true)
})

test('a list does not reach into compartments below', () => {
  const { call, world } = production()
  expect(call('console', 'listAccessRequests', { compartmentId: compartmentId(world, 'platform') }).items).toEqual([])
})

test('a list is filtered by state, resource name and resource type', () => {
  const { list } = production()
  expect(list({ lifecycleState: 'APPROVALWAITING' })).toHaveLength(2)
  const named = list({ resourceName: 'exaprd-fra-01' })
  expect(new Set(named.map(({ resourceName }) => resourceName))).toEqual(new Set(['exaprd-fra-01']))
  const cloud = list({ resourceType: 'CLOUDEXADATAINFRASTRUCTURE' })
  expect(cloud.length).toBeGreaterThan(2)
  expect(cloud.every(({ resourceName }) => resourceName === 'cloudexa-prd-fra-01')).toBe(true)
  expect(list({ resourceType: 'CCCINFRASTRUCTURE' })).toEqual([])
})

test('a list looks back as many days as asked', () => {
  const { list, world } = production()
  const since = (days: number) => (item: { timeOfCreation?: string }) =>
    Date.parse(item.timeOfCreation ?? '') >= world.clock.ms() - days * 86_400_000
  expect(list({ numDays: 1 })).toEqual(list().filter(since(1)))
  expect(list({ numDays: 1 }).length).toBeLessThan(list().length)
  expect(list({ numDays: 0 })).toEqual([])
  expect(() => list({ numDays: -1 })).toThrow(expect.objectContaining({ status: 400 }))
})

test('a list keeps to an interval whose ends belong to it', () => {
  const { list } = production()
  const all = list()
  const [newest, second] = all
  expect(list({ timeStart: second?.timeOfCreation, timeEnd: newest?.timeOfCreation })).toEqual([newest, second])
  expect(list({ timeStart: second?.timeOfCreation })).toEqual([newest, second])
  expect(() => list({ timeStart: newest?.timeOfCreation, timeEnd: second?.timeOfCreation })).toThrow(
    'timeStart is later than timeEnd.',
  )
})

test('a list is sorted by short identifier, upwards unless asked otherwise', () => {
  const { list } = production()
  const ids = list({ sortBy: 'displayName' }).map(({ requestId }) => requestId ?? '')
  expect(ids).toEqual(ids.toSorted())
  expect(list({ sortBy: 'displayName', sortOrder: 'DESC' }).map(({ requestId }) => requestId)).toEqual(ids.toReversed())
})

test('a request is read whole, and a list has its summary', () => {
  const { call, list } = production()
  const [summary] = list({ lifecycleState: 'EXTENDING' })
  const whole = call('console', 'getAccessRequest', { accessRequestId: summary?.id ?? '' })
  expect(whole).toMatchObject({ ...summary, operatorId: expect.any(String), reason: expect.any(String) })
  expect(summary).not.toHaveProperty('reason')
  expect(whole).not.toHaveProperty('etag')
})

test('a request of another region is not found', () => {
  const { call, seeded } = production()
  const { row } = seeded('INREVIEW')
  expect(row.region).toBe('us-ashburn-1')
  expect(() => call('console', 'getAccessRequest', { accessRequestId: row.id })).toThrow(
    expect.objectContaining({ status: 404 }),
  )
})

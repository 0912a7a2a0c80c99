import { expect, test } from 'vitest'
import { userNamed } from '../../world/seed/tenancy.ts'
import { lifecycle, stateOf, states, undecided } from './lifecycle.ts'
import { trial } from './trial.ts'

function seeded(options: Parameters<typeof trial>[0] = {}) {
  const trialled = trial(options)
  const regions = [...trialled.world.regions.values()]
  const rows = regions.flatMap(({ accessRequests }) => [...accessRequests.values()])
  return { ...trialled, regions, rows }
}

test('26 of 40 access requests are this service’s, over all states, severities, regions and compartments', () => {
  const { rows } = seeded()
  expect(rows).toHaveLength(26)
  expect(new Set(rows.map(stateOf))).toEqual(new Set(states))
  expect(new Set(rows.map(({ wire }) => wire.severity))).toEqual(new Set(['S1', 'S2', 'S3', 'S4']))
  expect(new Set(rows.map(({ region }) => region)).size).toBe(2)
  expect(new Set(rows.map(({ compartmentId }) => compartmentId)).size).toBe(2)
})

test('another size makes as many as it says', () => {
  const size = (accessRequests: number) => seeded({ size: { accessRequests } }).rows.length
  expect(size(0)).toBe(0)
  expect(size(10)).toBe(7)
  expect(size(400)).toBe(260)
})

test('every answer about what is seeded is valid', () => {
  const { regions, call } = seeded({ size: { accessRequests: 80 } })
  for (const { name, accessRequests, operatorControls, operatorControlAssignments, operatorActions } of regions) {
    for (const { id } of accessRequests.values()) {
      call('console', 'getAccessRequest', { accessRequestId: id }, name)
      call('console', 'listAccessRequestHistories', { accessRequestId: id }, name)
      call('console', 'listInteractions', { accessRequestId: id }, name)
      call('console', 'getAuditLogReport', { accessRequestId: id, enableProcessTree: 1 }, name)
    }
    for (const { id } of operatorControls.values())
      call('console', 'getOperatorControl', { operatorControlId: id }, name)
    for (const { id } of operatorActions.values()) call('console', 'getOperatorAction', { operatorActionId: id }, name)
    for (const { id, compartmentId } of operatorControlAssignments.values()) {
      call('console', 'getOperatorControlAssignment', { operatorControlAssignmentId: id }, name)
      call('console', 'listOperatorControlAssignments', { compartmentId }, name)
      call('console', 'listOperatorControls', { compartmentId }, name)
      call('console', 'listAccessRequests', { compartmentId }, name)
    }
  }
})

test('each history is dated in order, ends in the present state and never jumps', () => {
  const { rows, world } = seeded({ size: { accessRequests: 120 } })
  for (const row of rows) {
    const { histories } = row.extra
    const times = histories.map(({ timeOfAction }) => Date.parse(timeOfAction ?? ''))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(world.clock.ms())
    expect(histories.at(-1)?.lifecycleState).toBe(row.wire.lifecycleState)
    for (const [place, { lifecycleState }] of histories.entries()) {
      const before = histories[place - 1]?.lifecycleState
      if (!before || !lifecycleState || before === lifecycleState) continue
      expect(lifecycle[before].next).toContain(lifecycleState)
    }
  }
})

test('some requests were raised minutes ago, some hours ago; some have one of two approvals', () => {
  const { rows, world } = seeded()
  const waiting = rows.filter((row) => undecided.includes(stateOf(row)))
  const ages = waiting.map(({ wire }) => world.clock.ms() - Date.parse(wire.timeOfCreation ?? ''))
  expect(ages.some((age) => age < 10 * 60_000)).toBe(true)
  expect(ages.some((age) => age > 12 * 3_600_000)).toBe(true)
  const half = rows.filter(({ wire }) => wire.numberOfApproversRequired === 2 && wire.numberOfApprovers === 1)
  expect(half.length).toBeGreaterThanOrEqual(2)
  for (const { wire } of half) expect(wire.approverDetails?.[0]?.approverId).toBe(userNamed(world, 'administrator').id)
})

test('an extension waits with one of its two approvals', () => {
  const { rows } = seeded()
  const extending = rows.filter(({ wire }) => wire.lifecycleState === 'EXTENDING').map(({ wire }) => wire)
  expect(extending.length).toBeGreaterThanOrEqual(2)
  expect(extending).toContainEqual(
    expect.objectContaining({ numberOfApproversRequired: 2, numberOfExtensionApprovers: 1 }),
  )
})

test('one waiting request asks for many actions, for a long reason', () => {
  const { rows } = seeded()
  const long = rows.find(({ wire }) => (wire.actionRequestsList ?? []).length >= 8)
  expect(long?.wire.lifecycleState).toBe('APPROVALWAITING')
  expect(long?.wire.reason?.length).toBeGreaterThan(1000)
})

test('no action is seeded that its resource does not have', () => {
  const { rows, regions } = seeded({ size: { accessRequests: 120 } })
  const names = new Set(
    regions.flatMap(({ operatorActions }) => [...operatorActions.values()].map(({ wire }) => wire.name)),
  )
  for (const { wire } of rows) {
    expect(wire.actionRequestsList).not.toEqual([])
    for (const name of wire.actionRequestsList ?? []) expect(names).toContain(name)
  }
})

test('the same seed makes the same requests', () => {
  const read = () => seeded().rows.map(({ id, wire }) => [id, wire.requestId, wire.operatorId, wire.lifecycleState])
  expect(read()).toEqual(read())
})

test('there are eight controls, and what is granted to end ends with time', () => {
  const { regions, seeded: one, hours } = seeded()
  expect(regions.flatMap(({ operatorControls }) => [...operatorControls.values()])).toHaveLength(8)
  const { row } = one('DEPLOYED')
  const { row: later } = one('APPROVEDFORFUTURE')
  hours(9.2)
  expect(row.wire.lifecycleState).toBe('EXPIRED')
  expect(later.wire.lifecycleState).toBe('DEPLOYED')
})

import { expect, test } from 'vitest'
import type { World } from '../../world/world.ts'
import { userNamed } from '../../world/seed/tenancy.ts'
import { decideAs, startOperatorAccessControlLife } from './life.ts'
import { stateOf, undecided } from './lifecycle.ts'
import { trial } from './trial.ts'

const requests = (world: World) =>
  [...world.regions.values()].flatMap(({ accessRequests }) => [...accessRequests.values()])

test('operators raise a request every few minutes, and stop when many wait', () => {
  const { world, minutes, hours } = trial({ life: true, paceMs: 1000 })
  startOperatorAccessControlLife(world)
  const before = requests(world).length
  minutes(30)
  const after = requests(world).length - before
  expect(after).toBeGreaterThanOrEqual(4)
  expect(after).toBeLessThanOrEqual(10)
  hours(20)
  for (const { accessRequests } of world.regions.values()) {
    const waiting = accessRequests.values().filter((row) => undecided.includes(stateOf(row)))
    expect(waiting.toArray().length).toBeLessThanOrEqual(10)
  }
})

test('what was seeded in transit arrives', () => {
  const { world, seeded, minutes } = trial({ life: true, paceMs: 1000 })
  const { row: revoking } = seeded('REVOKING')
  const { row: completing } = seeded('COMPLETING')
  const { row: created } = seeded('CREATED')
  startOperatorAccessControlLife(world)
  minutes(10)
  expect([revoking, completing, created].map(stateOf)).toEqual(['REVOKED', 'COMPLETED', 'APPROVALWAITING'])
})

test('operators ask for more hours now and then', () => {
  const { world, minutes } = trial({ life: true, paceMs: 1000 })
  startOperatorAccessControlLife(world)
  const extensions = () =>
    requests(world).flatMap(({ extra }) =>
      extra.histories.filter(({ lifecycleState }) => lifecycleState === 'EXTENDING'),
    )
  const before = extensions().length
  minutes(120)
  expect(extensions().length).toBeGreaterThan(before)
})

test('without life nothing but time changes what was seeded', () => {
  const { world, minutes } = trial({ paceMs: 1000 })
  startOperatorAccessControlLife(world)
  const before = requests(world).map(stateOf)
  minutes(10)
  expect(requests(world).map(stateOf)).toEqual(before)
})

test('a month of life brings no request into a state it cannot be in', () => {
  const { world, hours } = trial({ life: true, paceMs: 1000 })
  startOperatorAccessControlLife(world)
  expect(() => hours(24 * 30)).not.toThrow()
  expect(requests(world).length).toBeGreaterThan(26)
})

test('somebody else decides as the operation would, refusals included', () => {
  const { world, region, raise } = trial()
  const row = raise({ numberOfApprovers: 2 })
  const { id: approver } = userNamed(world, 'approver')
  decideAs(world, region, approver, row.id, 'approve', 'From elsewhere')
  expect(row.wire).toMatchObject({ numberOfApprovers: 1, approverComment: 'From elsewhere' })
  expect(() => decideAs(world, region, approver, row.id, 'approve')).toThrow(expect.objectContaining({ status: 409 }))
  expect(() => decideAs(world, region, userNamed(world, 'console').id, row.id, 'reject')).toThrow(
    expect.objectContaining({ status: 404 }),
  )
  expect(() => decideAs(world, region, 'nobody', row.id, 'reject')).toThrow(expect.objectContaining({ status: 400 }))
  decideAs(world, region, userNamed(world, 'administrator').id, row.id, 'reject')
  expect(row.wire.lifecycleState).toBe('REJECTED')
})

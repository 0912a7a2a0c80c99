import { operationIds } from '@gatehouse/oci-api'
import { expect, onTestFinished, test } from 'vitest'
import { readEverything } from '../properties/read-everything.ts'
import { testWorld } from '../testing.ts'
import { handlers, seedServices, startLife } from './index.ts'

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

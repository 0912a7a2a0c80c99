import { operationIds, operations } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Fault } from '../fault.ts'
import { validInputs } from '../properties/inputs.ts'
import { likelyValues } from '../properties/likely.ts'
import { readEverything } from '../properties/read-everything.ts'
import { handlers, seedServices, startLife } from '../services/index.ts'
import { callHandler, testWorld } from '../testing.ts'
import type { Snapshot } from './snapshot.ts'
import { restoreWorld, writeDown } from './snapshot.ts'
import type { World } from './world.ts'

const hourMs = 3_600_000

beforeEach(() => {
  // two worlds can be compared only at the same moment, and a seed says it all only at the moment it was drawn for
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date('2026-11-22T10:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

function livelyWorld(seed = 1): World {
  const size = { pools: 12, desktops: 60 }
  const world = testWorld({ seed, seeds: [seedServices], life: true, paceMs: 1500, size })
  startLife(world)
  return world
}

const written = (world: World) => JSON.stringify(writeDown(world))

function restored(world: World): World {
  const snapshot = JSON.parse(written(world)) as Snapshot // as it was just written
  return restoreWorld(snapshot, world.options, (error) => {
    throw error
  })
}

test('a world that was written down is the same when it is read again', () => {
  const world = livelyWorld()
  world.clock.advance(5 * hourMs)
  const again = restored(world)
  expect(written(again)).toBe(written(world))
  expect([...again.rows.keys()].toSorted()).toEqual([...world.rows.keys()].toSorted())
  expect(readEverything(again)).toEqual(readEverything(world))
})

const changing = operationIds.filter((id) => operations[id].method !== 'GET')

/** Something that happens to a world alike, however often it is played. */
type Event = (world: World) => void

function events(world: World): fc.Arbitrary<Event> {
  const call = fc.constantFrom(...changing).chain((id) =>
    validInputs(operations[id], likelyValues(world, operations[id].service)).map(
      ({ path, query, body }): Event =>
        (played) => {
          // what JSON leaves out is not there
          const input = { ...path, ...query, ...(body === undefined ? {} : { body: JSON.parse(JSON.stringify(body)) }) }
          try {
            callHandler(played, handlers, id, input as never, { user: 'administrator' }) // drawn for this operation
          } catch (error) {
            if (!(error instanceof Fault)) throw error
          }
        },
    ),
  )
  const pause = fc.constantFrom(1, 4, 30, 300).map(
    (minutes): Event =>
      (played) =>
        played.clock.advance((minutes * hourMs) / 60),
  )
  return fc.oneof(call, pause)
}

test('whenever it is written down, a world goes on elsewhere as it would have gone on here', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.infiniteStream(fc.nat()), (seed, choices) => {
      const world = livelyWorld(seed)
      const [before, after] = [choices.next().value, choices.next().value].map((chance) =>
        fc.sample(events(world), { seed: chance, numRuns: 12 }),
      )
      for (const event of before!) event(world)
      const elsewhere = restored(world)
      for (const event of after!) {
        event(world)
        event(elsewhere)
      }
      for (const one of [world, elsewhere]) one.clock.advance(6 * hourMs)
      expect(JSON.parse(written(elsewhere))).toEqual(JSON.parse(written(world)))
    }),
    { numRuns: 12, interruptAfterTimeLimit: 10_000, endOnFailure: true },
  )
})

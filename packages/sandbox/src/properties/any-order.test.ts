import { operationIds, operations } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaint } from './complaint.ts'
import { inTransit } from './in-transit.ts'
import { onTheWire, validInputs } from './inputs.ts'
import { likelyValues } from './likely.ts'
import { readEverything } from './read-everything.ts'
import type { Rig } from './rig.ts'
import { createRig } from './rig.ts'
import { createWorkRequestWatch } from './work-request-rules.ts'

let rig: Rig

beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const changing = operationIds.filter((id) => operations[id].method !== 'GET')

/** Calls that change something, each with the minutes that pass after it. */
const stories = () =>
  fc.array(
    fc.record({
      call: fc.constantFrom(...changing).chain((id) => {
        const operation = operations[id]
        const inputs = validInputs(operation, likelyValues(rig.world, operation.service))
        return inputs.map((input) => ({ id, request: onTheWire(operation, input) }))
      }),
      minutes: fc.constantFrom(0, 0, 0, 1, 5, 90, 600),
    }),
    { minLength: 15, maxLength: 40 },
  )

test('whatever is called in whatever order as time passes, everything reads as it should, work only goes forward, and nothing stays on its way', async () => {
  await fc.assert(
    fc.asyncProperty(stories(), async (story) => {
      rig.state.reset()
      const watch = createWorkRequestWatch()
      expect(watch(rig.world)).toEqual([])
      for (const { call, minutes } of story) {
        expect(complaint(call.id, await rig.call(call.request))).toBeUndefined()
        expect(watch(rig.world)).toEqual([])
        rig.world.clock.advance(minutes * minuteMs)
        expect(watch(rig.world)).toEqual([])
      }
      readEverything(rig.world)
      const underWay = inTransit(rig.world)
      rig.world.clock.advance(3 * dayMs)
      expect(inTransit(rig.world).filter((row) => underWay.includes(row))).toEqual([])
      expect(rig.failures).toEqual([])
    }),
    { numRuns: 12, interruptAfterTimeLimit: 12_000 },
  )
})

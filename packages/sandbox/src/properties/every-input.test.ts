import { operationIds, operations } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { complaint } from './complaint.ts'
import { onTheWire, validInputs } from './inputs.ts'
import { likelyValues } from './likely.ts'
import type { Rig } from './rig.ts'
import { createRig } from './rig.ts'

/** A call that takes longer than this hangs. */
const longestMs = 2000

let rig: Rig

beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())

describe('an input that its schemas allow is taken, or refused with a reason', () => {
  test.each(operationIds)('by %s', async (id) => {
    rig.state.reset()
    const operation = operations[id]
    await fc.assert(
      fc.asyncProperty(validInputs(operation, likelyValues(rig.world, operation.service)), async (input) => {
        const began = performance.now()
        const answer = await rig.call(onTheWire(operation, input))
        expect(complaint(id, answer)).toBeUndefined()
        expect(performance.now() - began).toBeLessThan(longestMs)
        expect(rig.failures).toEqual([])
      }),
      { numRuns: operation.method === 'GET' ? 15 : 40 },
    )
  })
})

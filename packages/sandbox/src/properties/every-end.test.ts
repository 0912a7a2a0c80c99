import { operations } from '@gatehouse/oci-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { finish } from '../control/work-requests.ts'
import type { FinalStatus } from '../world/work.ts'
import type { ChangingId } from './good-calls.ts'
import { changingIds, goodCall } from './good-calls.ts'
import { inTransit } from './in-transit.ts'
import type { Rig } from './rig.ts'
import { createRig } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())
beforeEach(() => rig.state.reset())

// Operator Access Control has no work requests to read
const working = changingIds.filter(
  (id) =>
    operations[id].responseHeaders.includes('opc-work-request-id') &&
    operations[id].service !== 'operator-access-control',
)
const ends = working.flatMap((id): [ChangingId, FinalStatus][] => [
  [id, 'FAILED'],
  [id, operations[id].service === 'desktops' ? 'CANCELED' : 'NEEDS_ATTENTION'],
])

test.each(ends)('the work of %s that is made to end %s leaves nothing on its way', async (id, status) => {
  const request = goodCall(rig.world, id)
  const answer = await rig.call(request)
  const touched: string = answer.body?.id ?? /\/(ocid1[^/?]+)/.exec(request.target)?.[1]
  rig.world.clock.advance(90_000)
  finish(rig.world, answer.headers['opc-work-request-id'] ?? '', status)
  expect(inTransit(rig.world).filter((row) => row.startsWith(touched))).toEqual([])
  rig.world.clock.advance(24 * 3_600_000)
  expect(rig.failures).toEqual([])
})

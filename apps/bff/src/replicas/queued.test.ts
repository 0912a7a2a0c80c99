import { expect, test } from 'vitest'
import { queued } from './queued.ts'
import { oneReplica } from './one-replica.ts'
import type { Lease } from './replicas.ts'

test('in one process the callers of a lease get it one after another, in their order', async () => {
  const { leases } = oneReplica()
  const order: number[] = []
  await Promise.all(
    [1, 2, 3].map(async (caller) => {
      const lease = await leases.acquire('subject', 1_000)
      order.push(caller)
      await new Promise(setImmediate)
      order.push(caller)
      lease?.release()
    }),
  )
  expect(order).toEqual([1, 1, 2, 2, 3, 3])
})

test('a caller that does not wait, or waits too long, gets no lease and delays no other caller', async () => {
  const { leases } = oneReplica()
  const first = await leases.acquire('subject')
  expect(await leases.acquire('subject')).toBeNull()
  expect(await leases.acquire('subject', 20)).toBeNull()
  const next = leases.acquire('subject', 1_000)
  first?.release()
  expect(await next).not.toBeNull()
})

test('a lease that cannot be acquired goes to the next caller', async () => {
  let calls = 0
  const lease: Lease = { isHeld: () => true, release: () => undefined }
  const acquire = queued(() => ((calls += 1) === 1 ? Promise.reject(new Error('unreachable')) : Promise.resolve(lease)))
  const [first, second] = await Promise.allSettled([acquire('subject', 1_000), acquire('subject', 1_000)])
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
})

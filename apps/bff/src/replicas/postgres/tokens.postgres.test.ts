import { createBudget, type Budget } from '@gatehouse/oci-client'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../../store/store.ts'
import { database } from '../../testing/database.ts'
import { tokensInStore } from './tokens.ts'

let stores: Store[]
beforeEach(async () => {
  const place = await database.create()
  stores = await Array.fromAsync([1, 2, 3], () => openStore(place))
})
afterEach(async () => {
  for (const store of stores) await store.close()
  await database.remove()
})

const service = 'desktops'
const { signal } = new AbortController()

/** A budget on each of three replicas. */
const budgets = (limits: { perSecond: number; burst: number }): Budget[] =>
  stores.map(({ db }) => createBudget({ ...limits, inFlight: 50, tokens: tokensInStore(db, 'frankfurt') }))

/** Calls as fast as the budget lets it. Resolves to the number of calls that began. */
async function callFor(budget: Budget, ms: number): Promise<number> {
  const until = performance.now() + ms
  let begun = 0
  const callers = Array.from({ length: 10 }, async () => {
    while (performance.now() < until) {
      const release = await budget.enter(service, signal)
      if (performance.now() < until) begun += 1
      release({ throttled: false })
    }
  })
  await Promise.all(callers)
  return begun
}

const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)

test('three replicas together call no more often than one may, and hardly less', async () => {
  const all = budgets({ perSecond: 40, burst: 20 })
  const startedAt = performance.now()
  const begun = total(await Promise.all(all.map((budget) => callFor(budget, 2_500))))
  const allowed = 20 + ((performance.now() - startedAt) / 1_000) * 40
  expect(begun).toBeLessThanOrEqual(allowed + 1)
  expect(begun).toBeGreaterThan(0.7 * (20 + 2.5 * 40))
})

test('when OCI throttles one replica, all of them rest and slow down', async () => {
  const all = budgets({ perSecond: 40, burst: 20 })
  const release = await all[0]?.enter(service, signal)
  release?.({ throttled: true, retryAfterSeconds: 1 })
  await wait(100)
  const startedAt = performance.now()
  await Promise.all(all.slice(1).map((budget) => budget.enter(service, signal)))
  expect(performance.now() - startedAt).toBeGreaterThan(700)
  expect(all[1]?.state(service).perSecond).toBeLessThan(25)
})

test('an urgent call of one replica does not wait for the listings of another', async () => {
  const all = budgets({ perSecond: 1, burst: 5 })
  for (let call = 0; call < 5; call += 1) await all[0]?.enter(service, signal)
  const startedAt = performance.now()
  await all[1]?.enter(service, signal, true)
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test('calls wait while the database cannot be reached, and give up at their own deadline', async () => {
  const [budget] = budgets({ perSecond: 40, burst: 20 })
  await stores[0]?.close()
  await expect(budget?.enter(service, AbortSignal.timeout(400))).rejects.toThrow('timeout')
})

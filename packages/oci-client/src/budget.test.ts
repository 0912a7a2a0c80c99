import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Budget, BudgetOutcome } from './budget.ts'
import { createBudget } from './budget.ts'
import { createOciClient } from './client.ts'
import { OciError } from './error.ts'
import { principal } from './testing/keys.ts'
import { sendJson, serverForTest } from './testing/server.ts'

const fine: BudgetOutcome = { throttled: false }
const throttled: BudgetOutcome = { throttled: true }
const { signal } = new AbortController()

/** So many calls that come at once; `begun` are those that have a slot. */
function come(budget: Budget, count: number, urgent = false) {
  const begun: ((outcome: BudgetOutcome) => void)[] = []
  for (let i = 0; i < count; i++) void budget.enter('desktops', signal, urgent).then((leave) => begun.push(leave))
  return begun
}

describe('a budget', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

  test('lets no more in than may be in flight', async () => {
    const begun = come(createBudget({ inFlight: 3, perSecond: 1_000 }), 10)
    await pass(100)
    expect(begun).toHaveLength(3)
    begun[0]?.(fine)
    begun[0]?.(fine) // called twice, it counts once
    await pass(100)
    expect(begun).toHaveLength(4)
  })

  test('lets in a burst, and then so many per second', async () => {
    const begun = come(createBudget({ inFlight: 1_000, perSecond: 20, burst: 5 }), 100)
    await pass(0)
    expect(begun).toHaveLength(5)
    await pass(1_000)
    expect(begun.length).toBeGreaterThanOrEqual(24)
    expect(begun.length).toBeLessThanOrEqual(25)
    await pass(5_000)
    expect(begun).toHaveLength(100)
  })

  test('saves up no more than a burst', async () => {
    const budget = createBudget({ inFlight: 1_000, perSecond: 20, burst: 5 })
    await pass(60_000)
    const begun = come(budget, 100)
    await pass(0)
    expect(begun).toHaveLength(5)
  })

  test('halves after a 429, once for all that were in flight together, and recovers', async () => {
    const budget = createBudget({ inFlight: 10, perSecond: 40 })
    const begun = come(budget, 4)
    await pass(0)
    for (const leave of begun) leave(throttled)
    expect(budget.state('desktops').perSecond).toBe(20)
    await pass(15_000)
    expect(budget.state('desktops').perSecond).toBeCloseTo(30, 0)
    await pass(15_000)
    expect(budget.state('desktops').perSecond).toBe(40)
  })

  test('slows down further while OCI goes on refusing, but never stops', async () => {
    const budget = createBudget({ inFlight: 100, perSecond: 32 })
    for (let i = 0; i < 20; i++) {
      const begun = come(budget, 1)
      await pass(1_100)
      expect(begun).toHaveLength(1)
      begun[0]?.(throttled)
    }
    expect(budget.state('desktops').perSecond).toBeGreaterThanOrEqual(1)
    expect(budget.state('desktops').perSecond).toBeLessThan(2)
  })

  test('rests as long as OCI asks', async () => {
    const budget = createBudget({ inFlight: 10, perSecond: 1_000 })
    const first = come(budget, 1)
    await pass(0)
    first[0]?.({ throttled: true, retryAfterSeconds: 5 })
    const begun = come(budget, 3)
    await pass(4_900)
    expect(begun).toHaveLength(0)
    await pass(200)
    expect(begun).toHaveLength(3)
  })

  test('rests a minute at most', async () => {
    const budget = createBudget()
    const first = come(budget, 1)
    await pass(0)
    first[0]?.({ throttled: true, retryAfterSeconds: 86_400 })
    const begun = come(budget, 1)
    await pass(61_000)
    expect(begun).toHaveLength(1)
  })

  test('lets urgent calls go before all that are not', async () => {
    const budget = createBudget({ inFlight: 1, reserved: 0, perSecond: 1_000 })
    const leaveFirst = await budget.enter('desktops', signal)
    const order: string[] = []
    const wait = async (name: string, urgent: boolean) => {
      const leave = await budget.enter('desktops', signal, urgent)
      order.push(name)
      leave(fine)
    }
    const all = [wait('list', false), wait('approve', true), wait('list again', false), wait('stop', true)]
    leaveFirst(fine)
    await pass(1_000)
    await Promise.all(all)
    expect(order).toEqual(['approve', 'stop', 'list', 'list again'])
  })

  test('reserves slots for urgent calls, which others never take', async () => {
    const budget = createBudget({ inFlight: 16, perSecond: 1_000 })
    const listings = come(budget, 100)
    await pass(100)
    expect(listings).toHaveLength(16)
    const changes = come(budget, 10, true)
    await pass(100)
    expect(changes).toHaveLength(4)
    expect(budget.state('desktops')).toMatchObject({ inFlight: 20, waiting: 90 })
    // every slot that is left goes to the urgent calls first, and then only 16 to the others
    for (let i = 0; i < 6; i++) listings.shift()?.(fine)
    await pass(100)
    expect(changes).toHaveLength(10)
    expect(listings).toHaveLength(10)
    for (const leave of changes.splice(0)) leave(fine)
    await pass(100)
    expect(listings).toHaveLength(16)
  })

  test.each([0, 1])('reserves as many slots as its option says: %i', async (reserved) => {
    const budget = createBudget({ inFlight: 1, reserved, perSecond: 1_000 })
    come(budget, 5)
    const changes = come(budget, 5, true)
    await pass(100)
    expect(changes).toHaveLength(reserved)
  })

  test('lends urgent calls a burst when listings have used up the rate, and they pay it back', async () => {
    const budget = createBudget({ inFlight: 1_000, perSecond: 10, burst: 10 })
    const listings = come(budget, 1_000)
    await pass(0)
    expect(listings).toHaveLength(10)
    const changes = come(budget, 25, true)
    await pass(0)
    expect(changes).toHaveLength(10)
    await pass(1_000)
    expect(changes).toHaveLength(20)
    expect(listings).toHaveLength(10)
    await pass(500)
    expect(changes).toHaveLength(25)
    await pass(900)
    expect(listings).toHaveLength(10)
    await pass(1_000)
    expect(listings.length).toBeGreaterThan(15)
  })

  test('lets no urgent call wait because a listing was throttled', async () => {
    const budget = createBudget({ inFlight: 10, perSecond: 1_000 })
    const first = come(budget, 1)
    await pass(0)
    first[0]?.({ throttled: true, retryAfterSeconds: 30 })
    const [listings, changes] = [come(budget, 1), come(budget, 1, true)]
    await pass(0)
    expect([listings.length, changes.length]).toEqual([0, 1])
  })

  test('lets urgent calls wait two seconds at most when OCI asks one of them for a longer rest', async () => {
    const budget = createBudget({ inFlight: 10, perSecond: 1_000 })
    const first = come(budget, 1, true)
    await pass(0)
    first[0]?.({ throttled: true, retryAfterSeconds: 30 })
    const [listings, changes] = [come(budget, 1), come(budget, 1, true)]
    await pass(1_900)
    expect(changes).toHaveLength(0)
    await pass(200)
    expect(changes).toHaveLength(1)
    // the bound is for each call, however often OCI asks again
    const second = come(budget, 1, true)
    await pass(1_500)
    changes[0]?.({ throttled: true, retryAfterSeconds: 30 })
    await pass(600)
    expect(second).toHaveLength(1)
    await pass(20_000)
    expect(listings).toHaveLength(0)
  })

  test('lets urgent calls wait no longer than OCI asks', async () => {
    const budget = createBudget({ inFlight: 10, perSecond: 1_000 })
    const first = come(budget, 1, true)
    await pass(0)
    first[0]?.({ throttled: true, retryAfterSeconds: 1 })
    const changes = come(budget, 1, true)
    await pass(1_100)
    expect(changes).toHaveLength(1)
  })

  test('keeps no slot for an aborted call', async () => {
    const budget = createBudget({ inFlight: 1 })
    const begun = come(budget, 1)
    const controller = new AbortController()
    const waiting = budget.enter('desktops', controller.signal)
    const after = come(budget, 1)
    await pass(0)
    controller.abort(new Error('The browser left'))
    await expect(waiting).rejects.toThrow('The browser left')
    expect(budget.state('desktops')).toMatchObject({ inFlight: 1, waiting: 1 })
    begun[0]?.(fine)
    await pass(100)
    expect(after).toHaveLength(1)
  })

  test('refuses a call that was aborted before', async () => {
    const budget = createBudget()
    await expect(budget.enter('desktops', AbortSignal.abort(new Error('Gone')))).rejects.toThrow('Gone')
    expect(budget.state('desktops')).toMatchObject({ inFlight: 0, waiting: 0 })
  })

  test.each([{ inFlight: 0 }, { perSecond: 0 }, { burst: 0 }, { perSecond: Number.NaN }, { reserved: -1 }])(
    'that no call could enter is refused: %j',
    (options) => {
      expect(() => createBudget(options)).toThrow('A budget must allow at least one call in flight')
    },
  )

  test('is kept for each service on its own', async () => {
    const budget = createBudget({ inFlight: 1 })
    come(budget, 2)
    await pass(0)
    await expect(budget.enter('identity', signal)).resolves.toBeTypeOf('function')
  })
})

describe('clients that share a budget', () => {
  test('have no more calls in flight than it allows, and all of them come through', async () => {
    let [underWay, most] = [0, 0]
    const server = await serverForTest((response) => {
      most = Math.max(most, ++underWay)
      setTimeout(() => {
        underWay--
        sendJson(response, 200, {})
      }, 5)
    })
    const budget = createBudget({ inFlight: 4, perSecond: 1_000 })
    const clients = [1, 2].map(() => createOciClient({ principal, endpoint: server.url, budget }))
    const calls = clients.flatMap((client) =>
      Array.from({ length: 20 }, (_, i) => client.call('desktops.getDesktop', { desktopId: `d${i}` })),
    )
    expect(await Promise.all(calls)).toHaveLength(40)
    expect(most).toBe(4)
    expect(budget.state('desktops')).toMatchObject({ inFlight: 0, waiting: 0 })
    await Promise.all(clients.map((client) => client.close()))
  })

  test('have a slot for a change and an urgent read while listings hold all others', async () => {
    const server = await serverForTest((response, { method, target }) => {
      // the listings are never answered
      if (method !== 'GET' || target.includes('urgent')) sendJson(response, 202, {})
    })
    const budget = createBudget({ inFlight: 2, reserved: 1, perSecond: 1, burst: 2 })
    const client = createOciClient({ principal, endpoint: server.url, budget, retry: false })
    const controller = new AbortController()
    const listings = Array.from({ length: 5 }, (_, i) =>
      client.call('desktops.getDesktop', { desktopId: `d${i}` }, { signal: controller.signal }).catch(() => undefined),
    )
    const urgentRead = client.call('desktops.getDesktop', { desktopId: 'urgent' }, { urgent: true, callMs: 500 })
    expect(await urgentRead).toMatchObject({ status: 202 })
    const change = client.call('desktops.stopDesktop', { desktopId: 'a' }, { callMs: 500 })
    expect(await change).toMatchObject({ status: 202 })
    expect(budget.state('desktops')).toMatchObject({ inFlight: 2, waiting: 3 })
    controller.abort()
    await Promise.all(listings)
    await client.close()
  })

  test('are slowed down together by a 429', async () => {
    const server = await serverForTest((response) =>
      sendJson(response, 429, { code: 'TooManyRequests', message: 'No.' }),
    )
    const budget = createBudget({ perSecond: 40 })
    const client = createOciClient({ principal, endpoint: server.url, budget, retry: false })
    await expect(client.call('desktops.getDesktop', { desktopId: 'a' })).rejects.toMatchObject({ status: 429 })
    expect(budget.state('desktops').perSecond).toBeLessThan(21)
    await client.close()
  })

  test('find the pace of a service that takes less than they may ask, and lose no call', async () => {
    const perSecond = 60
    let [tokens, reckonedAt, refused] = [10, performance.now(), 0]
    const server = await serverForTest((response) => {
      const now = performance.now()
      tokens = Math.min(10, tokens + ((now - reckonedAt) / 1000) * perSecond)
      reckonedAt = now
      if (tokens >= 1) {
        tokens -= 1
        sendJson(response, 200, {})
        return
      }
      refused++
      sendJson(response, 429, { code: 'TooManyRequests', message: 'Slow down.' })
    })
    const budget = createBudget({ inFlight: 8, perSecond: 300 })
    const retry = { attempts: 10, firstWaitMs: 20, maxWaitMs: 200 }
    const client = createOciClient({ principal, endpoint: server.url, budget, retry })
    const calls = Array.from({ length: 150 }, (_, i) => client.call('desktops.getDesktop', { desktopId: `d${i}` }))
    expect(await Promise.all(calls)).toHaveLength(150)
    expect(budget.state('desktops').perSecond).toBeLessThan(200)
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThan(150)
    await client.close()
  })

  test('wait for their place no longer than their deadline', async () => {
    const server = await serverForTest(() => undefined)
    const client = createOciClient({
      principal,
      endpoint: server.url,
      budget: createBudget({ inFlight: 1 }),
      retry: false,
    })
    const call = (callMs: number) =>
      client.call('desktops.getDesktop', { desktopId: 'a' }, { callMs }).catch((error: unknown) => error)
    const [long, short] = await Promise.all([call(200), call(50)])
    expect(long).toBeInstanceOf(OciError)
    expect(short).toMatchObject({ kind: 'timeout', message: 'desktops.getDesktop was not answered within 50 ms.' })
    expect(server.requests).toHaveLength(1)
    await client.close()
  })
})

import { describe, expect, onTestFinished, test } from 'vitest'
import { createBudget } from './budget.ts'
import type { OciClient } from './client.ts'
import { createOciClient } from './client.ts'
import { listAcrossCompartments } from './list-across-compartments.ts'
import { failureOf } from './testing/client.ts'
import { principal } from './testing/keys.ts'
import type { Respond } from './testing/server.ts'
import { sendJson, serverForTest } from './testing/server.ts'

const regions = ['eu-frankfurt-1', 'us-ashburn-1', 'ap-tokyo-1']
const compartmentIds = Array.from({ length: 200 }, (_, index) => `c${index}`)
const budgetOptions = { inFlight: 6, perSecond: 150, burst: 10 }
const operation = 'desktops.listDesktopPools'

/** Two pools to a compartment, the second on a page of its own. */
const twoPages: Respond = (response, { target }) => {
  const query = new URL(target, 'http://oci.test').searchParams
  const compartmentId = query.get('compartmentId')
  if (query.get('page') === null) {
    sendJson(response, 200, { items: [{ id: `${compartmentId}-a` }] }, { 'opc-next-page': 'two' })
  } else sendJson(response, 200, { items: [{ id: `${compartmentId}-b` }] })
}

const onePage: Respond = (response, { target }) =>
  sendJson(response, 200, {
    items: [{ id: `${new URL(target, 'http://oci.test').searchParams.get('compartmentId')}-a` }],
  })

/** A client for each region, with a budget of its own, of servers that keep count. */
async function tenancy(respond: (region: string) => Respond) {
  const clients = new Map<string, OciClient>()
  const seen = new Map<string, { most: number; requests: number }>()
  for (const region of regions) {
    const counted = { most: 0, requests: 0 }
    let underWay = 0
    const answer = respond(region)
    const server = await serverForTest((response, request, count) => {
      counted.most = Math.max(counted.most, ++underWay)
      counted.requests++
      response.on('close', () => underWay--)
      setTimeout(() => answer(response, request, count), 2)
    })
    const client = createOciClient({
      principal,
      endpoint: server.url,
      budget: createBudget(budgetOptions),
      retry: { attempts: 4, firstWaitMs: 5, maxWaitMs: 20 },
    })
    onTestFinished(() => client.close())
    clients.set(region, client)
    seen.set(region, counted)
  }
  return { clients, seen }
}

describe('200 compartments in 3 regions', () => {
  test('are listed within the budget of each region, and in order', async () => {
    const { clients, seen } = await tenancy(() => onePage)
    const startedAt = performance.now()
    const { items, failures } = await listAcrossCompartments({ operation, clients, compartmentIds })
    const tookMs = performance.now() - startedAt

    expect(failures).toEqual([])
    expect(items.map(({ region, compartmentId, item }) => [region, compartmentId, item.id])).toEqual(
      regions.flatMap((region) => compartmentIds.map((id) => [region, id, `${id}-a`])),
    )
    for (const { most, requests } of seen.values()) {
      expect(most).toBeLessThanOrEqual(budgetOptions.inFlight)
      expect(requests).toBe(200)
    }
    // (200 - 10) / 150 s is what each budget takes alone, and the regions go side by side
    expect(tookMs).toBeGreaterThan(1_200)
    expect(tookMs).toBeLessThan(10_000)
  })

  test('give what they can, and name what failed', async () => {
    const { clients } = await tenancy((region) => (response, request, count) => {
      const compartmentId = new URL(request.target, 'http://oci.test').searchParams.get('compartmentId')
      if (region === 'us-ashburn-1' && compartmentId === 'c17') {
        sendJson(response, 404, { code: 'NotAuthorizedOrNotFound', message: 'Not found.' })
      } else if (region === 'ap-tokyo-1') sendJson(response, 500, { code: 'InternalServerError', message: 'Oh.' })
      else onePage(response, request, count)
    })
    const { items, failures } = await listAcrossCompartments({ operation, clients, compartmentIds })
    expect(items).toHaveLength(399)
    expect(items.some(({ region, compartmentId }) => region === 'us-ashburn-1' && compartmentId === 'c17')).toBe(false)

    const [first, ...others] = failures
    expect(first).toMatchObject({
      region: 'us-ashburn-1',
      compartmentId: 'c17',
      error: { status: 404, code: 'NotAuthorizedOrNotFound' },
    })
    expect(others.map(({ region, compartmentId }) => [region, compartmentId])).toEqual(
      compartmentIds.map((id) => ['ap-tokyo-1', id]),
    )
    // a region that is down is not asked two hundred times
    expect(others.filter(({ error }) => error.kind === 'circuit-open').length).toBeGreaterThan(150)
  })

  test('come through a service that throttles', async () => {
    const { clients } = await tenancy(
      () => (response, request, count) =>
        count % 40 === 0
          ? sendJson(response, 429, { code: 'TooManyRequests', message: 'Slow down.' })
          : onePage(response, request, count),
    )
    const few = compartmentIds.slice(0, 60)
    const { items, failures } = await listAcrossCompartments({ operation, clients, compartmentIds: few })
    expect(failures).toEqual([])
    expect(items).toHaveLength(180)
  })
})

describe('a list of many compartments', () => {
  test('is walked to the last page of each', async () => {
    const { clients } = await tenancy(() => twoPages)
    const { items } = await listAcrossCompartments({
      operation,
      clients,
      compartmentIds: ['x', 'y'],
      input: { lifecycleState: 'ACTIVE', limit: 1 },
    })
    expect(items.map(({ item }) => item.id)).toEqual(regions.flatMap(() => ['x-a', 'x-b', 'y-a', 'y-b']))
  })

  test.each([Infinity, 1.5, 0, NaN])('is whole when it is read %d at once', async (atOnce) => {
    const { clients } = await tenancy(() => onePage)
    const { items } = await listAcrossCompartments({ operation, clients, compartmentIds: ['x', 'y', 'z'], atOnce })
    expect(items).toHaveLength(9)
  })

  test('keeps the pages that were read before one failed', async () => {
    const { clients } = await tenancy(
      () => (response, request, count) =>
        request.target.includes('page=') ? sendJson(response, 500, {}) : twoPages(response, request, count),
    )
    const { items, failures } = await listAcrossCompartments({ operation, clients, compartmentIds: ['x'] })
    expect(items.map(({ item }) => item.id)).toEqual(['x-a', 'x-a', 'x-a'])
    expect(failures).toHaveLength(3)
  })

  test('ends with what it has when its caller gives up', async () => {
    const controller = new AbortController()
    const { clients } = await tenancy(() => (response, request, count) => {
      if (count === 30) controller.abort()
      onePage(response, request, count)
    })
    const { signal } = controller
    const { items, failures } = await listAcrossCompartments({ operation, clients, compartmentIds, signal })
    expect(items.length).toBeGreaterThan(0)
    expect(items.length + failures.length).toBe(600)
    expect(new Set(failures.map(({ error }) => error.kind))).toEqual(new Set(['aborted']))
  })

  test('is refused as a whole when it is asked for wrongly', async () => {
    const { clients, seen } = await tenancy(() => onePage)
    const listing = listAcrossCompartments({ operation, clients, compartmentIds, input: { limit: 1.5 } })
    expect(await failureOf(listing)).toMatchObject({ kind: 'bad-input' })
    expect([...seen.values()].map(({ requests }) => requests)).toEqual([0, 0, 0])
  })
})

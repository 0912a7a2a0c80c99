import { setTimeout as wait } from 'node:timers/promises'
import type { FaultRule, PagingFault, Sandbox } from '@gatehouse/sandbox'
import { startSandbox } from '@gatehouse/sandbox'
import { expect, onTestFinished, test } from 'vitest'
import type { Timeouts } from './client-options.ts'
import type { OciClient } from './client.ts'
import { createOciClient } from './client.ts'
import { OciError } from './error.ts'
import { apiKeyPrincipal } from './principal.ts'
import { poolDetails } from './testing/pool-details.ts'

/**
 * Ten thousand calls of a sandbox where a fifth fails, in every way that its control API knows. Each call knows what a
 * right answer is, and what each is to change has a name of its own, by which its effects are counted in the end.
 */
const callCount = 10_000
const inFlight = 64
const callMs = 1_500
/** How much later than its deadline a call may end on a machine that is busy. */
const latenessMs = 3_000

const ways: Omit<FaultRule, 'operation' | 'probability'>[] = [
  { status: 429, retryAfterSeconds: 0 },
  { status: 429, code: 'TooManyRequests', message: 'Slow down.', afterEffect: true },
  { status: 500 },
  { status: 500, afterEffect: true },
  { status: 502, delayMs: 20 },
  { status: 503, retryAfterSeconds: 1 },
  { status: 504, afterEffect: true },
  { break: 'cut' },
  { break: 'cut', afterEffect: true },
  { break: 'garbage' },
  { break: 'garbage', afterEffect: true },
  { break: 'html' },
  { break: 'portal' },
  { break: 'portal', afterEffect: true },
  { break: 'html', delayMs: 20, afterEffect: true },
  { delayMs: 200 },
  // slower than anyone waits; it takes effect when nobody is there any more
  { delayMs: callMs * 2 },
]

/**
 * All that there are, but those of paging, whose answers are sound one by one: another one does not compile until it is
 * here, and fails until there is a way with it.
 */
const breaks: Record<Exclude<NonNullable<FaultRule['break']>, PagingFault>, true> = {
  cut: true,
  garbage: true,
  html: true,
  portal: true,
}

/** So that one of them hits a fifth of the calls; the first that hits is the one that counts. */
const probability = 1 - 0.8 ** (1 / ways.length)

test('with a fifth failing, 10,000 calls end right or in an OciError, in time, and change nothing twice', async () => {
  expect(new Set(ways.flatMap((way) => way.break ?? []))).toEqual(new Set(Object.keys(breaks)))
  const sandbox = await startSandbox({ port: 0, life: false, paceMs: 3_600_000 })
  onTestFinished(() => sandbox.close())
  const clientFor = (timeouts: Timeouts) => {
    const client = createOciClient({
      principal: principalNamed(sandbox, 'administrator'),
      endpoint: sandbox.url,
      timeouts,
      retry: { attempts: 3, firstWaitMs: 5, maxWaitMs: 50 },
    })
    onTestFinished(() => client.close())
    return client
  }
  // the second sends again what it hears nothing of, while that may still take effect
  const { reads, changes, effects } = await tasks(sandbox, clientFor({ callMs }), clientFor({ callMs, readMs: 400 }))

  for (const way of ways) await sandbox.control.faults.set({ operation: '*', probability, ...way })
  await sandbox.control.faults.set({
    operation: 'identity.getTenancy',
    times: 10,
    resourceId: sandbox.tenancyId,
    status: 503,
  })

  const wrong: unknown[] = []
  const failures = new Map<string, number>()
  const confirmed = new Set<string>()
  let latestMs = 0
  let begun = 0
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (begun < callCount) {
        const place = begun++
        const name = `change ${place}`
        const startedAt = performance.now()
        try {
          // one in four changes something
          const right = place % 4 === 0 ? await pick(changes, place / 4)(name) : await pick(reads, place)(place)
          if (!right) wrong.push(`call ${place}`)
          if (place % 4 === 0) confirmed.add(name)
        } catch (error) {
          if (!(error instanceof OciError)) wrong.push(error)
          const kind = error instanceof OciError ? `${error.kind} ${error.status ?? error.code}` : 'no OciError'
          failures.set(kind, (failures.get(kind) ?? 0) + 1)
        }
        latestMs = Math.max(latestMs, performance.now() - startedAt)
      }
    }),
  )
  await wait(callMs * 2) // for what the slowest do in the end

  expect(wrong).toEqual([])
  expect(latestMs).toBeLessThan(callMs + latenessMs)
  const happened = Map.groupBy(effects(), (name) => name)
  expect([...happened].filter(([, times]) => times.length > 1)).toEqual([])
  expect([...confirmed].filter((name) => !happened.has(name))).toEqual([])
  expect(confirmed.size).toBeGreaterThan((callCount / 4) * 0.8)

  // what is not safe to repeat, or fails every time, shows; it is not so much that a circuit opens
  const kinds = [...failures.keys()]
  expect(kinds).toEqual(expect.arrayContaining(['bad-answer 200', 'service 500', 'timeout DEADLINE']))
  expect(kinds.filter((kind) => kind.startsWith('circuit-open'))).toEqual([])
  const failed = failures.values().reduce((sum, count) => sum + count, 0)
  expect(failed).toBeGreaterThan(callCount * 0.02)
  expect(failed).toBeLessThan(callCount * 0.12)
}, 120_000)

const pick = <T>(list: readonly T[], place: number): T => list[place % list.length]! // the remainder is a place in it

function principalNamed(sandbox: Sandbox, name: string) {
  const { id: userId, privateKeyPem } = sandbox.users.find((user) => user.name === name)!
  return apiKeyPrincipal({ tenancyId: sandbox.tenancyId, userId, privateKey: privateKeyPem() })
}

/** Calls that say whether their answer is right, and the names of all changes that took effect. */
async function tasks(sandbox: Sandbox, client: OciClient, impatient: OciClient) {
  const region = sandbox.world.regions.get(sandbox.world.homeRegion)!
  const pools = [...region.desktopPools.values()]
  const desktops = [...region.desktops.values()]
  const { id: accessRequestId } = await sandbox.control.raiseAccessRequest({
    service: 'operator-access-control',
    approvers: 1,
    hours: 24,
  })
  const accessRequest = region.accessRequests.get(accessRequestId)
  const otherRequests = [...region.accessRequests.values()].filter(({ id }) => id !== accessRequestId)

  const reads: ((place: number) => Promise<boolean>)[] = [
    async (place) => {
      const { id, wire } = pick(pools, place)
      const { body, etag } = await client.call('desktops.getDesktopPool', { desktopPoolId: id })
      return body.id === id && body.displayName === wire.displayName && etag !== undefined
    },
    async (place) => {
      const { id, wire } = pick(desktops, place)
      const { body } = await client.call('desktops.getDesktop', { desktopId: id })
      return body.id === id && body.poolId === wire.poolId
    },
    async (place) => {
      const { wire, compartmentId } = pick(pools, place)
      const filter = { compartmentId, displayName: wire.displayName }
      const { body } = await client.call('desktops.listDesktopPools', filter)
      return body.items.length > 0 && body.items.every(({ displayName }) => displayName === wire.displayName)
    },
    async () => {
      const { tenancyId } = sandbox
      return (await client.call('identity.getTenancy', { tenancyId })).body.id === tenancyId
    },
    async (place) => {
      const { id, extra } = pick(otherRequests, place)
      const { body } = await client.call('operator-access-control.listAccessRequestHistories', { accessRequestId: id })
      return body.items.length === Math.min(100, extra.histories.length)
    },
  ]

  const body = poolDetails(sandbox)
  const changes: ((name: string) => Promise<boolean>)[] = [
    async (name) => {
      const reply = await client.call('desktops.createDesktopPool', { body: { ...body, displayName: name } })
      return reply.body.displayName === name && reply.workRequestId !== undefined
    },
    async (name) => {
      const question = { accessRequestId, body: { moreInfoDetails: name } }
      const reply = await impatient.call('operator-access-control.interactionRequest', question)
      return reply.body.id === accessRequestId
    },
  ]

  const seeded = new Set(pools.map(({ id }) => id))
  const effects = () => [
    ...region.desktopPools
      .values()
      .filter(({ id }) => !seeded.has(id))
      .map(({ wire }) => wire.displayName),
    ...accessRequest.extra.interactions.map(({ message }) => message),
  ]
  return { reads, changes, effects }
}

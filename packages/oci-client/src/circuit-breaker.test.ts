import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { CircuitEvent } from './circuit-breaker.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { createOciClient } from './client.ts'
import type { OciErrorDetails, OciErrorKind } from './error.ts'
import { OciError } from './error.ts'
import { clientOf, failureOf } from './testing/client.ts'
import { principal } from './testing/keys.ts'
import type { Respond } from './testing/server.ts'
import { sendJson, serverForTest } from './testing/server.ts'

const place = { host: 'desktops.test', service: 'desktops' } as const
const operation = 'desktops.getDesktop'
const failed = new OciError('service', 'Busy.', { status: 503 })
const pass = (ms: number) => vi.advanceTimersByTime(ms)

describe('a circuit', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function circuit(options: Parameters<typeof createCircuitBreaker>[0] = {}) {
    const events: CircuitEvent[] = []
    const breaker = createCircuitBreaker({ ...options, onChange: (event) => events.push(event) })
    let targets = 0
    const enter = (target = `desktop ${targets++}`) => breaker.enter(place, operation, target)
    /** Each on a target of its own. */
    const attempt = (error?: OciError, count = 1) => {
      for (let i = 0; i < count; i++) enter()(error)
    }
    return { breaker, attempt, enter, events, state: () => breaker.state(place) }
  }

  test('stays closed up to the nineteenth failure of a minute, and opens at the twentieth', () => {
    const { attempt, state, events } = circuit()
    attempt(failed, 19)
    expect(state()).toBe('closed')
    attempt(failed)
    expect(state()).toBe('open')
    expect(events).toEqual([{ ...place, state: 'open', cause: failed }])
  })

  test('forgets failures that are older than its window', () => {
    const { attempt, state } = circuit()
    attempt(failed, 19)
    pass(61_000)
    attempt(failed, 19)
    expect(state()).toBe('closed')
  })

  test('stays closed while a good part of the attempts succeeds', () => {
    const { attempt, state } = circuit()
    attempt(undefined, 100)
    attempt(failed, 100)
    expect(state()).toBe('closed')
    attempt(failed, 300)
    expect(state()).toBe('open')
  })

  test('that is open refuses at once, says until when, and why', () => {
    const { attempt, breaker, enter } = circuit()
    attempt(failed, 20)
    pass(5_000)
    expect(() => enter()).toThrow(
      expect.objectContaining({
        kind: 'circuit-open',
        operation,
        message:
          'desktops.getDesktop was not sent: desktops.test has failed again and again, and is left alone for 10 s.',
        sent: false,
        retryAfterSeconds: 10,
        cause: failed,
      }),
    )
    expect(() => breaker.refuseWhileOpen(place, operation)).toThrow('was not sent')
  })

  test('lets one call through after a while, and closes when it works', () => {
    const { attempt, breaker, enter, state, events } = circuit()
    attempt(failed, 20)
    pass(15_000)
    breaker.refuseWhileOpen(place, operation)
    const end = enter()
    expect(state()).toBe('half-open')
    expect(() => enter()).toThrow('was not sent')
    end()
    expect(state()).toBe('closed')
    attempt(failed, 19)
    expect(state()).toBe('closed')
    expect(events.map(({ state }) => state)).toEqual(['open', 'half-open', 'closed'])
    expect(events.at(-1)?.cause).toBeUndefined()
  })

  test('opens again when that call fails', () => {
    const { attempt, state } = circuit()
    attempt(failed, 20)
    pass(15_000)
    attempt(failed)
    expect(state()).toBe('open')
    pass(14_000)
    expect(() => attempt()).toThrow('left alone for 1 s')
    pass(1_000)
    attempt()
    expect(state()).toBe('closed')
  })

  test('lets another through when that call says nothing, or never comes back', () => {
    const { attempt, enter, state } = circuit({ failures: 1 })
    attempt(failed)
    pass(15_000)
    attempt(new OciError('aborted', 'Given up.'))
    expect(state()).toBe('half-open')
    const lost = enter()
    pass(15_000)
    attempt()
    expect(state()).toBe('closed')
    lost(failed)
    expect(state()).toBe('closed')
  })

  test('closes when an attempt works that began before it opened', () => {
    const { attempt, enter, state, events } = circuit()
    const slow = enter()
    attempt(failed, 20)
    expect(state()).toBe('open')
    slow()
    expect(state()).toBe('closed')
    expect(events.map(({ state }) => state)).toEqual(['open', 'closed'])
  })

  test('closes when a trial works after all, though another was let through meanwhile', () => {
    const { attempt, enter, state } = circuit()
    attempt(failed, 20)
    pass(15_000)
    const slow = enter()
    pass(15_000)
    const second = enter()
    slow()
    expect(state()).toBe('closed')
    second(failed)
    expect(state()).toBe('closed')
  })

  test('is not touched by failures of attempts that began before it opened', () => {
    const { attempt, enter, state, events } = circuit()
    const old = Array.from({ length: 30 }, () => enter())
    attempt(failed, 20)
    for (const end of old) end(failed)
    expect(state()).toBe('open')
    pass(15_000)
    const late = enter()
    expect(events).toHaveLength(2)
    late()
    expect(state()).toBe('closed')
  })

  test('is not opened by failures of one resource, nor of three, but by those of four', () => {
    const { enter, state } = circuit()
    for (const target of ['a', 'b', 'c']) {
      for (let i = 0; i < 50; i++) enter(target)(failed)
    }
    expect(state()).toBe('closed')
    for (let i = 0; i < 5; i++) enter('d')(failed)
    expect(state()).toBe('open')
  })

  test('counts failures of one resource again when they are out of its window', () => {
    const { enter, state } = circuit({ failures: 4 })
    for (let i = 0; i < 4; i++) {
      enter('a')(failed)
      pass(61_000)
    }
    for (const target of ['a', 'b', 'c']) enter(target)(failed)
    expect(state()).toBe('closed')
    enter('d')(failed)
    expect(state()).toBe('open')
  })

  test('is one for each host and service', () => {
    const { attempt, breaker } = circuit()
    attempt(failed, 20)
    expect(breaker.state({ ...place, host: 'elsewhere.test' })).toBe('closed')
    expect(breaker.state({ ...place, service: 'identity' })).toBe('closed')
  })

  test('opens and closes with that of another process, unless its own trial is running', () => {
    const { breaker, enter, state } = circuit()
    breaker.follow(place, 'open')
    expect(() => enter()).toThrow('was not sent')
    breaker.follow(place, 'closed')
    enter()()
    breaker.follow(place, 'open')
    pass(15_000)
    const trial = enter()
    breaker.follow(place, 'open')
    expect(state()).toBe('half-open')
    trial()
    expect(state()).toBe('closed')
  })

  test('opens by the numbers of its options', () => {
    const { attempt, state } = circuit({ failures: 2, share: 1, windowMs: 1_000, openMs: 500 })
    attempt(failed)
    attempt()
    attempt(failed, 5)
    expect(state()).toBe('closed')
    pass(1_100)
    attempt(failed, 2)
    expect(state()).toBe('open')
    pass(500)
    attempt()
    expect(state()).toBe('closed')
  })

  test.each([{ failures: 0 }, { share: 0 }, { share: 1.1 }, { windowMs: 0 }, { openMs: -1 }, { failures: NaN }])(
    'is refused when its numbers make no sense: %j',
    (options) => {
      expect(() => createCircuitBreaker(options)).toThrow(expect.objectContaining({ kind: 'bad-profile' }))
    },
  )

  const opens = (kind: OciErrorKind, details: OciErrorDetails, elapsedMs = 0) => {
    const { enter, state } = circuit({ failures: 1 })
    const end = enter()
    pass(elapsedMs)
    end(new OciError(kind, 'It failed.', details))
    return state() === 'open'
  }

  test.each<[OciErrorKind, OciErrorDetails]>([
    ['service', { status: 500 }],
    ['service', { status: 502 }],
    ['service', { status: 503 }],
    ['service', { status: 504 }],
    ['network', { code: 'ECONNREFUSED' }],
    ['network', { code: 'ECONNRESET' }],
    ['timeout', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['timeout', { code: 'UND_ERR_HEADERS_TIMEOUT' }],
  ])('may be opened by %s %j', (kind, details) => {
    expect(opens(kind, details)).toBe(true)
  })

  test.each<[OciErrorKind, OciErrorDetails]>([
    ['service', { status: 400 }],
    ['service', { status: 401 }],
    ['service', { status: 404 }],
    ['service', { status: 409, code: 'IncorrectState' }],
    ['service', { status: 412 }],
    ['service', { status: 429 }],
    ['service', { status: 501 }],
    ['bad-answer', { status: 200 }],
    ['bad-profile', {}],
    ['aborted', {}],
    ['timeout', { code: 'DEADLINE' }],
  ])('is never opened by %s %j', (kind, details) => {
    expect(opens(kind, details)).toBe(false)
  })

  test('may be opened by silence, but not by a caller that does not wait for an answer', () => {
    expect(opens('timeout', { code: 'DEADLINE' }, 10_000)).toBe(true)
    expect(opens('timeout', { code: 'DEADLINE' }, 9_000)).toBe(false)
  })
})

describe('a client whose host fails', () => {
  const getDesktop = { desktopId: 'ocid1.desktop' }
  const another = (i: number) => ({ desktopId: `ocid1.desktop.${i}` })

  test('leaves it alone, announces that, and comes back to it', async () => {
    let works = false
    const events: string[] = []
    const calls: (string | undefined)[] = []
    const circuitBreaker = createCircuitBreaker({
      failures: 3,
      openMs: 500,
      onChange: ({ state, host, cause }) => events.push(`${state} ${host} ${cause?.status}`),
    })
    const { client, server } = await clientOf(
      (response) => (works ? sendJson(response, 200, {}) : sendJson(response, 503, {})),
      { circuitBreaker, retry: false, onCall: ({ error }) => calls.push(error?.kind) },
    )
    for (let i = 0; i < 3; i++)
      expect(await failureOf(client.call(operation, another(i)))).toMatchObject({ status: 503 })
    expect(await failureOf(client.call(operation, getDesktop))).toMatchObject({
      kind: 'circuit-open',
      sent: false,
      cause: expect.objectContaining({ status: 503 }),
    })
    expect(server.requests).toHaveLength(3)

    works = true
    await new Promise((resolve) => setTimeout(resolve, 550))
    expect(await client.call(operation, getDesktop)).toMatchObject({ status: 200 })
    const host = new URL(server.url).host
    expect(events).toEqual([`open ${host} 503`, `half-open ${host} 503`, `closed ${host} undefined`])
    expect(calls).toEqual(['service', 'service', 'service', 'circuit-open', undefined])
  })

  test('is not cut off by the conflicts and mistakes of its users', async () => {
    const answers = [400, 401, 404, 409, 412, 429]
    const { client, server } = await clientOf(
      (response, _, count) => sendJson(response, answers[count % answers.length] ?? 409, {}),
      { circuitBreaker: createCircuitBreaker({ failures: 1, share: 0.01 }), retry: false },
    )
    for (let i = 0; i < 60; i++) await failureOf(client.call('desktops.startDesktop', getDesktop))
    expect(server.requests).toHaveLength(60)
  })

  test('does not go on retrying once the circuit is open', async () => {
    const { client, server } = await clientOf((response) => response.destroy(), {
      circuitBreaker: createCircuitBreaker({ failures: 2 }),
      retry: { attempts: 10, firstWaitMs: 1, maxWaitMs: 1 },
    })
    const errors = await Promise.all([1, 2].map((i) => failureOf(client.call(operation, another(i)))))
    // their first attempts may have been sent
    expect(errors.map(({ kind, sent }) => [kind, sent])).toEqual([
      ['circuit-open', true],
      ['circuit-open', true],
    ])
    expect(server.requests.length).toBeLessThan(6)
  })

  test('shares what it learns with the clients that have the same breaker', async () => {
    const server = await serverForTest((response) => sendJson(response, 500, {}))
    const circuitBreaker = createCircuitBreaker({ failures: 2 })
    const [first, second] = [1, 2].map(() => createOciClient({ principal, endpoint: server.url, circuitBreaker }))
    onTestFinished(async () => void (await Promise.all([first?.close(), second?.close()])))
    for (let i = 0; i < 2; i++) await first?.call(operation, another(i), { retry: false }).catch(() => undefined)
    await expect(second?.call(operation, getDesktop)).rejects.toMatchObject({ kind: 'circuit-open' })
    // another service on the same host has a circuit of its own
    await expect(second?.call('identity.listRegions', {})).rejects.toMatchObject({ status: 500 })
  })

  test('has a breaker of its own unless its options say that it has none', async () => {
    const tries = async (circuitBreaker?: false) => {
      const respond: Respond = (response) => sendJson(response, 500, {})
      const { client, server } = await clientOf(respond, { circuitBreaker, retry: false })
      for (let i = 0; i < 25; i++) await failureOf(client.call(operation, another(i)))
      return server.requests.length
    }
    expect(await tries()).toBe(20)
    expect(await tries(false)).toBe(25)
  })

  test('goes on with it while one resource alone fails', async () => {
    const respond: Respond = (response, { target }) => sendJson(response, target.endsWith('broken') ? 500 : 200, {})
    const { client } = await clientOf(respond, { retry: false })
    for (let i = 0; i < 40; i++) {
      expect(await failureOf(client.call(operation, { desktopId: 'broken' }))).toMatchObject({ status: 500 })
    }
    expect(await client.call(operation, getDesktop)).toMatchObject({ status: 200 })
  })

  test('leaves it alone when the lists of many compartments fail, but not for the pages and times of one', async () => {
    const list = 'operator-access-control.listAccessRequests'
    const { client } = await clientOf((response) => sendJson(response, 503, {}), { retry: false })
    const listOf = (compartmentId: string, i: number) =>
      failureOf(client.call(list, { compartmentId, timeStart: new Date(i * 1_000), page: `p${i}` }))
    for (let i = 0; i < 40; i++) expect((await listOf('ocid1.compartment', i)).kind).toBe('service')
    for (let i = 0; i < 15; i++) expect((await listOf(`ocid1.compartment.${i}`, i)).kind).toBe('service')
    expect((await listOf('ocid1.compartment', 0)).kind).toBe('circuit-open')
  })

  test('refuses a change while the circuit is open, and sends nothing', async () => {
    const { client, server } = await clientOf((response) => sendJson(response, 503, {}), {
      circuitBreaker: createCircuitBreaker({ failures: 1 }),
      retry: false,
    })
    await failureOf(client.call(operation, getDesktop))
    const error = await failureOf(client.call('desktops.stopDesktop', getDesktop))
    expect(error).toMatchObject({ kind: 'circuit-open', sent: false, sentRequestId: undefined })
    expect(server.requests).toHaveLength(1)
  })
})

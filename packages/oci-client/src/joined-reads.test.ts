import { describe, expect, test } from 'vitest'
import { createBudget } from './budget.ts'
import type { OciCallEvent } from './call.ts'
import type { OciClient } from './client.ts'
import { clientOf, failureOf } from './testing/client.ts'
import { principal, privateKey } from './testing/keys.ts'
import type { Respond } from './testing/server.ts'
import { sendJson } from './testing/server.ts'

const getDesktop = { desktopId: 'ocid1.desktop' }
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const slow: Respond = (response, _, count) =>
  setTimeout(() => sendJson(response, 200, { count, tags: { a: 'b' } }, { etag: `e${count}` }), 50)

describe('reads of the same at the same time', () => {
  test('are one request, and all get its answer', async () => {
    const { client, server } = await clientOf(slow)
    const replies = await Promise.all(Array.from({ length: 5 }, () => client.call('desktops.getDesktop', getDesktop)))
    expect(server.requests).toHaveLength(1)
    expect(replies).toEqual(Array.from({ length: 5 }, () => replies[0]))
    expect(replies[0]).toMatchObject({ status: 200, etag: 'e1', body: { count: 1 } })
  })

  test('have an answer each, which they may change', async () => {
    const { client } = await clientOf(slow)
    const [first, second] = await Promise.all([
      client.call('desktops.getDesktop', getDesktop),
      client.call('desktops.getDesktop', getDesktop),
    ])
    Object.assign(first.body, { displayName: 'Changed' })
    expect(second.body).not.toHaveProperty('displayName')
  })

  test('share a failure, too', async () => {
    const { client, server } = await clientOf((response) => setTimeout(() => sendJson(response, 404, {}), 20))
    const errors = await Promise.all([1, 2, 3].map(() => failureOf(client.call('desktops.getDesktop', getDesktop))))
    expect(errors.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(server.requests).toHaveLength(1)
  })

  test('are not joined to one that has ended', async () => {
    const { client, server } = await clientOf(slow)
    await client.call('desktops.getDesktop', getDesktop)
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ etag: 'e2' })
    expect(server.requests).toHaveLength(2)
  })

  test.each<[string, object, object]>([
    ['of something else', { desktopId: 'other' }, {}],
    ['with a request id of their own', { ...getDesktop, opcRequestId: 'mine' }, {}],
    ['with another deadline', getDesktop, { callMs: 5_000 }],
    ['with another time for silence', getDesktop, { readMs: 5_000 }],
    ['that is urgent', getDesktop, { urgent: true }],
    ['with other retries', getDesktop, { retry: false }],
    ['that take control characters', getDesktop, { allowControlCharacters: true }],
    ['that ask for one of their own', getDesktop, { join: false }],
  ])('are not joined by a read %s', async (_, input, options) => {
    const { client, server } = await clientOf(slow)
    await Promise.all([
      client.call('desktops.getDesktop', getDesktop),
      client.call('desktops.getDesktop', { ...getDesktop, ...input }, options),
    ])
    expect(server.requests).toHaveLength(2)
  })

  test('are requests of their own when the client says so', async () => {
    const { client, server } = await clientOf(slow, { joinReads: false })
    await Promise.all([1, 2, 3].map(() => client.call('desktops.getDesktop', getDesktop)))
    expect(server.requests).toHaveLength(3)
  })

  test('are not joined across something that changes the world in between', async () => {
    const { client, server } = await clientOf((response, request, count) =>
      request.method === 'POST' ? sendJson(response, 202, undefined) : slow(response, request, count),
    )
    const before = client.call('desktops.getDesktop', getDesktop)
    await client.call('desktops.stopDesktop', getDesktop)
    const after = client.call('desktops.getDesktop', getDesktop)
    expect(await before).toMatchObject({ etag: expect.any(String) })
    expect((await after).etag).not.toBe((await before).etag)
    expect(server.requests).toHaveLength(3)
  })
})

test('what changes something is never joined', async () => {
  const { client, server } = await clientOf((response) => setTimeout(() => sendJson(response, 202, undefined), 20))
  await Promise.all([1, 2].map(() => client.call('desktops.stopDesktop', { ...getDesktop, opcRetryToken: 'same' })))
  expect(server.requests).toHaveLength(2)
})

test('an urgent read joins none, and is not joined', async () => {
  const { client, server } = await clientOf(slow)
  const replies = await Promise.all([
    client.call('desktops.getDesktop', getDesktop, { urgent: true }),
    client.call('desktops.getDesktop', getDesktop),
    client.call('desktops.getDesktop', getDesktop, { urgent: true }),
    client.call('desktops.getDesktop', getDesktop),
  ])
  expect(server.requests).toHaveLength(3)
  expect(replies[3].etag).toBe(replies[1].etag)
})

describe('a read that all its callers have left is cancelled', () => {
  /** Two callers, who leave 30 ms after `ready`. */
  async function leave(client: OciClient, ready: () => Promise<unknown>) {
    const controllers = [new AbortController(), new AbortController()]
    const reads = controllers.map(({ signal }) => failureOf(client.call('desktops.getDesktop', getDesktop, { signal })))
    await ready()
    await wait(30)
    for (const controller of controllers) controller.abort()
    const errors = await Promise.all(reads)
    // the steps within the call end in the same turn of the event loop
    await wait(0)
    return errors.map(({ kind, sent }) => ({ kind, sent }))
  }
  const aborted = (sent: boolean) => [1, 2].map(() => ({ kind: 'aborted', sent }))

  test('while it waits for the budget, and leaves the queue', async () => {
    const budget = createBudget({ inFlight: 1 })
    const { client, server } = await clientOf(() => undefined, { budget })
    const controller = new AbortController()
    const other = failureOf(client.call('desktops.getDesktop', { desktopId: 'other' }, { signal: controller.signal }))
    const waiting = () => expect.poll(() => budget.state('desktops').waiting).toBe(1)
    expect(await leave(client, waiting)).toEqual(aborted(false))
    expect(budget.state('desktops')).toMatchObject({ inFlight: 1, waiting: 0 })
    controller.abort()
    await other
    await wait(50)
    expect(server.requests).toHaveLength(1)
  })

  test('while it waits for the rate', async () => {
    const budget = createBudget({ perSecond: 5, burst: 1 })
    const { client, server } = await clientOf((response) => sendJson(response, 200, {}), { budget })
    await client.call('desktops.getDesktop', { desktopId: 'other' })
    expect(await leave(client, () => wait(0))).toEqual(aborted(false))
    expect(budget.state('desktops')).toMatchObject({ inFlight: 0, waiting: 0 })
    await wait(300)
    expect(server.requests).toHaveLength(1)
  })

  test('while it is being signed, and gives its slot back', async () => {
    const budget = createBudget()
    const slowKey = Promise.withResolvers<typeof privateKey>()
    const slowPrincipal = { keyId: () => 'k', key: () => slowKey.promise }
    const { client, server } = await clientOf(() => undefined, { budget, principal: slowPrincipal })
    const signing = () => expect.poll(() => budget.state('desktops').inFlight).toBe(1)
    expect(await leave(client, signing)).toEqual(aborted(false))
    expect(budget.state('desktops')).toMatchObject({ inFlight: 0, waiting: 0 })
    slowKey.resolve(privateKey)
    await wait(50)
    expect(server.requests).toHaveLength(0)
  })

  test('while it is in flight: the connection is closed, the slot is free, and no retry starts', async () => {
    let closed = 0
    const budget = createBudget()
    const events: OciCallEvent[] = []
    const { client, server } = await clientOf((response) => response.on('close', () => closed++), {
      budget,
      onCall: (event) => events.push(event),
    })
    expect(await leave(client, () => expect.poll(() => server.requests.length).toBe(1))).toEqual(aborted(true))
    expect(budget.state('desktops')).toMatchObject({ inFlight: 0, waiting: 0 })
    await expect.poll(() => closed).toBe(1)
    await wait(100)
    expect(server.requests).toHaveLength(1)
    expect(events).toMatchObject([{ attempt: 1, error: { kind: 'aborted' }, retryInMs: undefined }])
  })

  test('while it reads the answer', async () => {
    let closed = 0
    const { client, server } = await clientOf((response) => {
      response.on('close', () => closed++)
      response.writeHead(200).write('{')
    })
    expect(await leave(client, () => expect.poll(() => server.requests.length).toBe(1))).toEqual(aborted(true))
    await expect.poll(() => closed).toBe(1)
  })

  test('between two attempts: the next one does not start', async () => {
    const budget = createBudget()
    const { client, server } = await clientOf((response) => sendJson(response, 503, {}), {
      budget,
      retry: { attempts: 5, firstWaitMs: 200, maxWaitMs: 200 },
    })
    expect(await leave(client, () => expect.poll(() => server.requests.length).toBe(1))).toEqual(aborted(true))
    await wait(300)
    expect(server.requests).toHaveLength(1)
    expect(budget.state('desktops')).toMatchObject({ inFlight: 0, waiting: 0 })
  })

  test('while its token is renewed', async () => {
    const renewal = Promise.withResolvers<void>()
    const renewing = { ...principal, renew: () => renewal.promise }
    const refuse: Respond = (response) => sendJson(response, 401, { code: 'NotAuthenticated', message: 'No.' })
    const { client, server } = await clientOf(refuse, { principal: renewing })
    const kinds = leave(client, () => expect.poll(() => server.requests.length).toBe(1))
    expect((await kinds).map(({ sent }) => sent)).toEqual([true, true])
    renewal.resolve()
    await wait(50)
    expect(server.requests).toHaveLength(1)
  })
})

describe('a caller that leaves a joined read', () => {
  test('leaves the others their answer', async () => {
    const { client, server } = await clientOf(slow)
    const controller = new AbortController()
    const leaving = failureOf(client.call('desktops.getDesktop', getDesktop, { signal: controller.signal }))
    const staying = client.call('desktops.getDesktop', getDesktop)
    await wait(10)
    controller.abort(new Error('The browser left'))
    expect(await leaving).toMatchObject({
      kind: 'aborted',
      cause: expect.objectContaining({ message: 'The browser left' }),
    })
    expect(await staying).toMatchObject({ status: 200 })
    expect(server.requests).toHaveLength(1)
  })

  test('ends it when it was the last, and later callers do not join it', async () => {
    let cut = 0
    const { client, server } = await clientOf((response, _, count) => {
      response.on('close', () => (cut += response.writableEnded ? 0 : 1))
      if (count > 1) sendJson(response, 200, {})
    })
    const controllers = [new AbortController(), new AbortController()]
    const leaving = controllers.map(({ signal }) =>
      failureOf(client.call('desktops.getDesktop', getDesktop, { signal })),
    )
    await expect.poll(() => server.requests.length).toBe(1)
    controllers[0]?.abort()
    await wait(30)
    expect(cut).toBe(0)
    controllers[1]?.abort()
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ status: 200 })
    expect((await Promise.all(leaving)).map(({ kind }) => kind)).toEqual(['aborted', 'aborted'])
    await expect.poll(() => cut).toBe(1)
  })

  test('because their own time is up leaves the others theirs', async () => {
    const { client, server } = await clientOf((response) => setTimeout(() => sendJson(response, 200, {}), 800), {
      timeouts: { callMs: 600 },
    })
    const first = failureOf(client.call('desktops.getDesktop', getDesktop))
    await wait(400)
    const second = client.call('desktops.getDesktop', getDesktop)
    expect(await first).toMatchObject({ kind: 'timeout', code: 'DEADLINE' })
    expect(await second).toMatchObject({ status: 200 })
    expect(server.requests).toHaveLength(1)
  })

  test('because their own time is up keeps others from joining what may be silent for ever', async () => {
    const { client, server } = await clientOf(
      (response, _, count) => {
        if (count > 1) sendJson(response, 200, {})
      },
      { timeouts: { callMs: 400 } },
    )
    const first = failureOf(client.call('desktops.getDesktop', getDesktop))
    await wait(200)
    const second = failureOf(client.call('desktops.getDesktop', getDesktop))
    await first
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ status: 200 })
    expect(await second).toMatchObject({ kind: 'timeout' })
    expect(server.requests).toHaveLength(2)
  })

  test('before it began never asks', async () => {
    const { client, server } = await clientOf(slow)
    await failureOf(client.call('desktops.getDesktop', getDesktop, { signal: AbortSignal.abort() }))
    expect(server.requests).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { clientOf, failureOf } from './testing/client.ts'
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
    ['with another patience', getDesktop, { callMs: 5_000 }],
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

describe('whoever leaves a joined read', () => {
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

  test('ends it when nobody is left, and nobody joins it any more', async () => {
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

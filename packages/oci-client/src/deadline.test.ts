import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createOciClient } from './client.ts'
import { clientOf, failureOf } from './testing/client.ts'
import { principal } from './testing/keys.ts'
import type { Respond } from './testing/server.ts'
import { sendJson } from './testing/server.ts'

const getDesktop = { desktopId: 'ocid1.desktop' }

describe('a call ends', () => {
  const silent: Respond = () => undefined
  const endless: Respond = (response) => response.writeHead(200).write('{')

  test.each<[string, Respond]>([
    ['no answer comes', silent],
    ['the answer never ends', endless],
  ])('at its deadline when %s', async (_, respond) => {
    const { client } = await clientOf(respond, { timeouts: { callMs: 100 } })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({
      kind: 'timeout',
      message: 'desktops.getDesktop was not answered within 100 ms.',
    })
  })

  test('at its own deadline rather than that of its client', async () => {
    const { client } = await clientOf(silent, { timeouts: { callMs: 60_000 } })
    const error = await failureOf(client.call('desktops.getDesktop', getDesktop, { callMs: 50 }))
    expect(error.message).toBe('desktops.getDesktop was not answered within 50 ms.')
  })

  test('at its deadline while it waits to be sent again', async () => {
    const { client, server } = await clientOf((response) => sendJson(response, 503, {}))
    const retry = { attempts: 100, firstWaitMs: 40, maxWaitMs: 40 }
    const startedAt = performance.now()
    await failureOf(client.call('desktops.getDesktop', getDesktop, { callMs: 300, retry }))
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    expect(server.requests.length).toBeGreaterThan(3)
  })

  test('at its deadline when the principal never gives its key', async () => {
    const { client } = await clientOf(silent, {
      principal: { keyId: () => 'k', key: () => new Promise(() => undefined) },
      timeouts: { callMs: 50 },
    })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({ kind: 'timeout' })
  })

  test.each<[string, Respond]>([
    ['it waits for an answer', silent],
    ['it reads the answer', endless],
    ['it waits to be sent again', (response) => sendJson(response, 503, {}, { 'retry-after': '20' })],
  ])('when its caller gives up while %s', async (_, respond) => {
    const { client } = await clientOf(respond)
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('The browser left')), 50)
    expect(
      await failureOf(client.call('desktops.getDesktop', getDesktop, { signal: controller.signal })),
    ).toMatchObject({
      kind: 'aborted',
      message: 'The call of desktops.getDesktop was given up by its caller.',
      cause: expect.objectContaining({ message: 'The browser left' }),
    })
  })

  test('before it is sent when its caller has given up already', async () => {
    const { client, server } = await clientOf(silent)
    expect(
      await failureOf(client.call('desktops.getDesktop', getDesktop, { signal: AbortSignal.abort() })),
    ).toMatchObject({
      kind: 'aborted',
    })
    expect(server.requests).toEqual([])
  })

  test('when no connection is made in time', async () => {
    // it takes the connection, and never says hello as TLS has it
    const silentServer = createServer()
    await new Promise<void>((resolve) => silentServer.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void silentServer.close())
    const { port } = silentServer.address() as AddressInfo // it listens on a port, not on a pipe
    const client = createOciClient({
      principal,
      endpoint: `https://127.0.0.1:${port}`,
      timeouts: { connectMs: 100 },
      retry: false,
    })
    onTestFinished(() => client.close())
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({
      kind: 'timeout',
      code: 'UND_ERR_CONNECT_TIMEOUT',
      message: `desktops.getDesktop got no answer from https://127.0.0.1:${port}: no connection was made in time (UND_ERR_CONNECT_TIMEOUT).`,
    })
  })

  test('when the client is closed, which lets what is in flight end', async () => {
    const { client, server } = await clientOf((response) => setTimeout(() => sendJson(response, 200, {}), 200))
    const inFlight = client.call('desktops.getDesktop', getDesktop)
    await expect.poll(() => server.requests.length).toBe(1)
    await client.close()
    expect(await inFlight).toMatchObject({ status: 200 })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({
      kind: 'aborted',
      message: 'desktops.getDesktop was not sent, as the client is closed.',
    })
  })
})

test('a deadline further off than any timer is still a deadline, and not now', async () => {
  const { client } = await clientOf((response) => setTimeout(() => sendJson(response, 200, {}), 50))
  expect(await client.call('desktops.getDesktop', getDesktop, { callMs: Infinity })).toMatchObject({ status: 200 })
})

import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createBudget } from './budget.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import type { OciCallEvent } from './call.ts'
import { createOciClient } from './client.ts'
import type { TestOptions } from './testing/client.ts'
import { clientOf, failureOf } from './testing/client.ts'
import { principal } from './testing/keys.ts'
import type { Respond } from './testing/server.ts'
import { sendJson, serverForTest } from './testing/server.ts'

/** `sent` is what may be concluded from an error about its effect: false only where OCI cannot have heard of the call. */
const stop = { desktopId: 'ocid1.desktop', opcRequestId: 'mine' }
const silent: Respond = () => undefined
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A server below HTTP. */
async function socketServer(accept: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    accept(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port // it listens on a port, not on a pipe
}

async function stopAt(endpoint: string, options: TestOptions = {}) {
  const client = createOciClient({ principal, endpoint, retry: false, timeouts: { connectMs: 100 }, ...options })
  onTestFinished(() => client.close())
  return failureOf(client.call('desktops.stopDesktop', stop))
}

describe('a call was not sent', () => {
  const unsent = { sent: false, sentRequestId: undefined, opcRequestId: undefined, fromOci: false }

  test('when the connection is refused', async () => {
    const server = await serverForTest(silent)
    await server.close()
    expect(await stopAt(server.url)).toMatchObject({ code: 'ECONNREFUSED', ...unsent })
  })

  test('when the name does not exist', async () => {
    expect(await stopAt('http://nowhere.invalid')).toMatchObject({ kind: 'network', ...unsent })
  })

  test('when TLS is not spoken', async () => {
    const port = await socketServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    expect(await stopAt(`https://127.0.0.1:${port}`)).toMatchObject({ kind: 'network', ...unsent })
  })

  test('when no connection is made in time', async () => {
    const port = await socketServer(() => undefined)
    const error = await stopAt(`https://127.0.0.1:${port}`)
    expect(error).toMatchObject({ code: 'UND_ERR_CONNECT_TIMEOUT', ...unsent })
  })

  test.each(['HTTP/1.1 403 Forbidden\r\n\r\n', ''])('when the proxy opens no tunnel: "%s"', async (answer) => {
    const port = await socketServer((socket) => socket.once('data', () => socket.end(answer)))
    const options = { proxy: { httpProxy: `http://127.0.0.1:${port}` } }
    expect(await stopAt('http://127.0.0.1:9', options)).toMatchObject({ kind: 'network', ...unsent })
  })

  test('when the tunnel leads to a server that does not speak TLS', async () => {
    const port = await socketServer((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        socket.once('data', () => socket.end('no TLS'))
      }),
    )
    const options = { proxy: { httpsProxy: `http://127.0.0.1:${port}` } }
    expect(await stopAt('https://127.0.0.1:9', options)).toMatchObject({ kind: 'network', ...unsent })
  })

  test('when its deadline passes while it waits for a connection', async () => {
    const { client, server } = await clientOf(silent, { retry: false })
    const controller = new AbortController()
    const others = Array.from({ length: 64 }, (_, index) =>
      failureOf(client.call('desktops.getDesktop', { desktopId: `d${index}` }, { signal: controller.signal })),
    )
    await expect.poll(() => server.requests.length).toBe(64)
    const error = await failureOf(client.call('desktops.stopDesktop', stop, { callMs: 100 }))
    expect(error).toMatchObject({ kind: 'timeout', code: 'DEADLINE', ...unsent })
    controller.abort()
    expect((await Promise.all(others)).every(({ sent }) => sent)).toBe(true)
    // and it is not sent when there is a connection
    await wait(50)
    expect(server.requests).toHaveLength(64)
  })

  test('when its deadline passes while it waits for the budget', async () => {
    const budget = createBudget({ inFlight: 1, reserved: 0 })
    const { client, server } = await clientOf(silent, { retry: false, budget })
    const controller = new AbortController()
    const other = failureOf(client.call('desktops.getDesktop', { desktopId: 'a' }, { signal: controller.signal }))
    expect(await failureOf(client.call('desktops.stopDesktop', stop, { callMs: 100 }))).toMatchObject({
      code: 'DEADLINE',
      ...unsent,
    })
    controller.abort()
    await other
    expect(server.requests).toHaveLength(1)
  })

  test('when the circuit is open', async () => {
    const circuitBreaker = createCircuitBreaker({ failures: 1 })
    const { client } = await clientOf((response) => sendJson(response, 503, {}), { circuitBreaker, retry: false })
    await failureOf(client.call('desktops.getDesktop', { desktopId: 'a' }))
    expect(await failureOf(client.call('desktops.stopDesktop', stop))).toMatchObject({
      kind: 'circuit-open',
      ...unsent,
    })
  })

  test('when its input is wrong, when it cannot be signed, when its caller had left, and when the client is closed', async () => {
    const { client } = await clientOf(silent)
    expect(await failureOf(client.call('desktops.stopDesktop', { desktopId: '' }))).toMatchObject(unsent)
    const left = client.call('desktops.stopDesktop', stop, { signal: AbortSignal.abort() })
    expect(await failureOf(left)).toMatchObject({ kind: 'aborted', ...unsent })
    await client.close()
    const closed = await failureOf(client.call('desktops.stopDesktop', stop))
    expect(closed).toMatchObject({ kind: 'aborted', ...unsent })

    const keyless = { keyId: () => 'k', key: () => Promise.reject(new Error('No key')) }
    const unsigned = await clientOf(silent, { principal: keyless })
    const error = await failureOf(unsigned.client.call('desktops.stopDesktop', stop))
    expect(error).toMatchObject({ kind: 'bad-profile', ...unsent })
    expect(unsigned.server.requests).toEqual([])
  })
})

describe('a call may have been sent', () => {
  const sent = { sent: true, sentRequestId: 'mine' }

  test.each<[string, Respond, string]>([
    ['the connection is cut', (response) => response.destroy(), 'network'],
    ['the answer is cut', (response) => response.writeHead(202, { 'content-length': '9' }).write('{') && setTimeout(() => response.destroy(), 20), 'network'], // prettier-ignore
    ['the answer is garbage', (response) => response.socket?.end('garbage\r\n\r\n'), 'bad-answer'],
    ['the answer is that of a captive portal', (response) => response.end('<html></html>'), 'bad-answer'],
    ['the answer is an error', (response) => sendJson(response, 409, {}), 'service'],
    ['no answer comes', silent, 'timeout'],
  ])('when %s', async (_, respond, kind) => {
    const { client } = await clientOf(respond, { retry: false, timeouts: { callMs: 500 } })
    expect(await failureOf(client.call('desktops.stopDesktop', stop))).toMatchObject({ kind, ...sent })
  })

  test('when its caller leaves before the answer', async () => {
    const { client, server } = await clientOf(silent)
    const controller = new AbortController()
    const leaving = failureOf(client.call('desktops.stopDesktop', stop, { signal: controller.signal }))
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort()
    expect(await leaving).toMatchObject({ kind: 'aborted', opcRequestId: undefined, ...sent })
  })

  test('through a tunnel', async () => {
    const port = await socketServer((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        socket.once('data', () => socket.destroy())
      }),
    )
    const options = { proxy: { httpProxy: `http://127.0.0.1:${port}` } }
    expect(await stopAt('http://127.0.0.1:9', options)).toMatchObject({ kind: 'network', ...sent })
  })

  test('when the server closes a connection that was kept, and undici sends it once', async () => {
    const heard: string[] = []
    const port = await socketServer((socket) => {
      let count = 0
      socket.on('data', (data) => {
        heard.push(data.toString().split(' ')[0] ?? '')
        if (count++ > 0) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}')
      })
    })
    const client = createOciClient({ principal, endpoint: `http://127.0.0.1:${port}`, retry: false })
    onTestFinished(() => client.close())
    await client.call('desktops.getDesktop', { desktopId: 'a' })
    expect(await failureOf(client.call('desktops.stopDesktop', stop))).toMatchObject({ kind: 'network', ...sent })
    expect(heard).toEqual(['GET', 'POST'])
  })

  test('in its first attempt, though the last one met a closed port', async () => {
    const events: OciCallEvent[] = []
    const { client, server } = await clientOf(
      (response) => {
        response.destroy()
        void server.close()
      },
      { onCall: (event) => events.push(event) },
    )
    const error = await failureOf(client.call('desktops.stopDesktop', stop))
    expect(error).toMatchObject({ code: 'ECONNREFUSED', ...sent })
    expect(events.map(({ sentRequestId }) => sentRequestId)).toEqual(['mine', 'mine', 'mine'])
  })

  test('in its first attempt, though it then waits for the next one', async () => {
    const { client } = await clientOf((response) => sendJson(response, 503, {}, { 'retry-after': '20' }))
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    const error = await failureOf(client.call('desktops.stopDesktop', stop, { signal: controller.signal }))
    expect(error).toMatchObject({ kind: 'aborted', ...sent })
  })

  test('as a joined read, to each of its callers, with the request id that it carried', async () => {
    const { client, server } = await clientOf(silent)
    const controller = new AbortController()
    const read = () => failureOf(client.call('desktops.getDesktop', { desktopId: 'a' }, { signal: controller.signal }))
    const reads = [read(), read()]
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort()
    const sentRequestId = server.requests[0]?.headers['opc-request-id']
    for (const error of await Promise.all(reads)) expect(error).toMatchObject({ sent: true, sentRequestId })
  })
})

test('the callback has no request id of a call that was not sent', async () => {
  const events: OciCallEvent[] = []
  const { client, server } = await clientOf(silent, { retry: false, onCall: (event) => events.push(event) })
  await server.close()
  await failureOf(client.call('desktops.stopDesktop', stop))
  expect(events).toMatchObject([{ opcRequestId: undefined, sentRequestId: undefined }])
})

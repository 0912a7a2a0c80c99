import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { OciCallOptions } from './call.ts'
import { createOciClient } from './client.ts'
import { clientOf, failureOf } from './testing/client.ts'
import { principal, publicKey } from './testing/keys.ts'
import { sendJson, serverForTest } from './testing/server.ts'
import { isSignedBy } from './testing/signature.ts'

const getDesktop = { desktopId: 'ocid1.desktop' }

/** A proxy on this machine that opens tunnels, or refuses with a status. */
async function proxyForTest(refusal?: string) {
  const asked: { to: string | undefined; authorization: string | undefined }[] = []
  const server = createServer((_, response) => response.writeHead(501).end())
  server.on('connect', ({ url, headers }, socket, head) => {
    asked.push({ to: url, authorization: headers['proxy-authorization'] })
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal}\r\n\r\n`)
    const [host, port] = (url ?? '').split(':')
    const tunnel = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      tunnel.write(head)
      tunnel.pipe(socket).pipe(tunnel)
    })
    tunnel.on('error', () => socket.destroy())
    socket.on('error', () => tunnel.destroy())
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, asked }
}

describe('a proxy', () => {
  test('is gone through, and sees nothing of the call but where it goes', async () => {
    const proxy = await proxyForTest()
    const { client, server } = await clientOf((response) => sendJson(response, 200, {}), {
      proxy: { httpProxy: proxy.url },
    })
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ status: 200 })
    expect(await client.call('desktops.stopDesktop', getDesktop)).toMatchObject({ status: 200 })
    expect(proxy.asked).toEqual([{ to: server.url.slice('http://'.length), authorization: undefined }])
    expect(server.requests.map((request) => isSignedBy(publicKey, request))).toEqual([true, true])
    expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization')
  })

  test('is told the user and password of its URL', async () => {
    const proxy = await proxyForTest()
    const { client } = await clientOf((response) => sendJson(response, 200, {}), {
      proxy: { httpProxy: `http://someone:secret@${proxy.host}` },
    })
    await client.call('desktops.getDesktop', getDesktop)
    expect(proxy.asked[0]?.authorization).toBe(`Basic ${Buffer.from('someone:secret').toString('base64')}`)
  })

  test('is left out for the hosts that are named', async () => {
    const proxy = await proxyForTest()
    const { client } = await clientOf((response) => sendJson(response, 200, {}), {
      proxy: { httpProxy: proxy.url, noProxy: 'elsewhere.test,127.0.0.1' },
    })
    await client.call('desktops.getDesktop', getDesktop)
    expect(proxy.asked).toEqual([])
  })

  test('is not taken from the environment by itself', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9')
    vi.stubEnv('http_proxy', 'http://127.0.0.1:9')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { client } = await clientOf((response) => sendJson(response, 200, {}))
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ status: 200 })
  })

  test.each(['407 Proxy Authentication Required', '403 Forbidden'])(
    'that refuses with %s is named',
    async (refusal) => {
      const proxy = await proxyForTest(refusal)
      const { client, server } = await clientOf((response) => sendJson(response, 200, {}), {
        proxy: { httpProxy: proxy.url },
        retry: false,
      })
      const error = await failureOf(client.call('desktops.getDesktop', getDesktop))
      expect(error).toMatchObject({ kind: 'network', code: 'UND_ERR_ABORTED' })
      expect(error.message).toBe(
        `desktops.getDesktop got no answer from ${server.url}: the proxy refused to connect to it (UND_ERR_ABORTED).`,
      )
      expect(server.requests).toEqual([])
    },
  )

  test('that does not listen is a failure of the network', async () => {
    const { client } = await clientOf(() => undefined, { proxy: { httpProxy: 'http://127.0.0.1:9' }, retry: false })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({
      kind: 'network',
      code: 'ECONNREFUSED',
    })
  })

  test.each(['nonsense', 'ftp://someone:secret@proxy.test', 'proxy.test:3128'])(
    'that is no URL is refused without being shown: %s',
    (httpsProxy) => {
      const create = () => createOciClient({ principal, region: 'eu-frankfurt-1', proxy: { httpsProxy } })
      expect(create).toThrow('The proxy must be a URL that starts with http:// or https://.')
    },
  )
})

test('a call that waits for one of all the connections ends at its deadline, unsent', async () => {
  const server = await serverForTest(() => undefined)
  const client = createOciClient({ principal, endpoint: server.url, retry: false })
  onTestFinished(() => client.close())
  const controller = new AbortController()
  const call = (desktopId: string, options: OciCallOptions) =>
    failureOf(client.call('desktops.getDesktop', { desktopId }, options))
  const first = Array.from({ length: 64 }, (_, index) => call(`d${index}`, { signal: controller.signal }))
  await expect.poll(() => server.requests.length).toBe(64)
  const waiting = await Promise.all([1, 2, 3].map((index) => call(`late${index}`, { callMs: 100 })))
  expect(waiting.map(({ kind }) => kind)).toEqual(['timeout', 'timeout', 'timeout'])

  controller.abort()
  expect(new Set((await Promise.all(first)).map(({ kind }) => kind))).toEqual(new Set(['aborted']))
  // what had waited is not sent now that there is a connection
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(server.requests).toHaveLength(64)
})

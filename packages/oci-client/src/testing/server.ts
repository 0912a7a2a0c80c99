import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface ReceivedRequest {
  readonly method: string
  /** Path and query, exactly as they arrived. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface RecordingServer {
  readonly url: string
  readonly requests: ReceivedRequest[]
  close(): Promise<void>
}

export type Respond = (response: ServerResponse, request: ReceivedRequest, count: number) => void

/** A server on this machine that records its requests and answers them with `respond`; `count` is 1 for the first. */
export async function startServer(respond: Respond): Promise<RecordingServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer((incoming, response) => {
    const { method = '', url: target = '', headers } = incoming
    void buffer(incoming).then((body) => {
      const request = { method, target, headers, body }
      requests.push(request)
      respond(response, request, requests.length)
    })
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      const { promise, resolve } = Promise.withResolvers<unknown>()
      server.close(resolve)
      server.closeAllConnections()
      await promise
    },
  }
}

/** As `startServer`. The server is closed when the test ends. */
export async function serverForTest(respond: Respond): Promise<RecordingServer> {
  const server = await startServer(respond)
  onTestFinished(() => server.close())
  return server
}

/** Answers with OCI's headers, including those that confirm a change. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'opc-request-id': 'from-the-server',
      ...(response.req.method === 'GET' ? {} : { 'opc-work-request-id': 'work-of-the-server' }),
      ...headers,
    })
    .end(body === undefined ? undefined : JSON.stringify(body))

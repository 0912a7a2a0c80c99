import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * What a proxy does to event streams:
 *
 * - `pass`: nothing
 * - `block`: it never answers
 * - `buffer`: it answers, and holds the events back
 * - `refuse`: it answers 502
 * - `cut`: it ends them after a while
 * - `delay`: each piece arrives late
 */
export type StreamFault = 'pass' | 'block' | 'buffer' | 'refuse' | 'cut' | 'delay'

export interface StreamProxy {
  url: string
  /** Applies to streams that are open, too. */
  setFault: (fault: StreamFault) => void
  /** Answers 404 for the files whose address matches; null for none. */
  setMissing: (file: RegExp | null) => void
  /** What it does to everything: a network that is away. */
  setDown: (isDown: boolean) => void
  /** The streams that were opened through it. */
  streams: () => number
  close: () => Promise<void>
}

const cutAfterMs = 2_000
const delayMs = 700

/** Starts a proxy on a free port, in front of the server with that address. Everything but event streams passes. */
export async function startStreamProxy(target: string): Promise<StreamProxy> {
  let fault: StreamFault = 'pass'
  let isDown = false
  let missing: RegExp | null = null
  let opened = 0
  const streams = new Set<ServerResponse>()

  const server = createServer((incoming, outgoing) => {
    if (isDown) incoming.socket.destroy()
    else if (missing?.test(incoming.url ?? '')) outgoing.writeHead(404).end()
    else forward(incoming, outgoing)
  })

  function forward(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method, headers } = incoming
    const upstream = request(new URL(incoming.url ?? '/', target), { method, headers })
    outgoing.once('close', () => upstream.destroy())
    upstream.on('error', () => outgoing.destroy())
    upstream.on('response', (reply) => {
      if (incoming.url === '/api/events') answerStream(reply, outgoing)
      else reply.pipe(outgoing.writeHead(reply.statusCode ?? 502, reply.headers))
    })
    incoming.pipe(upstream)
  }

  function answerStream(reply: IncomingMessage, outgoing: ServerResponse) {
    opened += 1
    streams.add(outgoing)
    outgoing.once('close', () => streams.delete(outgoing))
    reply.on('error', () => outgoing.destroy())
    if (fault === 'refuse') outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
    else if (fault !== 'block') {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
      outgoing.flushHeaders()
    }
    if (fault === 'refuse' || fault === 'block' || fault === 'buffer') reply.resume()
    else if (fault === 'delay') void passLate(reply, outgoing)
    else reply.pipe(outgoing)
    if (fault === 'cut') setTimeout(() => outgoing.destroy(), cutAfterMs)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP
  return {
    url: `http://localhost:${port}`,
    setFault: (next) => {
      fault = next
      for (const stream of streams) stream.destroy()
    },
    setMissing: (next) => {
      missing = next
    },
    setDown: (next) => {
      isDown = next
      if (isDown) server.closeAllConnections()
    },
    streams: () => opened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function passLate(reply: IncomingMessage, outgoing: ServerResponse) {
  try {
    for await (const piece of reply as AsyncIterable<Buffer>) {
      await wait(delayMs)
      if (!outgoing.destroyed) outgoing.write(piece)
    }
  } catch {
    // the BFF ended the stream
  }
  outgoing.end()
}

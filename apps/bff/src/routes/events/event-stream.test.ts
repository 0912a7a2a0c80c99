import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { Ping } from '@gatehouse/contract'
import { Value } from 'typebox/value'
import type { LiveEvent } from '../../live/source.ts'
import { startEventStream, type EventStream } from './event-stream.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const told: LiveEvent = {
  event: 'work-request-log',
  id: 7,
  data: {
    topic: 'work-request-log',
    lines: [{ sequence: 7, number: 1, at: '', kind: 'log', code: null, text: 'two\nlines' }],
  },
}

async function open(mayGoOn: () => Promise<boolean> = () => Promise.resolve(true)) {
  let stream: EventStream | undefined
  server = createServer((_request, response) => {
    stream = startEventStream(response, {
      headers: { 'x-frame-options': 'DENY' },
      retryMs: 1_500,
      pingMs: 20,
      mayGoOn,
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on TCP
  const reply = await fetch(`http://127.0.0.1:${port}/`)
  return { reply, stream: stream! } // the server has answered
}

const decoder = new TextDecoder()

test('headers come at once, and forbid buffering and transforming', async () => {
  const { reply } = await open()
  expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(reply.headers.get('cache-control')).toBe('no-store, no-transform')
  expect(reply.headers.get('x-accel-buffering')).toBe('no')
  expect(reply.headers.get('x-frame-options')).toBe('DENY')
})

test('it begins with when to come back, and events follow in the form of the standard', async () => {
  const { reply, stream } = await open()
  stream.send([told])
  stream.end()
  const text = await reply.text()
  expect(text.startsWith('retry: 1500\n\n')).toBe(true)
  expect(text).toContain(`id: 7\nevent: work-request-log\ndata: ${JSON.stringify(told.data)}\n\n`)
})

test('a ping at the beginning, and then again and again, tells that it is alive', async () => {
  const { reply, stream } = await open()
  await wait(70)
  stream.end()
  const pings = [...(await reply.text()).matchAll(/^event: ping\ndata: (.*)$/gm)].map(([, data = '']) => data)
  expect(pings.length).toBeGreaterThanOrEqual(3)
  expect(Value.Errors(Ping, JSON.parse(pings[0]!))).toEqual([]) // there are three
  expect(JSON.parse(pings[0]!)).toEqual({ everyMs: 20 }) // the same
})

test('it ends when its session has ended', async () => {
  let may = true
  const { reply } = await open(() => Promise.resolve(may))
  await wait(50)
  may = false
  await expect(reply.text()).resolves.toContain('retry')
})

test('a reader that lags too far behind is let go', async () => {
  const { reply, stream } = await open()
  const reader = reply.body?.getReader()
  const large = 'x'.repeat(1024 * 1024)
  const event: LiveEvent = {
    event: 'topic-state',
    data: { topic: large, state: 'live', reason: null, opcRequestId: null, readAt: null },
  }
  for (let sent = 0; sent < 64; sent++) stream.send([event])
  const read = async () => {
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) return 'ended as if all was well'
      decoder.decode(part.value)
    }
  }
  await expect(read()).rejects.toThrow()
})

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
  id: '7',
  data: {
    topic: 'work-request-log',
    lines: [{ sequence: 7, number: 1, at: '', kind: 'log', code: null, text: 'two\nlines' }],
    reset: false,
  },
}

async function open({ patienceMs = 30_000 } = {}) {
  let stream: EventStream | undefined
  server = createServer((_request, response) => {
    stream = startEventStream(response, {
      headers: { 'x-frame-options': 'DENY' },
      pingMs: 20,
      patienceMs,
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

test('it begins with a ping, and events follow in the form of the standard', async () => {
  const { reply, stream } = await open()
  stream.send([told])
  await stream.ready()
  stream.end()
  const text = await reply.text()
  expect(text.startsWith('event: ping\n')).toBe(true)
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

const stateOf = (topic: string, reason: string): LiveEvent => ({
  event: 'topic-state',
  data: { topic, state: 'live', reason, opcRequestId: null, readAt: null },
})

/** More than the buffers of both ends of a connection take. */
const mostMiB = 32
const mebibyte = 'x'.repeat(1024 * 1024)

test('a reader that reads slowly stays connected, and gets everything', async () => {
  const { reply, stream } = await open({ patienceMs: 300 })
  for (let place = 0; place < mostMiB; place++) stream.send([stateOf(`topic ${place}`, mebibyte)])
  const startedAt = performance.now()
  let bytes = 0
  let pauses = 0
  for await (const part of reply.body ?? []) {
    bytes += part.length
    if (bytes > (pauses + 1) * mebibyte.length) {
      pauses += 1
      await wait(25)
    }
    if (bytes > mostMiB * mebibyte.length) break
  }
  expect(performance.now() - startedAt).toBeGreaterThan(2 * 300)
  expect(bytes).toBeGreaterThan(mostMiB * mebibyte.length)
})

test('a reader that does not read at all is let go, and not before', async () => {
  const { reply, stream } = await open({ patienceMs: 200 })
  const reader = reply.body?.getReader()
  for (let place = 0; place < mostMiB; place++) stream.send([stateOf(`topic ${place}`, mebibyte)])
  await wait(600)
  const read = async () => {
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) return 'ended as if all was well'
    }
  }
  await expect(read()).rejects.toThrow()
})

test('a slow reader gets the latest state of a topic, and not those in between', async () => {
  const { reply, stream } = await open()
  stream.send([stateOf('large', mebibyte.repeat(mostMiB))])
  for (let place = 0; place < 1_000; place++) stream.send([stateOf('busy', `state ${place}`), stateOf('calm', 'calm')])
  let text = ''
  for await (const part of reply.body ?? []) {
    text = (text + decoder.decode(part, { stream: true })).slice(-10_000)
    if (text.includes('state 999')) break
  }
  expect(text.match(/state \d+/g)).toEqual(['state 999'])
  expect(text.match(/"topic":"calm"/g)).toHaveLength(1)
})

test('a stream that ends sends nothing more of what waits', async () => {
  const { reply, stream } = await open()
  stream.send([stateOf('large', mebibyte.repeat(mostMiB)), stateOf('secret', 'secret')])
  stream.end()
  expect(await reply.text()).not.toContain('secret')
})

import { afterEach, expect, test, vi } from 'vitest'
import { openEvents, type StreamEnd } from './open-events.ts'

const { fetch } = globalThis
afterEach(() => {
  globalThis.fetch = fetch
})

interface Heard {
  name: string
  data: string
  id: string | undefined
}

/** Opens a stream that is answered with this. */
function openOn(answer: Response | Error) {
  const requests: { url: unknown; init: RequestInit | undefined }[] = []
  globalThis.fetch = (url, init) => {
    requests.push({ url, init })
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const events: Heard[] = []
  const ends: StreamEnd[] = []
  const close = openEvents(
    { topics: ['desktops'], lastEventIds: { desktops: 'v1' } },
    { onEvent: (event) => events.push(event), onEnd: (end) => ends.push(end) },
  )
  return { requests, events, ends, close }
}

const endOf = async (answer: Response | Error) => {
  const { ends } = openOn(answer)
  await vi.waitFor(() => expect(ends).toHaveLength(1))
  return ends[0]
}

function eventStream(...pieces: Uint8Array[]) {
  const body = new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
}

const problem = (status: number, detail: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })

test('events come as they were sent, however the bytes are cut', async () => {
  const bytes = new TextEncoder().encode('event: ping\ndata: {}\n\nid: v2\nevent: desktops\ndata: "schön"\n\n')
  const { events, ends, requests } = openOn(eventStream(...Array.from(bytes, (byte) => new Uint8Array([byte]))))
  await vi.waitFor(() => expect(ends).toEqual([{ why: 'broken' }]))
  expect(events).toEqual([
    { name: 'ping', data: '{}', id: undefined },
    { name: 'desktops', data: '"schön"', id: 'v2' },
  ])
  expect(requests).toMatchObject([
    { url: '/api/events', init: { method: 'POST', body: '{"topics":["desktops"],"lastEventIds":{"desktops":"v1"}}' } },
  ])
})

test('a stream that is closed says nothing more', async () => {
  const { events, ends, close } = openOn(eventStream(new TextEncoder().encode('event: ping\ndata: {}\n\n')))
  close()
  await new Promise((settled) => setTimeout(settled, 20))
  expect([events, ends]).toEqual([[], []])
})

test('the status and the problem say why there is no stream', async () => {
  expect(await endOf(problem(401, 'You are not signed in.'))).toEqual({ why: 'signed-out' })
  expect(await endOf(problem(403, 'Another site asks.'))).toEqual({ why: 'refused', reason: 'Another site asks.' })
  expect(await endOf(problem(400, 'The body is not valid.'))).toMatchObject({ why: 'refused' })
})

test('a server that is busy is given the time it asks for, up to two minutes', async () => {
  expect(await endOf(problem(503, 'Busy.', { 'retry-after': '7' }))).toEqual({ why: 'busy', waitMs: 7_000 })
  expect(await endOf(problem(429, 'Busy.', { 'retry-after': '86400' }))).toEqual({ why: 'busy', waitMs: 120_000 })
  expect(await endOf(problem(503, 'Busy.'))).toEqual({ why: 'busy', waitMs: 0 })
})

test('what is no stream and no answer of ours is a broken stream', async () => {
  const html = { headers: { 'content-type': 'text/html' } }
  expect(await endOf(new TypeError('fetch failed'))).toEqual({ why: 'broken' })
  expect(await endOf(new Response('<h1>Bad gateway</h1>', { ...html, status: 502 }))).toEqual({ why: 'broken' })
  expect(await endOf(new Response('<h1>Sign in to the network</h1>', html))).toEqual({ why: 'broken' })
})

import { expect, test } from 'vitest'
import type { LiveEvent } from './protocol.ts'
import { createStream, retryDelay, streamUrl, type StreamState, type StreamSurroundings } from './stream.ts'
import { fakeSurroundings } from './testing.ts'

function streamOf(session: Awaited<ReturnType<StreamSurroundings['askSession']>> = 'signed-in') {
  const fake = fakeSurroundings(session)
  const states: StreamState[] = []
  const events: LiveEvent[] = []
  let signedOut = 0
  const stream = createStream({
    ...fake.surroundings,
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
    onSignedOut: () => {
      signedOut += 1
    },
  })
  return {
    ...fake,
    stream,
    states,
    events,
    signedOut: () => signedOut,
    saidStates: () => states.map(({ state }) => state),
  }
}

test('a stream is live when it is open, and gives what comes', () => {
  const { stream, sources, saidStates, events } = streamOf()
  stream.follow([{ topic: 'desktops' }])
  sources[0]?.say('open')
  sources[0]?.say('topic-state', { topic: 'desktops', state: 'live' })
  expect(saidStates()).toEqual(['live'])
  expect(events).toEqual([{ name: 'topic-state', data: { topic: 'desktops', state: 'live' } }])
})

test('another topic opens a second stream, and the first ends only when that is open', () => {
  const { stream, sources } = streamOf()
  stream.follow([{ topic: 'desktops' }])
  sources[0]?.say('open')
  stream.follow([{ topic: 'desktops' }, { topic: 'activity' }])
  expect(sources.map(({ closed }) => closed)).toEqual([false, false])
  sources[1]?.say('open')
  expect(sources.map(({ closed }) => closed)).toEqual([true, false])
})

test('what breaks is opened again after asking whether the session stands', async () => {
  const { stream, sources, pass, saidStates } = streamOf()
  stream.follow([{ topic: 'desktops' }])
  sources[0]?.say('open')
  sources[0]?.say('error')
  expect(saidStates()).toEqual(['live', 'reconnecting'])
  await pass(1000)
  sources[1]?.say('open')
  expect(sources).toHaveLength(2)
  expect(saidStates()).toEqual(['live', 'reconnecting', 'live'])
})

test('four failures in a row are offline, until it opens again', async () => {
  const { stream, sources, pass, saidStates } = streamOf()
  stream.follow([{ topic: 'desktops' }])
  for (const index of [0, 1, 2, 3]) {
    sources[index]?.say('error')
    await pass(10_000)
  }
  expect(saidStates().at(-1)).toBe('offline')
  sources[4]?.say('open')
  expect(saidStates().at(-1)).toBe('live')
})

test('a session that ended ends the stream, and is said once', async () => {
  const { stream, sources, pass, signedOut } = streamOf('signed-out')
  stream.follow([{ topic: 'desktops' }])
  sources[0]?.say('open')
  sources[0]?.say('error')
  await pass(60_000)
  expect(signedOut()).toBe(1)
  expect(sources).toHaveLength(1)
})

test('an address that never answers is given up and tried again', async () => {
  const { stream, sources, pass } = streamOf()
  stream.follow([{ topic: 'desktops' }])
  await pass(15_000)
  expect(sources[0]?.closed).toBe(true)
  await pass(1000)
  expect(sources).toHaveLength(2)
})

test('a connection that is lost without a word is noticed by the pings that do not come', async () => {
  const { stream, sources, pass, saidStates } = streamOf()
  stream.follow([{ topic: 'desktops' }])
  sources[0]?.say('open')
  sources[0]?.say('ping', { everyMs: 10_000 })
  await pass(24_000)
  // whatever comes is a sign of life
  sources[0]?.say('topic-state', { topic: 'desktops', state: 'live' })
  await pass(24_000)
  expect(saidStates()).toEqual(['live'])
  await pass(1_500)
  expect(saidStates()).toEqual(['live', 'reconnecting'])
  expect(sources[0]?.closed).toBe(true)
  sources[1]?.say('open')
  expect(saidStates()).toEqual(['live', 'reconnecting', 'live'])
})

test('with nothing left to follow the stream ends', () => {
  const { stream, sources } = streamOf()
  stream.follow([{ topic: 'desktops' }])
  sources[0]?.say('open')
  stream.follow([])
  expect(sources[0]?.closed).toBe(true)
})

test('events of a stream that was replaced do not count', () => {
  const { stream, sources, events } = streamOf()
  stream.follow([{ topic: 'desktops' }])
  sources[0]?.say('open')
  stream.follow([{ topic: 'activity' }])
  sources[1]?.say('open')
  sources[0]?.say('topic-state', { topic: 'desktops', state: 'live' })
  sources[0]?.say('error')
  expect(events).toEqual([])
  expect(sources).toHaveLength(2)
})

test('the stream asks from the earliest log line that any topic lacks', () => {
  expect(
    streamUrl([
      { topic: 'desktops' },
      { topic: 'work-request-log/a', after: 40 },
      { topic: 'work-request-log/b', after: 7 },
    ]),
  ).toBe('/api/events?topic=desktops&topic=work-request-log%2Fa&topic=work-request-log%2Fb&after=7')
  expect(streamUrl([{ topic: 'desktops' }])).toBe('/api/events?topic=desktops')
})

test('waiting doubles up to a quarter of a minute, of which half is chance', () => {
  expect([1, 2, 3, 10].map((failures) => retryDelay(failures, 0))).toEqual([250, 500, 1000, 7500])
  expect([1, 2, 3, 10].map((failures) => retryDelay(failures, 1))).toEqual([500, 1000, 2000, 15_000])
})

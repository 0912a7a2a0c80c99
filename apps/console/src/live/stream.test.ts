import { expect, test } from 'vitest'
import type { LiveEvent, StreamState } from './protocol.ts'
import { createStream, type SessionAnswer } from './stream.ts'
import { fakeSurroundings, pingEveryMs } from './testing.ts'
import { firstEventMs } from './watched-stream.ts'

function streamOf(session: SessionAnswer = 'signed-in') {
  const fake = fakeSurroundings(session)
  const states: StreamState[] = []
  const events: { event: LiveEvent; id: string | undefined }[] = []
  let signedOut = 0
  let topics: string[] = ['desktops']
  const stream = createStream({
    ...fake.surroundings,
    request: () => (topics.length > 0 ? { topics } : null),
    onEvent: (event, id) => events.push({ event, id }),
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
    words: () => states.map(({ state }) => state),
    follow: (...next: string[]) => {
      topics = next
      stream.reopen()
    },
  }
}

test('a stream is live with its first event, and gives what comes', () => {
  const { stream, last, words, events } = streamOf()
  stream.reopen()
  expect(words()).toEqual([])
  last().ping()
  expect(words()).toEqual(['live'])
  last().say('topic-state', { topic: 'desktops', state: 'live' }, 'v1')
  expect(events).toEqual([{ event: { name: 'topic-state', data: { topic: 'desktops', state: 'live' } }, id: 'v1' }])
})

test('another topic opens a second stream, and the first ends only when that gives an event', () => {
  const { follow, streams } = streamOf()
  follow('desktops')
  streams[0]?.ping()
  follow('desktops', 'activity')
  expect(streams.map(({ closed }) => closed)).toEqual([false, false])
  streams[1]?.ping()
  expect(streams.map(({ closed }) => closed)).toEqual([true, false])
})

test('what breaks is opened again while the session stands', async () => {
  const { stream, streams, last, pass, words } = streamOf()
  stream.reopen()
  last().ping()
  await pass(10_000)
  last().end({ why: 'broken' })
  await pass(500)
  expect(words()).toEqual(['live', 'reconnecting', 'reconnecting'])
  expect(streams).toHaveLength(2)
  last().ping()
  expect(words().at(-1)).toBe('live')
})

test('a stream that opens and stays silent while the BFF answers is blocked: the pages poll, and it is tried again slowly', async () => {
  const { stream, streams, last, pass, states } = streamOf()
  stream.reopen()
  await pass(firstEventMs)
  expect(streams[0]?.closed).toBe(true)
  expect(states.at(-1)).toMatchObject({ state: 'polling', retryAt: firstEventMs + 22_500 })
  await pass(22_000)
  expect(streams).toHaveLength(1)
  await pass(600)
  expect(streams).toHaveLength(2)
  last().ping()
  expect(states.at(-1)).toMatchObject({ state: 'live', retryAt: null })
})

test('streams that break at once, three times while the BFF answers, are blocked', async () => {
  const { stream, streams, last, pass, words } = streamOf()
  stream.reopen()
  for (const round of [1, 2, 3]) {
    last().end({ why: 'broken' })
    await pass(round < 3 ? 1_000 : 0)
  }
  expect(words()).toEqual(['reconnecting', 'reconnecting', 'polling'])
  expect(streams).toHaveLength(3)
})

test.for([6_000, 100])(
  'streams that give events and are cut after %i ms are not blocked, however often',
  async (ms) => {
    const { stream, last, pass, words } = streamOf()
    stream.reopen()
    for (let round = 0; round < 4; round++) {
      last().ping()
      await pass(ms)
      last().end({ why: 'broken' })
      await pass(2_000)
    }
    expect(words()).not.toContain('polling')
  },
)

test('what the BFF refuses is said in its words, and polled', async () => {
  const { stream, last, pass, states } = streamOf()
  stream.reopen()
  last().end({ why: 'refused', reason: 'A change was asked for from another site.' })
  await pass(0)
  expect(states.at(-1)).toMatchObject({ state: 'polling', reason: 'A change was asked for from another site.' })
})

test('a BFF that asks to wait is given the time', async () => {
  const { stream, streams, last, pass } = streamOf()
  stream.reopen()
  last().end({ why: 'busy', waitMs: 7_000 })
  await pass(6_900)
  expect(streams).toHaveLength(1)
  await pass(200)
  expect(streams).toHaveLength(2)
})

test('only when the BFF does not answer either, three times, it is offline; and live again with the first event', async () => {
  const { stream, last, pass, words, setSession } = streamOf('unreachable')
  stream.reopen()
  for (const round of [1, 2, 3]) {
    last().end({ why: 'broken' })
    await pass(round < 3 ? 2_000 : 0)
  }
  expect(words().at(-1)).toBe('offline')
  expect(words().indexOf('offline')).toBe(words().length - 1)
  setSession('signed-in')
  await pass(3_000)
  last().ping()
  expect(words().at(-1)).toBe('live')
})

test('a session that ended ends the stream, and is said once', async () => {
  const { stream, streams, last, pass, signedOut } = streamOf('signed-out')
  stream.reopen()
  last().ping()
  last().end({ why: 'broken' })
  await pass(60_000)
  expect(signedOut()).toBe(1)
  expect(streams).toHaveLength(1)
})

test('a stream that answers 401 is signed out without asking again', () => {
  const { stream, last, signedOut } = streamOf()
  stream.reopen()
  last().end({ why: 'signed-out' })
  expect(signedOut()).toBe(1)
})

test('a connection that is lost without a word is noticed by the pings that do not come', async () => {
  const { stream, streams, last, pass, words } = streamOf()
  stream.reopen()
  last().ping()
  await pass(2.4 * pingEveryMs)
  // whatever comes is a sign of life
  last().say('topic-state', { topic: 'desktops', state: 'live' })
  await pass(2.4 * pingEveryMs)
  expect(words()).toEqual(['live'])
  await pass(0.2 * pingEveryMs)
  expect(words().slice(0, 2)).toEqual(['live', 'reconnecting'])
  expect(streams[0]?.closed).toBe(true)
  last().ping()
  expect(words().at(-1)).toBe('live')
})

test('a check opens at once what waits, and replaces a stream whose ping is overdue', async () => {
  const { stream, streams, last, pass, sleep } = streamOf()
  stream.reopen()
  await pass(firstEventMs)
  stream.check()
  expect(streams).toHaveLength(2)
  last().ping()
  stream.check()
  await pass(0)
  expect(streams).toHaveLength(2)
  sleep(2 * pingEveryMs)
  stream.check()
  expect(streams).toHaveLength(3)
})

test('a check of a live stream finds out that the session has ended', async () => {
  const { stream, last, pass, signedOut, setSession } = streamOf()
  stream.reopen()
  last().ping()
  setSession('signed-out')
  stream.check()
  await pass(0)
  expect(signedOut()).toBe(1)
  expect(last().closed).toBe(true)
})

test('with nothing left to follow the stream ends', () => {
  const { follow, streams } = streamOf()
  follow('desktops')
  streams[0]?.ping()
  follow()
  expect(streams[0]?.closed).toBe(true)
})

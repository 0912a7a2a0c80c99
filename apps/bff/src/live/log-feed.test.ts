import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { createLogArchive, type FoundLine, type LogArchive, type LogKey } from './log-archive.ts'
import { startLogFeed, type LogFeed } from './log-feed.ts'
import type { LiveEvent } from './source.ts'

const keyOf = (name: string): LogKey => ({ connectionId: 'frankfurt', service: 'desktops', workRequestId: name })
const line = (text: string): FoundLine => ({
  kind: 'log',
  at: '2026-11-22T10:00:00.000Z',
  code: null,
  text,
  ordinal: 0,
})

let store: Store
let archive: LogArchive
const feeds: LogFeed[] = []

beforeEach(async () => {
  store = await openStore(await database.create())
  archive = createLogArchive(store)
})

afterEach(async () => {
  for (const feed of feeds.splice(0)) feed.close()
  await archive.close()
  await store.close()
  await database.remove()
})

function follow(name: string, after = 0, ready: () => Promise<void> = () => Promise.resolve()) {
  const heard: { text: string; id: string }[] = []
  const events: LiveEvent[] = []
  const feed = startLogFeed({
    archive,
    topic: name,
    key: keyOf(name),
    after,
    ready,
    broken: (error) => {
      throw error
    },
    deliver(delivered) {
      events.push(...delivered)
      for (const { event, id = '', data } of delivered)
        if (event === 'work-request-log') heard.push(...data.lines.map(({ text }) => ({ text, id })))
    },
  })
  feeds.push(feed)
  return { heard, events, feed, texts: () => heard.map(({ text }) => text) }
}

test('lines come once each and in order, those from before and those that are written meanwhile', async () => {
  await archive.append(keyOf('one'), [line('a'), line('b')])
  const { texts } = follow('one')
  await Promise.all(['c', 'd', 'e', 'f'].map((text) => archive.append(keyOf('one'), [line(text)])))
  await vi.waitFor(() => expect(texts()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']))
})

test('a reconnect after the last id has no gap and no repetition', async () => {
  const letters = Array.from({ length: 50 }, (_, place) => `line ${place}`)
  for (const text of letters) await archive.append(keyOf('one'), [line(text)])
  const first = follow('one')
  await vi.waitFor(() => expect(first.heard.length).toBeGreaterThan(0))
  first.feed.close()
  const received = first.texts()
  await archive.append(keyOf('one'), [line('the last')])
  const second = follow('one', Number(first.heard.at(-1)?.id))
  await vi.waitFor(() => expect([...received, ...second.texts()]).toEqual([...letters, 'the last']))
})

test('the id of each event is the sequence of its last line', async () => {
  const { heard } = follow('one')
  for (let place = 0; place < 20; place++) {
    await archive.append(keyOf(place % 2 === 0 ? 'one' : 'two'), [line(`${place}`)])
    // Lines that are written in between would come in one event.
    await vi.waitFor(() => expect(heard).toHaveLength(Math.floor(place / 2) + 1))
  }
  expect(heard.map(({ id }) => Number(id))).toEqual(Array.from({ length: 10 }, (_, place) => 2 * place + 1))
})

test('a resume point that the archive does not have resets the log: it comes whole, after the mark', async () => {
  await archive.append(keyOf('one'), [line('a')])
  await archive.append(keyOf('two'), [line('theirs')])
  for (const after of [2, 3]) {
    const { events, texts } = follow('one', after)
    await vi.waitFor(() => expect(texts()).toEqual(['a']))
    expect(events.map(({ data }) => 'reset' in data && data.reset)).toEqual([true, false])
  }
})

test('the lines of other logs are not delivered', async () => {
  const { texts } = follow('one')
  await archive.append(keyOf('two'), [line('theirs')])
  await archive.append(keyOf('one'), [line('ours')])
  await vi.waitFor(() => expect(texts()).toEqual(['ours']))
})

test('a long log goes out in events of at most 500 lines, no faster than it is received', async () => {
  await archive.append(
    keyOf('one'),
    Array.from({ length: 6_000 }, (_, place) => line(`line ${place}`)),
  )
  const { promise: isReady, resolve: becomeReady } = Promise.withResolvers<void>()
  const { events, heard } = follow('one', 0, () => isReady)
  await wait(20)
  expect(heard).toHaveLength(0)
  becomeReady()
  await vi.waitFor(() => expect(heard).toHaveLength(6_000))
  expect(events.every(({ event, data }) => event === 'work-request-log' && data.lines.length <= 500)).toBe(true)
})

test('events that follow a line are delivered after it', async () => {
  const { feed, events } = follow('one')
  await archive.append(keyOf('one'), [line('the last')])
  feed.follow([
    { event: 'topic-state', data: { topic: 'one', state: 'ended', reason: null, opcRequestId: null, readAt: null } },
  ])
  await vi.waitFor(() => expect(events.map(({ event }) => event)).toEqual(['work-request-log', 'topic-state']))
})

import * as contract from '@gatehouse/contract'
import type { LogLine } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { createHub, type Tab } from './hub.ts'
import type { Following, FromHub } from './protocol.ts'
import { topicMaxLength, topicsPerStream } from './topics.ts'
import { fakeSurroundings } from './testing.ts'

const log = 'work-request-log/frankfurt/desktops/one'
const line = (sequence: number): LogLine => ({
  sequence,
  number: sequence,
  at: '2026-11-22T10:00:00Z',
  kind: 'log',
  code: null,
  text: 'x',
})

function hubOf() {
  const fake = fakeSurroundings()
  const hub = createHub(fake.surroundings)
  const newTab = () => {
    const heard: FromHub[] = []
    const tab: Tab = { post: (message) => heard.push(message) }
    const follow = (...following: Following[]) => hub.receive(tab, { type: 'follow', following })
    const events = () => heard.flatMap((message) => (message.type === 'event' ? message.event : []))
    return { tab, heard, follow, events }
  }
  const open = async () => {
    await fake.pass(100)
    fake.last().ping()
    return fake.last()
  }
  return { ...fake, hub, newTab, open }
}

const failing = { topic: 'desktops', state: 'failing', reason: 'OCI is away.' }

test('two tabs share one stream, and each hears what it follows', async () => {
  const { newTab, open, streams } = hubOf()
  const [first, second] = [newTab(), newTab()]
  first.follow({ topic: 'desktops' })
  second.follow({ topic: 'activity' })
  const stream = await open()
  stream.say('topic-state', { topic: 'activity', state: 'live' })
  expect(streams).toHaveLength(1)
  expect(stream.request.topics).toEqual(['desktops', 'activity'])
  expect(first.events()).toEqual([])
  expect(second.events()).toHaveLength(1)
})

test('the first message of a tab is answered with the state', () => {
  const { newTab } = hubOf()
  const tab = newTab()
  tab.follow({ topic: 'desktops' })
  expect(tab.heard).toMatchObject([{ type: 'state', state: 'reconnecting' }])
})

test('a topic that stays is not repeated when another one is added', async () => {
  const { newTab, open } = hubOf()
  const tab = newTab()
  tab.follow({ topic: 'desktop-pool/frankfurt/one' })
  const stream = await open()
  stream.say('desktop-pool', { topic: 'desktop-pool/frankfurt/one' }, 'v1')
  tab.follow({ topic: 'desktop-pool/frankfurt/one' }, { topic: 'activity' })
  expect((await open()).request).toEqual({
    topics: ['desktop-pool/frankfurt/one', 'activity'],
    lastEventIds: { 'desktop-pool/frankfurt/one': 'v1' },
  })
})

test('a stream that breaks repeats nothing: it names the latest version of each topic', async () => {
  const { newTab, open, last, pass } = hubOf()
  newTab().follow({ topic: 'desktop-pool/frankfurt/one' }, { topic: log, after: 3 })
  const stream = await open()
  stream.say('desktop-pool', { topic: 'desktop-pool/frankfurt/one' }, 'v1')
  stream.say('desktop-pool', { topic: 'desktop-pool/frankfurt/one' }, 'v2')
  stream.say('work-request-log', { topic: log, lines: [line(4), line(5)], reset: false }, '5')
  stream.end({ why: 'broken' })
  await pass(1_000)
  expect(last().request.lastEventIds).toEqual({ 'desktop-pool/frankfurt/one': 'v2', [log]: '5' })
})

test('an event without a version makes the version before it void', async () => {
  const { newTab, open, last, pass } = hubOf()
  newTab().follow({ topic: 'desktops' })
  const stream = await open()
  stream.say('desktops', { topic: 'desktops' }, 'v1')
  stream.say('topic-state', { topic: 'desktops', state: 'live' })
  stream.say('desktops', { topic: 'desktops' })
  stream.end({ why: 'broken' })
  await pass(1_000)
  expect(last().request.lastEventIds).toEqual({})
})

test('a tab that joins a topic has it told from the beginning', async () => {
  const { newTab, open, streams } = hubOf()
  newTab().follow({ topic: 'desktops' })
  const stream = await open()
  stream.say('desktops', { topic: 'desktops' }, 'v1')
  newTab().follow({ topic: 'desktops' })
  await open()
  expect(streams.map(({ request, closed }) => [request.lastEventIds, closed])).toEqual([
    [{}, true],
    [{}, false],
  ])
})

test('each log resumes after the last line that every tab has of it', async () => {
  const { newTab, open } = hubOf()
  const other = 'work-request-log/frankfurt/desktops/other'
  const first = newTab()
  first.follow({ topic: log, after: 10 })
  const stream = await open()
  stream.say('work-request-log', { topic: log, lines: [line(11), line(12)], reset: false }, '12')
  first.follow({ topic: log, after: 10 }, { topic: other, after: 0 })
  expect((await open()).request.lastEventIds).toEqual({ [log]: '12', [other]: '0' })
  newTab().follow({ topic: log, after: 11 })
  expect((await open()).request.lastEventIds).toEqual({ [log]: '11', [other]: '0' })
})

test('a log that was reset resumes from its new beginning', async () => {
  const { newTab, open, last, pass } = hubOf()
  newTab().follow({ topic: log, after: 500 })
  const stream = await open()
  stream.say('work-request-log', { topic: log, lines: [], reset: true }, '0')
  stream.say('work-request-log', { topic: log, lines: [line(7)], reset: false }, '7')
  stream.end({ why: 'broken' })
  await pass(1_000)
  expect(last().request.lastEventIds).toEqual({ [log]: '7' })
})

test('a topic that ended is not asked for again, until a tab opens it anew', async () => {
  const { newTab, open } = hubOf()
  const first = newTab()
  first.follow({ topic: log, after: 0 })
  const stream = await open()
  stream.say('topic-state', { topic: log, state: 'ended' })
  first.follow({ topic: log, after: 0 }, { topic: 'desktops' })
  expect((await open()).request.topics).toEqual(['desktops'])
  newTab().follow({ topic: log, after: 0 })
  expect((await open()).request.topics).toContain(log)
})

test('a page that follows a topic which fails is told at once, as long as the topic is on the stream', async () => {
  const { newTab, open, pass } = hubOf()
  const [tab, later, muchLater] = [newTab(), newTab(), newTab()]
  tab.follow({ topic: 'desktops' })
  const stream = await open()
  stream.say('topic-state', failing)
  tab.follow()
  later.follow({ topic: 'desktops' })
  expect(later.events()).toMatchObject([{ data: failing }])
  later.follow()
  await pass(11_000)
  muchLater.follow({ topic: 'desktops' })
  expect(muchLater.events()).toEqual([])
})

test('after a sleep the stream is opened anew at once', async () => {
  const { newTab, open, streams, sleep, pass } = hubOf()
  newTab().follow({ topic: 'desktops' })
  await open()
  sleep(60_000)
  await pass(0)
  expect(streams).toHaveLength(2)
})

test('a page that follows a page does not break the stream in between', async () => {
  const { newTab, open, streams, pass } = hubOf()
  const tab = newTab()
  tab.follow({ topic: 'desktops' })
  await open()
  tab.follow()
  await pass(1000)
  expect(streams[0]?.closed).toBe(false)
  await pass(10_000)
  expect(streams[0]?.closed).toBe(true)
})

test('a tab that is gone is forgotten', async () => {
  const { hub, newTab, open, streams, pass } = hubOf()
  const { tab, follow } = newTab()
  follow({ topic: 'desktops' })
  await open()
  hub.leave(tab)
  await pass(10_000)
  expect(streams[0]?.closed).toBe(true)
})

test('of too many topics the latest are followed, and the others are told so', async () => {
  const { newTab, open } = hubOf()
  const tab = newTab()
  tab.follow(
    ...Array.from({ length: topicsPerStream + 1 }, (_, index) => ({ topic: `desktop-pool/frankfurt/${index}` })),
  )
  const stream = await open()
  expect(stream.request.topics).toHaveLength(topicsPerStream)
  expect(tab.events()).toMatchObject([
    { name: 'topic-state', data: { topic: 'desktop-pool/frankfurt/0', state: 'refused' } },
  ])
})

test('a topic that is too long for the stream costs only itself', async () => {
  const { newTab, open } = hubOf()
  const tab = newTab()
  tab.follow({ topic: 'x'.repeat(topicMaxLength + 1) }, { topic: 'desktops' })
  expect((await open()).request.topics).toEqual(['desktops'])
  expect(tab.events()).toMatchObject([{ data: { state: 'refused' } }])
})

test('a stream takes as many topics, as long, as the contract allows', () => {
  expect([topicsPerStream, topicMaxLength]).toEqual([contract.topicsPerStream, contract.topicMaxLength])
})

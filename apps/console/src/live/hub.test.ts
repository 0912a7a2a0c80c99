import { topicsPerStream as contractTopicsPerStream, type LogLine } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { createHub, topicsPerStream, type Tab } from './hub.ts'
import type { Following, FromHub } from './protocol.ts'
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
    const source = fake.sources.at(-1)
    source?.say('open')
    return source
  }
  return { ...fake, hub, newTab, open }
}

test('two tabs share one stream, and each hears what it follows', async () => {
  const { newTab, open, sources } = hubOf()
  const [first, second] = [newTab(), newTab()]
  first.follow({ topic: 'desktops' })
  second.follow({ topic: 'activity' })
  const source = await open()
  source?.say('topic-state', { topic: 'activity', state: 'live' })
  expect(sources).toHaveLength(1)
  expect(source?.url).toBe('/api/events?topic=desktops&topic=activity')
  expect(first.events()).toEqual([])
  expect(second.events()).toHaveLength(1)
})

test('a tab that joins a topic has it told from the beginning', async () => {
  const { newTab, open, sources } = hubOf()
  newTab().follow({ topic: 'desktops' })
  await open()
  newTab().follow({ topic: 'desktops' })
  await open()
  expect(sources.map(({ url, closed }) => [url, closed])).toEqual([
    ['/api/events?topic=desktops', true],
    ['/api/events?topic=desktops', false],
  ])
})

test('a stream that is opened anew goes on after the last log line that every tab has', async () => {
  const { newTab, open } = hubOf()
  const first = newTab()
  first.follow({ topic: log, after: 10 })
  const source = await open()
  source?.say('work-request-log', { topic: log, lines: [line(11), line(12)] })
  first.follow({ topic: log, after: 10 }, { topic: 'desktops' })
  expect((await open())?.url).toContain('after=12')
  newTab().follow({ topic: log, after: 11 })
  expect((await open())?.url).toContain('after=11')
})

test('a topic that ended is not asked for again, until somebody opens it anew', async () => {
  const { newTab, open } = hubOf()
  const first = newTab()
  first.follow({ topic: log, after: 0 })
  const source = await open()
  source?.say('topic-state', { topic: log, state: 'ended' })
  first.follow({ topic: log, after: 0 }, { topic: 'desktops' })
  expect((await open())?.url).toBe('/api/events?topic=desktops')
  newTab().follow({ topic: log, after: 0 })
  expect((await open())?.url).toContain('work-request-log')
})

test('a page that follows a page does not break the stream in between', async () => {
  const { newTab, open, sources, pass } = hubOf()
  const tab = newTab()
  tab.follow({ topic: 'desktops' })
  await open()
  tab.follow()
  await pass(1000)
  expect(sources[0]?.closed).toBe(false)
  await pass(10_000)
  expect(sources[0]?.closed).toBe(true)
})

test('a tab that is gone is forgotten', async () => {
  const { hub, newTab, open, sources, pass } = hubOf()
  const { tab, follow } = newTab()
  follow({ topic: 'desktops' })
  await open()
  hub.leave(tab)
  await pass(10_000)
  expect(sources[0]?.closed).toBe(true)
})

test('of too many topics the latest are followed, and the others are told so', async () => {
  const { newTab, open } = hubOf()
  const tab = newTab()
  tab.follow(
    ...Array.from({ length: topicsPerStream + 1 }, (_, index) => ({ topic: `desktop-pool/frankfurt/${index}` })),
  )
  const source = await open()
  expect(new URLSearchParams(source?.url.split('?')[1]).getAll('topic')).toHaveLength(topicsPerStream)
  expect(tab.events()).toMatchObject([
    { name: 'topic-state', data: { topic: 'desktop-pool/frankfurt/0', state: 'failing' } },
  ])
})

test('a stream takes as many topics as the contract allows', () => {
  expect(topicsPerStream).toBe(contractTopicsPerStream)
})

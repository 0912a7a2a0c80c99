import type { LogLine } from '@gatehouse/contract'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { workRequestEvents } from './live.ts'
import { workRequestLogQuery, type WorkRequestLog } from './queries.ts'

const place = { connectionId: 'frankfurt', service: 'desktops', id: 'one' }
const topic = 'work-request-log/frankfurt/desktops/one'

const line = (number: number, sequence = number * 10): LogLine => ({
  sequence,
  number,
  at: '2026-11-22T10:00:00Z',
  kind: 'log',
  code: null,
  text: `line ${number}`,
})

/** A page that shows lines 1 to 3 of a log. */
function pageOf() {
  const client = new QueryClient()
  const query = workRequestLogQuery(place)
  const shown: WorkRequestLog = { lines: [line(1), line(2), line(3)], ended: false, resets: 0, rereadTo: null }
  // the observer of a page gives the query its options
  client.getQueryCache().build(client, client.defaultQueryOptions(query)).setData(shown)
  const log = () => client.getQueryData(query.queryKey)
  const hear = (lines: LogLine[], reset = false) =>
    workRequestEvents['work-request-log'](client, { topic, lines, reset })
  return { client, query, log, hear, numbers: () => log()?.lines.map(({ number }) => number) }
}

test('lines that come are appended, and those that come again are not doubled', () => {
  const { hear, numbers, log } = pageOf()
  hear([line(3), line(4)])
  expect(numbers()).toEqual([1, 2, 3, 4])
  expect(log()).toMatchObject({ resets: 0, rereadTo: null })
})

test('when the archive went back, the lines are those that it has, and the log says up to where it had been read', () => {
  const { hear, numbers, log } = pageOf()
  hear([], true)
  expect(log()).toEqual({ lines: [], ended: false, resets: 1, rereadTo: 3 })
  hear([line(1, 4), line(2, 5)])
  expect(numbers()).toEqual([1, 2])
  expect(log()?.lines.map(({ sequence }) => sequence)).toEqual([4, 5])
})

test('a read that began before the archive went back does not bring the old lines again', () => {
  const { client, query, hear, numbers, log } = pageOf()
  const old = log()
  hear([line(1, 4)], true)
  client.setQueryData(query.queryKey, old)
  expect(numbers()).toEqual([1])
  expect(log()?.rereadTo).toBe(3)
})

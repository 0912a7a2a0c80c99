import { expect, test } from 'vitest'
import type { LogEntry } from './log-entry.ts'
import { cutAt, findMatches, neighbour, toRows } from './log-rows.ts'

const entry = (number: number, text = `line ${number}`, code: string | null = null): LogEntry => ({
  sequence: number * 10,
  number,
  at: '2026-11-22T10:00:00Z',
  kind: code ? 'error' : 'log',
  code,
  text,
})

test('a whole log has a row for each line and no gap', () => {
  expect(toRows([entry(1), entry(2)], { matches: null, rereadTo: null }).map(({ kind }) => kind)).toEqual([
    'line',
    'line',
  ])
})

test('missing lines are marked where they are missing', () => {
  expect(toRows([entry(3), entry(4), entry(8)], { matches: null, rereadTo: null })).toMatchObject([
    { kind: 'gap', from: 1, to: 2 },
    { kind: 'line' },
    { kind: 'line' },
    { kind: 'gap', from: 5, to: 7 },
    { kind: 'line' },
  ])
})

test('the end of the lines that were read again is marked, also when fewer came back', () => {
  const kinds = (numbers: number[]) =>
    toRows(
      numbers.map((number) => entry(number)),
      { matches: null, rereadTo: 2 },
    ).map(({ kind }) => kind)
  expect(kinds([1, 2, 3])).toEqual(['line', 'line', 'reread', 'line'])
  expect(kinds([1])).toEqual(['line', 'reread'])
  expect(kinds([])).toEqual(['reread'])
})

test('a filter leaves only the lines that match', () => {
  expect(toRows([entry(1), entry(2), entry(3)], { matches: new Set([20]), rereadTo: 2 })).toMatchObject([
    { entry: { number: 2 } },
  ])
})

test('a search finds words in text and error codes, whatever their case', () => {
  const entries = [entry(1, 'Stopping desktop'), entry(2, 'Refused', 'InternalServerError'), entry(3, 'stopped')]
  expect(findMatches(entries, 'STOP')).toEqual([10, 30])
  expect(findMatches(entries, 'servererror')).toEqual([20])
})

test('an empty search finds nothing', () => {
  expect(findMatches([entry(1)], '  ')).toEqual([])
})

test('the next match after the last is the first, the one before the first the last', () => {
  expect(neighbour([10, 30, 50], 50, 1)).toBe(10)
  expect(neighbour([10, 30, 50], 10, -1)).toBe(50)
  expect(neighbour([10, 30, 50], 20, 1)).toBe(30)
  expect(neighbour([10, 30, 50], null, -1)).toBe(50)
  expect(neighbour([], 10, 1)).toBeUndefined()
})

test('a text is cut around each occurrence of the words', () => {
  expect(cutAt('Stop and stop', 'stop')).toEqual(['', 'Stop', ' and ', 'stop', ''])
  expect(cutAt('nothing', '')).toEqual(['nothing'])
})

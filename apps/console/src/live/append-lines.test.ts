import type { LogLine } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { appendLines } from './append-lines.ts'

/** Sequences grow over all logs, so this log's are not its numbers. */
const line = (number: number): LogLine => ({
  sequence: number * 10,
  number,
  at: '2026-11-22T10:00:00Z',
  kind: 'log',
  code: null,
  text: `line ${number}`,
})
const lines = (...numbers: number[]) => numbers.map(line)
const numbers = (log: readonly LogLine[]) => log.map(({ number }) => number)

test('lines that follow are appended', () => {
  const { lines: log, gapAfter } = appendLines(lines(1, 2), lines(3, 4))
  expect(numbers(log)).toEqual([1, 2, 3, 4])
  expect(gapAfter).toBeNull()
})

test('lines sent again after a reconnect are not doubled', () => {
  const { lines: log, gapAfter } = appendLines(lines(1, 2, 3), lines(2, 3, 4))
  expect(numbers(log)).toEqual([1, 2, 3, 4])
  expect(gapAfter).toBeNull()
})

test('a line twice in one batch stands once', () => {
  expect(numbers(appendLines([], lines(1, 1, 2, 2)).lines)).toEqual([1, 2])
})

test('lines out of order are put in order', () => {
  expect(numbers(appendLines(lines(1), lines(3, 2)).lines)).toEqual([1, 2, 3])
})

test('missing lines are noticed, and filled in when they are fetched', () => {
  const broken = appendLines(lines(1, 2), lines(5, 6))
  expect(broken.gapAfter).toBe(20)
  const mended = appendLines(broken.lines, lines(3, 4, 5))
  expect(numbers(mended.lines)).toEqual([1, 2, 3, 4, 5, 6])
  expect(mended.gapAfter).toBeNull()
})

test('a log whose beginning is missing is asked for from the first line', () => {
  expect(appendLines([], lines(4, 5)).gapAfter).toBe(0)
})

test('two holes are named one after the other', () => {
  const broken = appendLines(lines(1), lines(3, 5))
  expect(broken.gapAfter).toBe(10)
  expect(appendLines(broken.lines, lines(2)).gapAfter).toBe(30)
})

test('nothing arrived is no gap', () => {
  expect(appendLines([], [])).toEqual({ lines: [], gapAfter: null })
})

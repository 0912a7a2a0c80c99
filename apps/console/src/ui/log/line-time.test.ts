import { expect, test } from 'vitest'
import { lineTime } from './line-time.ts'

const at = '2026-11-22T10:04:07.300Z'

test('UTC shows month, day and time of day', () => {
  expect(lineTime(at, 'utc', null)).toBe('11-22 10:04:07')
})

test('elapsed counts from the start of the work', () => {
  expect(lineTime(at, 'elapsed', '2026-11-22T10:00:00Z')).toBe('+00:04:07.3')
})

test('a line from before the start counts backwards', () => {
  expect(lineTime('2026-11-22T09:59:59Z', 'elapsed', '2026-11-22T10:00:00Z')).toBe('-00:00:01.0')
})

test('no times means none, and so does a time that cannot be read', () => {
  expect(lineTime(at, 'none', null)).toBe('')
  expect(lineTime('yesterday', 'utc', null)).toBe('')
})

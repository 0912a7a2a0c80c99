import { expect, test } from 'vitest'
import { defaultPace as pace, nextWaitMs } from './pace.ts'

test('what changed is looked at again soon', () => {
  expect(nextWaitMs(pace, pace.slowMs, 'changed')).toBe(pace.fastMs)
})

test('what moves is looked at fast for as long as it moves', () => {
  expect(nextWaitMs(pace, pace.fastMs, 'moving')).toBe(pace.fastMs)
})

test('the wait grows while nothing happens, up to the slow pace and no further', () => {
  const waits: number[] = []
  for (let wait = pace.fastMs; waits.length < 10;) waits.push((wait = nextWaitMs(pace, wait, 'calm')))
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
  expect(waits[0]).toBeGreaterThan(pace.fastMs)
  expect(waits.at(-1)).toBe(pace.slowMs)
})

test('each failure doubles the wait, and it never gets longer than the longest', () => {
  expect(nextWaitMs(pace, 1_000, 'failed')).toBe(2_000)
  expect(nextWaitMs(pace, 20_000, 'failed')).toBe(pace.failingMs)
})

import { expect, test } from 'vitest'
import { defaultInventoryPace as pace, nextIntervalMs, type PlacePaceInput } from './pace.ts'

const next = (more: Partial<PlacePaceInput>) =>
  nextIntervalMs({
    pace,
    outcome: 'calm',
    previousMs: pace.calmMs,
    isAttended: false,
    places: 400,
    seenWithinMs: undefined,
    ...more,
  })

/** The intervals of one read after the other with the same outcome. */
function series(outcome: PlacePaceInput['outcome'], count: number, more: Partial<PlacePaceInput> = {}) {
  const intervals: number[] = []
  for (let previousMs = more.previousMs ?? pace.movingMs; intervals.length < count; previousMs = intervals.at(-1) ?? 0)
    intervals.push(Math.round(next({ ...more, outcome, previousMs })))
  return intervals
}

test('a place where something changed is read again soon, and less and less often when it calms down', () => {
  expect(next({ outcome: 'changed' })).toBe(2_500)
  expect(series('calm', 5)).toEqual([5_000, 10_000, 20_000, 30_000, 30_000])
})

test('a place where something is in transition is read every two to three seconds', () => {
  expect(series('moving', 3)).toEqual([2_500, 2_500, 2_500])
})

test('an empty place is read less and less often, up to five minutes', () => {
  expect(series('empty', 5, { previousMs: 15_000 })).toEqual([30_000, 60_000, 120_000, 240_000, 300_000])
})

test('a place with an open page is read at least every five seconds', () => {
  expect(next({ isAttended: true })).toBe(5_000)
  expect(next({ isAttended: true, outcome: 'empty' })).toBe(5_000)
})

test('where a new item must be seen in time, no jitter exceeds the bound', () => {
  expect(next({ seenWithinMs: 15_000 }) * 1.1).toBeLessThanOrEqual(15_000)
  expect(next({ outcome: 'empty', previousMs: 300_000, seenWithinMs: 120_000 }) * 1.1).toBeLessThanOrEqual(120_000)
})

test('few places are read more often, because that costs little', () => {
  expect(next({ places: 16, previousMs: 8_000 })).toBe(8_000)
  expect(next({ places: 16, outcome: 'empty', previousMs: 8_000 })).toBe(8_000)
})

test('a failing place is read less and less often, up to a bound', () => {
  expect(series('failed', 5)).toEqual([5_000, 10_000, 20_000, 30_000, 30_000])
})

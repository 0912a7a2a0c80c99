import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createThrottle } from './throttle.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first value passes at once, and the last of those that follow within the time', () => {
  const seen: string[] = []
  const throttle = createThrottle<string>(100, (value) => seen.push(value))
  for (const value of ['p', 'po', 'poo']) throttle.push(value)
  expect(seen).toEqual(['p'])
  vi.advanceTimersByTime(100)
  expect(seen).toEqual(['p', 'poo'])
})

test('a value after a pause passes at once', () => {
  const seen: string[] = []
  const throttle = createThrottle<string>(100, (value) => seen.push(value))
  throttle.push('p')
  vi.advanceTimersByTime(100)
  throttle.push('pool')
  expect(seen).toEqual(['p', 'pool'])
})

test('values that keep coming pass once in that time', () => {
  const seen: number[] = []
  const throttle = createThrottle<number>(100, (value) => seen.push(value))
  for (let value = 0; value < 10; value++) {
    throttle.push(value)
    vi.advanceTimersByTime(50)
  }
  expect(seen).toEqual([0, 1, 3, 5, 7, 9])
})

test('what waits can be dropped', () => {
  const seen: string[] = []
  const throttle = createThrottle<string>(100, (value) => seen.push(value))
  throttle.push('p')
  throttle.push('po')
  throttle.cancel()
  vi.advanceTimersByTime(100)
  expect(seen).toEqual(['p'])
})

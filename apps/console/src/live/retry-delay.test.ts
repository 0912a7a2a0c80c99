import { expect, test } from 'vitest'
import { blockedRetryDelay, retryDelay } from './retry-delay.ts'

test('waiting doubles up to a quarter of a minute, of which half is chance', () => {
  expect([1, 2, 3, 10].map((failures) => retryDelay(failures, 0))).toEqual([250, 500, 1000, 7500])
  expect([1, 2, 3, 10].map((failures) => retryDelay(failures, 1))).toEqual([500, 1000, 2000, 15_000])
})

test('a blocked stream is tried again every 15 to 30 seconds', () => {
  expect([0, 1].map(blockedRetryDelay)).toEqual([15_000, 30_000])
})

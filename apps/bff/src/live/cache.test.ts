import { expect, test } from 'vitest'
import { createCache } from './cache.ts'

test('a read is cached for a while, and concurrent callers share it', async () => {
  let now = 0
  let reads = 0
  const cache = createCache<number>(100, () => now)
  const read = () => Promise.resolve((reads += 1))
  expect(await Promise.all([cache.getOrRead('a', read), cache.getOrRead('a', read)])).toEqual([1, 1])
  now = 99
  expect(await cache.getOrRead('a', read)).toBe(1)
  now = 100
  expect(await cache.getOrRead('a', read)).toBe(2)
})

test('a failed read is not cached', async () => {
  const cache = createCache<number>(100)
  await expect(cache.getOrRead('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await cache.getOrRead('a', () => Promise.resolve(1))).toBe(1)
})

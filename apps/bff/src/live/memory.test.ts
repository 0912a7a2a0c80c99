import { expect, test } from 'vitest'
import { createMemory } from './memory.ts'

test('what was read is kept for a while, and read once for all who ask meanwhile', async () => {
  let now = 0
  let reads = 0
  const memory = createMemory<number>(100, () => now)
  const read = () => Promise.resolve((reads += 1))
  expect(await Promise.all([memory.recall('a', read), memory.recall('a', read)])).toEqual([1, 1])
  now = 99
  expect(await memory.recall('a', read)).toBe(1)
  now = 100
  expect(await memory.recall('a', read)).toBe(2)
})

test('a failure is not kept', async () => {
  const memory = createMemory<number>(100)
  await expect(memory.recall('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await memory.recall('a', () => Promise.resolve(1))).toBe(1)
})

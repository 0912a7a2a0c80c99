import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLimit } from './limit.ts'

test('no more tasks run at a time than the limit allows, and each has its turn in order', async () => {
  const limit = createLimit(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  await Promise.all(
    [1, 2, 3, 4, 5].map((task) =>
      limit(async () => {
        begun.push(task)
        most = Math.max(most, (running += 1))
        await wait(5)
        running -= 1
      }),
    ),
  )
  expect(most).toBe(2)
  expect(begun).toEqual([1, 2, 3, 4, 5])
})

test('a task that fails gives its place on', async () => {
  const limit = createLimit(1)
  await expect(limit(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  await expect(limit(() => Promise.resolve('done'))).resolves.toBe('done')
})

import { expect, test } from 'vitest'
import { createRefresh } from './refresh.ts'

test('refreshes asked for while a read is running are one further read', async () => {
  const reads: string[][] = []
  const { promise: firstRead, resolve: finishFirst } = Promise.withResolvers<void>()
  const refresh = createRefresh((rooms) => {
    reads.push([...rooms])
    return reads.length === 1 ? firstRead : Promise.resolve()
  })
  const all = refresh(['desktops'])
  void refresh(['desktops', 'activity'])
  void refresh(['access-requests'])
  void refresh(['activity'])
  expect(reads).toEqual([['desktops']])

  finishFirst()
  await all
  expect(reads).toEqual([['desktops'], ['desktops', 'activity', 'access-requests']])
})

test('a read that fails does not keep later ones from being made', async () => {
  let reads = 0
  const refresh = createRefresh(() => {
    reads += 1
    return Promise.reject(new Error('no'))
  })
  await refresh(['desktops'])
  await refresh(['desktops'])
  expect(reads).toBe(2)
})

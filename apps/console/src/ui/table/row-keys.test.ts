import { expect, test } from 'vitest'
import { nextIndex } from './row-keys.ts'

test.for([
  ['ArrowDown', 4, 5],
  ['j', 4, 5],
  ['ArrowUp', 4, 3],
  ['k', 4, 3],
  ['Home', 4, 0],
  ['End', 4, 99],
  ['PageDown', 4, 14],
  ['PageUp', 4, 0],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
] as const)('%s on row %d leads to row %d of a hundred', ([key, from, to]) => {
  expect(nextIndex(key, from, 100, 10)).toBe(to)
})

test('other keys, and keys in an empty table, lead nowhere', () => {
  expect(nextIndex('x', 4, 100, 10)).toBeNull()
  expect(nextIndex('ArrowDown', 0, 0, 10)).toBeNull()
})

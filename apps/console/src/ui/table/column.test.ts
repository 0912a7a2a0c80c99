import { expect, test } from 'vitest'
import { compareValues, leastWidth } from './column.ts'

test('pool 9 comes before pool 10, whatever the case', () => {
  expect(['pool 10', 'Pool 9', 'pool 1'].toSorted(compareValues)).toEqual(['pool 1', 'Pool 9', 'pool 10'])
})

test('numbers sort by size', () => {
  expect([100, 9, -1].toSorted(compareValues)).toEqual([-1, 9, 100])
})

test('a table is at least as wide as its columns', () => {
  const cell = () => null
  expect(
    leastWidth([
      { id: 'name', head: 'Name', cell },
      { id: 'size', head: 'Size', cell, width: 80 },
    ]),
  ).toBe(220)
})

import { expect, test } from 'vitest'
import { leastWidth } from './column.ts'

test('a table is at least as wide as its columns', () => {
  const cell = () => null
  expect(
    leastWidth([
      { id: 'name', head: 'Name', cell },
      { id: 'size', head: 'Size', cell, width: 80 },
    ]),
  ).toBe(220)
})

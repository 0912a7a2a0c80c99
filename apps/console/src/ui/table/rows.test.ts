import { expect, test } from 'vitest'
import { indexOfRow } from './rows.ts'

const rows = (ids: readonly (string | undefined)[]) => ({ total: ids.length, rowAt: (index: number) => ids[index] })

test('a row is found where it moved to', () => {
  expect(indexOfRow(rows(['new', 'a', 'b']), (id) => id === 'a', 0)).toBe(1)
  expect(indexOfRow(rows(['b', 'c', 'd']), (id) => id === 'b', 1)).toBe(0)
})

test('a row that is gone, or not loaded, is not found', () => {
  expect(indexOfRow(rows(['a', undefined, 'c']), (id) => id === 'b', 1)).toBeNull()
})

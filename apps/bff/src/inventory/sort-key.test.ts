import { expect, test } from 'vitest'
import { searchText, sortableInstant, sortKey } from './sort-key.ts'

const sorted = (...texts: string[]) => texts.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))

test('names sort without case and accents, and by the size of their numbers', () => {
  expect(sorted('pool 10', 'Pool 9', 'pool 1')).toEqual(['pool 1', 'Pool 9', 'pool 10'])
  expect(sorted('zebra', 'Échelle', 'apple', 'eclipse')).toEqual(['apple', 'Échelle', 'eclipse', 'zebra'])
})

test('instants of any zone sort as text, and what is no instant has no place', () => {
  expect(sortableInstant('2026-11-22T11:00:00+01:00')).toBe('2026-11-22T10:00:00.000Z')
  expect(sortableInstant('soon')).toBeNull()
  expect(sortableInstant(null)).toBeNull()
})

test('a search finds any text of the row, in lower case, and none across two texts', () => {
  expect(searchText(['Finance', null, '', 'USER7'])).toBe('finance\nuser7')
})

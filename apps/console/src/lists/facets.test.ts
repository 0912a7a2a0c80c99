import type { Counts } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { countOf, facetsOf } from './facets.ts'

const counts: Counts = {
  all: 40,
  version: '1',
  filters: {
    state: [
      { value: 'INACTIVE', label: null, count: 3 },
      { value: 'ACTIVE', label: null, count: 30 },
    ],
    pool: [
      { value: 'ocid1.desktoppool.b', label: 'lab 10', count: 2 },
      { value: 'ocid1.desktoppool.a', label: 'lab 9', count: 5 },
    ],
  },
}

test('a chip offers the counted values, by their words, in the order that people read', () => {
  const [state, pool] = facetsOf(counts, {}, [
    { id: 'state', label: 'State', name: (value) => value.toLowerCase() },
    { id: 'pool', label: 'Pool' },
  ])
  expect(state?.options).toEqual([
    { value: 'ACTIVE', label: 'active', count: 30 },
    { value: 'INACTIVE', label: 'inactive', count: 3 },
  ])
  expect(pool?.options.map(({ label }) => label)).toEqual(['lab 9', 'lab 10'])
})

test('a chosen value stays an option when no row has it, and before the rows are counted', () => {
  const words = [{ id: 'state', label: 'State' }]
  const failed = { value: 'FAILED', label: 'FAILED', count: 0 }
  expect(facetsOf(counts, { state: ['FAILED', 'ACTIVE'] }, words)[0]?.options).toContainEqual(failed)
  expect(facetsOf(undefined, { state: ['FAILED'] }, words)[0]?.options).toEqual([failed])
})

test('rows with any of some values are added up', () => {
  expect(countOf(counts, 'state', ['ACTIVE', 'INACTIVE', 'FAILED'])).toBe(33)
  expect(countOf(undefined, 'state', ['ACTIVE'])).toBe(0)
})

import { expect, test } from 'vitest'
import { readFilters, readSort, writeFilter, writeParam, writeSort } from './list-state.ts'

test('a sort survives the address', () => {
  expect(readSort(writeSort({ column: 'name', descending: true }), null)).toEqual({ column: 'name', descending: true })
  expect(readSort(writeSort({ column: 'name', descending: false }), null)).toEqual({
    column: 'name',
    descending: false,
  })
})

test('an address without a sort has the page’s own', () => {
  expect(readSort(null, { column: 'left', descending: false })).toEqual({ column: 'left', descending: false })
})

test('choosing in one facet leaves the rest of the address alone', () => {
  const params = new URLSearchParams('scope=frankfurt&state=ACTIVE&severity=S1')
  const next = writeFilter(params, 'state', ['FAILED', 'DELETED'])
  expect(next.toString()).toBe('scope=frankfurt&severity=S1&state=FAILED&state=DELETED')
  expect(readFilters(next, ['state', 'severity'])).toEqual({ state: ['FAILED', 'DELETED'], severity: ['S1'] })
})

test('an empty search leaves no trace in the address', () => {
  expect(writeParam(new URLSearchParams('q=east&sort=name'), 'q', '').toString()).toBe('sort=name')
})

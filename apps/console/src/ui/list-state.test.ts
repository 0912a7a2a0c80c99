import { expect, test } from 'vitest'
import { readFilters, readSort, writeFilter, writeParam, writeSort } from './list-state.ts'

const byName = { column: 'name', descending: false }

test('a sort survives the address', () => {
  for (const descending of [true, false]) {
    const sort = { column: 'size', descending }
    expect(readSort(writeSort(sort), ['name', 'size'], byName)).toEqual(sort)
  }
})

test('an address without a sort, or with one that the list does not have, has the page’s own', () => {
  for (const text of [null, '', '-', 'weight', '-weight']) expect(readSort(text, ['name'], byName)).toEqual(byName)
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

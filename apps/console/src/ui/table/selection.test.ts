import { expect, test } from 'vitest'
import { allToggled, extended, toggled } from './selection.ts'

const ids = ['a', 'b', 'c', 'd']

test('a row is put in and taken out', () => {
  expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b'])
  expect([...toggled(new Set(['a', 'b']), 'a')]).toEqual(['b'])
})

test('shift extends over the rows between, upwards too', () => {
  expect([...extended(new Set(['d']), ids, 2, 0)]).toEqual(['d', 'a', 'b', 'c'])
})

test('the box in the head takes all that are shown, then none of them, and leaves hidden rows as they are', () => {
  const all = allToggled(new Set(['a', 'hidden']), ids)
  expect([...all].toSorted()).toEqual(['a', 'b', 'c', 'd', 'hidden'])
  expect([...allToggled(all, ids)]).toEqual(['hidden'])
})

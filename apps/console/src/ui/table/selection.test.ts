import { expect, test } from 'vitest'
import {
  countSelected,
  isSelected,
  loadedToggled,
  nothingSelected,
  toggled,
  withRows,
  type Selected,
} from './selection.ts'

const rowId = (row: string) => row
const rows = (...ids: string[]): Selected<string> => withRows<string>(nothingSelected, ids, rowId)
const allMatching: Selected<string> = { kind: 'matching', except: new Set() }

test('a row is put in and taken out', () => {
  expect(toggled(rows('a'), 'b', 'b')).toEqual(rows('a', 'b'))
  expect(toggled(rows('a', 'b'), 'a', 'a')).toEqual(rows('b'))
})

test('the box in the head takes all that are loaded, and then clears the selection', () => {
  const all = loadedToggled(rows('a', 'elsewhere'), ['a', 'b'], rowId)
  expect(countSelected(all, 1204)).toBe(3)
  expect(loadedToggled(all, ['a', 'b'], rowId)).toEqual(nothingSelected)
})

test('all that match are selected without being loaded, and single rows can be taken out', () => {
  const some = toggled(allMatching, 'b', 'b')
  expect(countSelected(some, 1204)).toBe(1203)
  expect([isSelected(some, 'a'), isSelected(some, 'b')]).toEqual([true, false])
  expect(toggled(some, 'b', 'b')).toEqual(allMatching)
  expect(withRows(some, ['b'], rowId)).toEqual(allMatching)
})

test('the box in the head clears a selection of all that match', () => {
  expect(loadedToggled(allMatching, ['a', 'b'], rowId)).toEqual(nothingSelected)
})

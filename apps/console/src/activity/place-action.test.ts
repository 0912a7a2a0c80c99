import type { Action } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { action } from '../states/testing-action.ts'
import { placeAction } from './place-action.ts'

const entry = (sequence: number, status: Action['status'] = 'done') =>
  action({ id: `attempt-${sequence}`, sequence, status })

const sequences = (actions: Action[]) => actions.map(({ sequence }) => sequence)

test('a fresh entry comes first, a late one where it belongs', () => {
  expect(sequences(placeAction([entry(5), entry(3)], entry(7)))).toEqual([7, 5, 3])
  expect(sequences(placeAction([entry(5), entry(3)], entry(4)))).toEqual([5, 4, 3])
  expect(sequences(placeAction([entry(5), entry(3)], entry(1)))).toEqual([5, 3, 1])
})

test('an entry that is completed changes in place', () => {
  const placed = placeAction([entry(5), entry(3, 'sent'), entry(1)], entry(3, 'failed'))
  expect(placed.map(({ sequence, status }) => `${sequence} ${status}`)).toEqual(['5 done', '3 failed', '1 done'])
})

test('an entry that no longer passes the filters goes, and one that never did stays out', () => {
  expect(sequences(placeAction([entry(5), entry(3, 'sent')], entry(3), false))).toEqual([5])
  expect(sequences(placeAction([entry(5)], entry(7), false))).toEqual([5])
})

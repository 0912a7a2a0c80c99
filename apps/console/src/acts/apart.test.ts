import { expect, test } from 'vitest'
import { allBlocked, apart } from './apart.ts'

const isOdd = (number: number) => (number % 2 === 0 ? `${number} is even.` : undefined)

test('items that cannot be acted on are left out, each with its reason', () => {
  expect(apart([1, 2, 3, 4], isOdd)).toEqual({
    possible: [1, 3],
    leftOut: [
      { item: 2, reason: '2 is even.' },
      { item: 4, reason: '4 is even.' },
    ],
  })
})

test('an act is offered while it can be done to one item, and otherwise says the reason that all share', () => {
  expect(allBlocked([1, 2], isOdd, 'None can.')).toBeUndefined()
  expect(allBlocked([2, 2], isOdd, 'None can.')).toBe('2 is even.')
  expect(allBlocked([2, 4], isOdd, 'None can.')).toBe('None can.')
})

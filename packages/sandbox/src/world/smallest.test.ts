import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallest } from './smallest.ts'

const byValue = (a: [number, number], b: [number, number]) => a[0] - b[0] || a[1] - b[1]

test('the smallest are what a full sort would have put first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.nat(30), (values, count) => {
      const items = values.map((value, place): [number, number] => [value, place])
      expect(smallest(items, count, byValue)).toEqual(items.toSorted(byValue).slice(0, count))
    }),
  )
})

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

test('a page of 50,000 rows is found in less than 10 ms', () => {
  const items = Array.from({ length: 50_000 }, (_, place): [number, number] => [(place * 7919) % 50_021, place])
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now()
    smallest(items, 100, byValue)
    return performance.now() - began
  })
  expect(times.toSorted((a, b) => a - b)[7]).toBeLessThan(10)
})

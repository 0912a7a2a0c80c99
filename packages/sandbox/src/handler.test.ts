import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cursor } from './handler.ts'
import { page } from './handler.ts'

interface Named {
  id: string
  name: string
}

const named = (rows: Iterable<Named>, descending = false) =>
  page(rows, { by: (row) => row.name, descending, toItem: (row) => row.id })

const rowsOf = (names: string[], start = 'row') => names.map((name, place) => ({ id: `${start}${place}`, name }))

test('pages put together are the whole list, whatever their size and direction, also when names repeat', () => {
  const names = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta'), { maxLength: 40 })
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 9 }), fc.boolean(), (given, limit, descending) => {
      const rows = rowsOf(given)
      const seen: string[] = []
      let cursor: Cursor | undefined
      do {
        const taken = named(rows, descending).take(limit, cursor)
        expect(taken.items.length).toBeLessThanOrEqual(limit)
        seen.push(...taken.items)
        cursor = taken.next
      } while (cursor)
      expect(seen).toEqual(named(rows, descending).take(1000, undefined).items)
      expect(new Set(seen).size).toBe(rows.length)
    }),
  )
})

test('rows added and removed between two pages make no other row appear twice or not at all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 3 }), { minLength: 2, maxLength: 30 }),
      fc.array(fc.string({ maxLength: 3 }), { maxLength: 10 }),
      fc.nat(),
      (given, added, gone) => {
        const rows = rowsOf(given)
        const first = named(rows).take(Math.ceil(rows.length / 2), undefined)
        const removed = rows[gone % rows.length]!
        const later = [...rows.filter((row) => row !== removed), ...rowsOf(added, 'added')]
        const rest = first.next ? named(later).take(1000, first.next).items : []
        const seen = [...first.items, ...rest].filter((id) => id.startsWith('row') && id !== removed.id)
        expect(seen.toSorted()).toEqual(
          rows
            .filter((row) => row !== removed)
            .map(({ id }) => id)
            .toSorted(),
        )
      },
    ),
  )
})

test('the last page has no cursor', () => {
  expect(named(rowsOf(['a', 'b'])).take(2, undefined)).toEqual({ items: ['row0', 'row1'], next: undefined })
  expect(named([]).take(2, undefined)).toEqual({ items: [], next: undefined })
})

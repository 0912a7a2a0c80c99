import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePlaces, createOrder } from './order.ts'
import type { Row, Table } from './table.ts'
import { createTable } from './table.ts'

interface Wire {
  name: string
  compartmentId?: string
}
type Named = Row<Wire>

const byName = ({ wire }: Named) => wire.name
const row = (id: string, name: string): Named => ({
  id,
  region: '',
  compartmentId: 'here',
  etag: 'etag',
  wire: { name },
  extra: undefined,
})

const names = (rows: Iterable<Named>) => Array.from(rows, ({ wire, id }) => `${wire.name}/${id}`)

const compartments = ['here', 'there']

/** What the order of a compartment must be at any time. */
const sorted = (table: Table<Named>, compartment: string) =>
  names(
    [...table.values()]
      .filter(({ compartmentId }) => compartmentId === compartment)
      .sort((a, b) => comparePlaces([byName(a), a.id], [byName(b), b.id])),
  )

const steps = fc.array(
  fc.record({
    act: fc.constantFrom('insert', 'rename', 'remove', 'move', 'rename and move'),
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    name: fc.string({ maxLength: 2 }),
    compartment: fc.constantFrom(...compartments),
  }),
  { maxLength: 60 },
)

test('whatever comes, changes, moves and goes, the order of each compartment is that of a sort', () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const table = createTable<Named>(new Map())
      const orders = compartments.map((compartment) => table.inOrder(byName, compartment))
      for (const { act, id, name, compartment } of steps) {
        const there = table.find(id)
        if (act === 'insert') table.insert(row(id, name))
        if (act === 'remove') table.remove(id)
        if (act === 'rename' && there) table.change(there, { name })
        if (act === 'move' && there) table.move(there, compartment)
        if (act === 'rename and move' && there) table.change(there, { name, compartmentId: compartment })
        for (const [place, order] of orders.entries()) {
          const expected = sorted(table, compartments[place]!) // there is an order for each
          expect(names(order.after(undefined, false))).toEqual(expected)
          expect(names(order.after(undefined, true))).toEqual(expected.toReversed())
          expect(names(table.inCompartment(compartments[place]!)).toSorted()).toEqual(expected.toSorted()) // as above
        }
      }
    }),
  )
})

test('it is read from behind a place on, whether a row is there or not', () => {
  const order = createOrder([row('2', 'b'), row('1', 'a'), row('3', 'd')], byName)
  expect(names(order.after(['b', '2'], false))).toEqual(['d/3'])
  expect(names(order.after(['b', '2'], true))).toEqual(['a/1'])
  expect(names(order.after(['c', '9'], false))).toEqual(['d/3'])
  expect(names(order.after(['c', '9'], true))).toEqual(['b/2', 'a/1'])
})

test('a sort key made anew at each call is found out', () => {
  const table = createTable<Named>(new Map())
  const ask = () => table.inOrder(({ wire }) => wire.name, 'here')
  expect(() => Array.from({ length: 9 }, ask)).toThrow('must stay the same function')
})

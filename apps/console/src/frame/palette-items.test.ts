import { expect, test } from 'vitest'
import { paletteGroups, type PaletteGroup, type Thing } from './palette-items.ts'

const thing = (kind: string, name: string, id = `ocid1.${name}`): Thing => ({
  kind,
  name,
  id,
  note: 'Active',
  to: `/${id}`,
})
const things = [
  thing('Desktop pool', 'design west'),
  thing('Desktop pool', 'west'),
  thing('Access request', 'OAR-1007'),
]
const commands: PaletteGroup[] = [
  { value: 'Pages', items: [{ value: 'pools', label: 'Desktop pools', note: '', run: () => {} }] },
]
const found = (search: string, among = things) =>
  paletteGroups(search, commands, among, () => {}).map(
    ({ value, items }) => `${value}: ${items.map(({ label }) => label).join(', ')}`,
  )

test('before anything is typed only pages and commands are offered', () => {
  expect(found('')).toEqual(['Pages: Desktop pools'])
})

test('a pool is found by a word of its name, the exact name first', () => {
  expect(found('west')).toEqual(['Desktop pools: west, design west'])
})

test('a thing is found by its whole OCID', () => {
  expect(found('ocid1.OAR-1007')).toEqual(['Access requests: OAR-1007'])
})

test('pages are found along with things', () => {
  expect(found('desktop')).toEqual(['Pages: Desktop pools', 'Desktop pools: design west, west'])
})

test('of a kind no more than six are listed', () => {
  const many = Array.from({ length: 20 }, (_, index) => thing('Desktop pool', `east ${index}`))
  expect(paletteGroups('east', [], many, () => {})[0]?.items).toHaveLength(6)
})

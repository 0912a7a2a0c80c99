import { expect, test } from 'vitest'
import { applyFacets, matchesSearch, type FacetDefinition } from './facets.ts'

interface Pool {
  name: string
  state: string
  places: string[]
}

const pools: Pool[] = [
  { name: 'east', state: 'ACTIVE', places: ['platform'] },
  { name: 'west', state: 'ACTIVE', places: ['platform', 'finance'] },
  { name: 'north', state: 'FAILED', places: ['finance'] },
]
const definitions: FacetDefinition<Pool>[] = [
  { id: 'state', label: 'State', values: ({ state }) => [state], name: (value) => value.toLowerCase() },
  { id: 'place', label: 'Place', values: ({ places }) => places },
]
const show = (filters: Record<string, string[]>) => {
  const { rows, facets } = applyFacets(pools, definitions, filters)
  return {
    names: rows.map(({ name }) => name),
    counts: Object.fromEntries(
      facets.map(({ id, options }) => [id, options.map(({ label, count }) => `${label} ${count}`)]),
    ),
  }
}

test('without a choice all rows show, and every value is counted', () => {
  expect(show({})).toEqual({
    names: ['east', 'west', 'north'],
    counts: { state: ['active 2', 'failed 1'], place: ['finance 2', 'platform 2'] },
  })
})

test('a choice leaves its own facet its counts and narrows the others', () => {
  expect(show({ state: ['FAILED'] })).toEqual({
    names: ['north'],
    counts: { state: ['active 2', 'failed 1'], place: ['finance 1'] },
  })
})

test('two values of a facet are either, two facets are both', () => {
  expect(show({ state: ['ACTIVE', 'FAILED'], place: ['finance'] }).names).toEqual(['west', 'north'])
})

test('a chosen value that no row has stays visible, so that it can be taken off', () => {
  expect(show({ state: ['DELETED'] })).toMatchObject({
    names: [],
    counts: { state: ['active 2', 'deleted 0', 'failed 1'] },
  })
})

test('a search finds every word anywhere, whatever its case', () => {
  expect(matchesSearch('EAST pool', ['Pool East', null])).toBe(true)
  expect(matchesSearch('east west', ['Pool East'])).toBe(false)
  expect(matchesSearch('', ['anything'])).toBe(true)
})

import type { Counts } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { placesInWords } from '../lists/words.ts'
import { freshness } from '../states/testing-freshness.ts'
import { countIn, lookedAt, viewNamed, views } from './inbox.ts'
import { accessRequestFacets } from './list.ts'
import { now } from './testing.ts'

const counts: Counts = {
  all: 9,
  version: '1',
  filters: {
    phase: [
      { value: 'waiting', label: null, count: 4 },
      { value: 'extension-waiting', label: null, count: 2 },
      { value: 'open', label: null, count: 3 },
    ],
  },
}

test('the inbox opens with what needs a decision', () => {
  expect(viewNamed('').id).toBe('decide')
  expect(viewNamed('nonsense').id).toBe('decide')
})

test('every access request is in one of the views', () => {
  const shown = views.filter(({ id }) => id !== 'all').flatMap(({ phases }) => phases)
  expect(new Set(shown)).toEqual(new Set(viewNamed('all').phases))
})

test('an extension that is requested counts as active too', () => {
  expect(countIn(counts, viewNamed('decide'))).toBe(6)
  expect(countIn(counts, viewNamed('open'))).toBe(5)
  expect(countIn(undefined, viewNamed('open'))).toBe(0)
})

test('a filter offers its values in words', () => {
  const [state] = accessRequestFacets
  expect(state?.name?.('APPROVAL_WAITING')).toBe('Waiting for approval')
})

test('an empty inbox says where it looked, when, and what it could not read', () => {
  const where = placesInWords(freshness())
  expect(lookedAt('0 waiting', where, freshness({ readAt: '2026-11-22T09:59:48Z' }), now)).toMatch(
    /^0 waiting in 14 compartments, 2 regions, read 12 ?s(ec)? ago$/,
  )
  expect(lookedAt('0 waiting', 'Frankfurt', freshness({ unreadTotal: 1 }), now)).toContain(
    '; 1 place could not be read',
  )
  expect(lookedAt('0 waiting', 'Frankfurt', freshness({ readAt: null }), now)).toBe(
    '0 waiting in Frankfurt, not all read yet',
  )
})

import { expect, test } from 'vitest'
import { countWords, placesInWords, soonInWords } from './words.ts'

const pools = ['pool', 'pools'] as const

test('a list says how many rows it shows, and of how many when it is filtered', () => {
  expect(countWords(1204, 1204, pools)).toBe('1,204 pools')
  expect(countWords(24, 120, pools)).toBe('24 of 120 pools')
  expect(countWords(undefined, 120, pools)).toBeUndefined()
})

test('a list says where Gatehouse looked', () => {
  expect(placesInWords({ sources: { connections: 2, regions: 2, compartments: 14 } })).toBe(
    '14 compartments, 2 regions',
  )
})

test.for([
  [2_000, '5 s'],
  [14_200, '15 s'],
  [15_000, '15 s'],
  [100_000, '2 min'],
  [1_000_000, '17 min'],
] as const)('a change that is read every %d ms is seen within %s', ([everyMs, words]) => {
  expect(soonInWords(everyMs)).toBe(words)
})

import { expect, test } from 'vitest'
import { shortTime } from './short-time.ts'

const now = Date.parse('2026-11-22T19:00:00Z') // a Sunday

test.for([
  ['2026-11-22T22:30:00Z', '23:30'],
  ['2026-11-22T23:30:00Z', 'Mon 00:30'],
  ['2026-11-17T12:00:00Z', 'Tue 13:00'],
  ['2026-11-12T12:00:00Z', '12 Nov 13:00'],
  ['2025-12-31T12:00:00Z', '31 Dec 2025 13:00'],
] as const)('%s is said as %s', ([at, words]) => {
  expect(shortTime(Date.parse(at), now, 'Europe/Berlin')).toBe(words)
})

import { expect, test } from 'vitest'
import { severityRank, since } from './access-request-urgency.ts'

test('severities rank by their number, and none ranks last', () => {
  expect(severityRank('S10')).toBeGreaterThan(severityRank('S2'))
  expect(severityRank(null)).toBeGreaterThan(severityRank('S10'))
})

test('a first decision waits since it was raised, an extension since it was requested', () => {
  const times = { createdAt: '2026-11-22T08:00:00Z', updatedAt: '2026-11-22T09:00:00Z' }
  expect(since({ phase: 'waiting', ...times })).toBe('2026-11-22T08:00:00Z')
  expect(since({ phase: 'extension-waiting', ...times })).toBe('2026-11-22T09:00:00Z')
})

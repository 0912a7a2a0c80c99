import { expect, test } from 'vitest'
import { laterStart } from './to-access-request-summary.ts'

test('a start is shown when it is not immediate', () => {
  const askedAt = '2026-11-22T10:00:00.000Z'
  expect(laterStart(askedAt, '2026-11-22T12:00:00.000Z')).toBe('2026-11-22T12:00:00.000Z')
  expect(laterStart(askedAt, '2026-11-22T10:00:01.000Z')).toBeNull()
  expect(laterStart(askedAt, '2026-11-22T09:00:00.000Z')).toBeNull()
  expect(laterStart(askedAt, undefined)).toBeNull()
  expect(laterStart(undefined, '2026-11-22T12:00:00.000Z')).toBe('2026-11-22T12:00:00.000Z')
})

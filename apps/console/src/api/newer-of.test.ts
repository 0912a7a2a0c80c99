import { expect, test } from 'vitest'
import { newerOf } from './newer-of.ts'
import { createQueryClient } from './query-client.ts'

const pools = (readAt: string, state: string) => ({ readAt, items: [{ id: 'east', state }], sources: { regions: 2 } })
const older = pools('2026-11-22T10:00:00Z', 'ACTIVE')
const newer = pools('2026-11-22T10:00:05Z', 'UPDATING')

test('an answer that was overtaken by the stream does not take its place', () => {
  expect(newerOf(newer, older)).toBe(newer)
  expect(newerOf(older, newer)).toEqual(newer)
})

test('the first answer is taken, and so is one that seems older by more than clocks differ', () => {
  expect(newerOf(undefined, older)).toBe(older)
  expect(newerOf(pools('2026-11-23T10:00:00Z', 'UPDATING'), older)).toEqual(older)
})

test('what is the same stays the same object', () => {
  expect(newerOf(older, newer)).toHaveProperty('sources', older.sources)
  expect((newerOf(older, newer) as typeof older).sources).toBe(older.sources)
})

test('nothing in the cache is ever replaced by an older reading of it', () => {
  const client = createQueryClient({ onSignedOut: () => {} })
  client.setQueryData(['desktop-pools', 'one'], newer)
  client.setQueryData(['desktop-pools', 'one'], older)
  expect(client.getQueryData(['desktop-pools', 'one'])).toBe(newer)
})

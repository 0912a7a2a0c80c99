import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { newerOf } from './newer-of.ts'
import { accessRequestQuery } from './queries.ts'
import { accessRequest, openAccess } from './testing.ts'

const older = accessRequest({ readAt: '2026-11-22T10:00:00Z' })
const newer = openAccess({ readAt: '2026-11-22T10:00:05Z' })

test('an answer that was overtaken by the stream does not take its place', () => {
  expect(newerOf(newer, older)).toBe(newer)
  expect(newerOf(older, newer)).toEqual(newer)
})

test('the first answer is taken, and so is one that seems older by more than clocks differ', () => {
  expect(newerOf(undefined, older)).toBe(older)
  const nextDay = openAccess({ readAt: '2026-11-23T10:00:00Z' })
  expect(newerOf(nextDay, older)).toEqual(older)
})

test('what is the same stays the same object', () => {
  const again = accessRequest({ readAt: '2026-11-22T10:00:01Z' })
  expect((newerOf(older, again) as typeof older).control).toBe(older.control)
})

test('an access request in the cache is never replaced by an older reading', () => {
  const client = new QueryClient()
  const { queryKey, structuralSharing } = accessRequestQuery(older)
  client.setQueryDefaults(queryKey, { structuralSharing })
  client.setQueryData(queryKey, newer)
  client.setQueryData(queryKey, older)
  expect(client.getQueryData(queryKey)?.state).toBe('DEPLOYED')
})

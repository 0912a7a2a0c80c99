import type { Freshness, Unread } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { freshness } from '../states/testing-freshness.ts'
import { freshnessOf } from './freshness.ts'

const unread = (connectionId: string): Unread => ({
  connectionId,
  service: 'desktops',
  compartment: null,
  reason: 'It is throttled.',
  opcRequestId: null,
  since: '2026-11-22T10:00:00Z',
})
const window = (differs?: Partial<Freshness>) => ({ rows: [], total: 0, version: '1', freshness: freshness(differs) })

test('a page is as old as the oldest thing on it', () => {
  expect(freshnessOf([{ readAt: '2026-11-22T10:00:05Z' }, { readAt: '2026-11-22T10:00:01Z' }]).readAt).toBe(
    '2026-11-22T10:00:01Z',
  )
  expect(freshnessOf([window(), window({ readAt: '2026-11-22T10:00:01Z' }), window({ readAt: null })]).readAt).toBe(
    '2026-11-22T10:00:01Z',
  )
})

test('a list is as old as its places, not as the details that were read for its rows', () => {
  expect(freshnessOf([window(), { readAt: '2026-11-22T09:00:00Z' }]).readAt).toBe('2026-11-22T10:00:05Z')
})

test('a place that two lists could not read is named once', () => {
  const page = freshnessOf([
    window({ unread: [unread('frankfurt')], unreadTotal: 1 }),
    window({ unread: [unread('frankfurt'), unread('ashburn')], unreadTotal: 2 }),
  ])
  expect(page.unread.map(({ connectionId }) => connectionId)).toEqual(['frankfurt', 'ashburn'])
  expect(page.unreadTotal).toBe(2)
})

test('places beyond those that are named are counted', () => {
  expect(freshnessOf([window({ unread: [unread('frankfurt')], unreadTotal: 120 })]).unreadTotal).toBe(120)
})

test('the parts of the overview count as its windows do', () => {
  const overview = {
    accessRequests: { waiting: 2, freshness: freshness({ pending: 12, places: 400 }) },
    desktopPools: null,
  }
  expect(freshnessOf([overview])).toMatchObject({ readAt: '2026-11-22T10:00:05Z', pending: 12, places: 400 })
})

test('what does not say when it was read does not count', () => {
  const nothing = { readAt: null, pending: 0, places: 0, unread: [], unreadTotal: 0 }
  expect(freshnessOf([undefined, null, { user: null }, []])).toEqual(nothing)
})

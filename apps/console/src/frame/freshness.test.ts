import type { Unread } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { freshnessOf } from './freshness.ts'

const unread = (connectionId: string): Unread => ({
  connectionId,
  service: 'desktops',
  compartment: null,
  reason: 'It is throttled.',
  opcRequestId: null,
  since: '2026-11-22T10:00:00Z',
})

test('a page is as old as the oldest thing on it', () => {
  expect(freshnessOf([{ readAt: '2026-11-22T10:00:05Z' }, { readAt: '2026-11-22T10:00:01Z' }]).readAt).toBe(
    '2026-11-22T10:00:01Z',
  )
})

test('a place that two lists could not read is named once', () => {
  const lists = [
    { readAt: '2026-11-22T10:00:05Z', unread: [unread('frankfurt')] },
    { readAt: '2026-11-22T10:00:05Z', unread: [unread('frankfurt'), unread('ashburn')] },
  ]
  expect(freshnessOf(lists).unread.map(({ connectionId }) => connectionId)).toEqual(['frankfurt', 'ashburn'])
})

test('what does not say when it was read does not count', () => {
  expect(freshnessOf([undefined, null, { user: null }, []])).toEqual({ readAt: null, unread: [] })
})

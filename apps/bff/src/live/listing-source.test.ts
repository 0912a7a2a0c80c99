import type { Listing, Unread } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { changeOf, toListingState } from './listing-source.ts'

interface Item {
  id: string
  value: number
}

const state = (items: Item[], more: Partial<Listing<Item>> = {}) =>
  toListingState<Item>({
    listing: {
      items,
      readAt: '2026-11-22T10:00:00.000Z',
      snapshotAt: '2026-11-22T10:00:00.000Z',
      sources: { connections: 1, regions: 1, compartments: 2 },
      unread: [],
      ...more,
    },
    parts: new Map(),
  })

const unread = (opcRequestId: string): Unread => ({
  connectionId: 'frankfurt',
  service: 'desktops',
  compartment: null,
  reason: 'OCI did not answer in time.',
  opcRequestId,
  since: '2026-11-22T09:59:00.000Z',
})

test('a change carries what is new, what is different and what is gone, and nothing else', () => {
  const before = state([
    { id: 'a', value: 1 },
    { id: 'b', value: 1 },
    { id: 'c', value: 1 },
  ])
  const after = state([
    { id: 'a', value: 1 },
    { id: 'b', value: 2 },
    { id: 'd', value: 1 },
  ])
  expect(changeOf('things', before, after)).toMatchObject({
    topic: 'things',
    whole: false,
    items: [
      { id: 'b', value: 2 },
      { id: 'd', value: 1 },
    ],
    removed: ['c'],
  })
})

test('that it was read later is no change', () => {
  const items = [{ id: 'a', value: 1 }]
  expect(changeOf('things', state(items), state(items, { readAt: '2026-11-22T10:00:05.000Z' }))).toBeUndefined()
})

test('a place that can no longer be read is a change, and its next failure is not', () => {
  const items = [{ id: 'a', value: 1 }]
  const failing = state(items, { unread: [unread('one')] })
  expect(changeOf('things', state(items), failing)).toMatchObject({ items: [], unread: [{ opcRequestId: 'one' }] })
  expect(changeOf('things', failing, state(items, { unread: [unread('two')] }))).toBeUndefined()
})

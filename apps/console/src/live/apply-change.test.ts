import type { Change, Listing } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { applyChange } from './apply-change.ts'

interface Pool {
  id: string
  state: string
}

const sources = { connections: 1, regions: 1, compartments: 2 }
const listing: Listing<Pool> = {
  items: [
    { id: 'a', state: 'ACTIVE' },
    { id: 'b', state: 'ACTIVE' },
    { id: 'c', state: 'INACTIVE' },
  ],
  readAt: '2026-11-22T10:00:00Z',
  snapshotAt: '2026-11-22T10:00:00Z',
  sources,
  unread: [],
}
const change = (given: Partial<Change<Pool>>): Change<Pool> => ({
  topic: 'desktop-pools',
  whole: false,
  items: [],
  removed: [],
  readAt: '2026-11-22T10:00:05Z',
  snapshotAt: '2026-11-22T10:00:05Z',
  sources,
  unread: [],
  ...given,
})

test('a pool that changed is replaced where it stands, and the others are the same objects', () => {
  const after = applyChange(listing, change({ items: [{ id: 'b', state: 'UPDATING' }] }))
  expect(after?.items.map(({ id, state }) => `${id} ${state}`)).toEqual(['a ACTIVE', 'b UPDATING', 'c INACTIVE'])
  expect(after?.items[0]).toBe(listing.items[0])
})

test('a pool that appeared comes last, one that went is gone', () => {
  const after = applyChange(listing, change({ items: [{ id: 'd', state: 'CREATING' }], removed: ['a'] }))
  expect(after?.items.map(({ id }) => id)).toEqual(['b', 'c', 'd'])
})

test('the age and the places that cannot be read are those of the change', () => {
  const unread = [
    {
      connectionId: 'frankfurt',
      service: 'desktops' as const,
      compartment: null,
      reason: 'It is throttled.',
      opcRequestId: null,
      since: '2026-11-22T10:00:04Z',
    },
  ]
  expect(applyChange(listing, change({ unread }))).toMatchObject({ readAt: '2026-11-22T10:00:05Z', unread })
})

test('a whole change is all there is', () => {
  const after = applyChange(listing, change({ whole: true, items: [{ id: 'z', state: 'ACTIVE' }] }))
  expect(after?.items).toEqual([{ id: 'z', state: 'ACTIVE' }])
})

test('part of a listing that was never read is not shown as the listing', () => {
  expect(applyChange(undefined, change({ items: [{ id: 'a', state: 'ACTIVE' }] }))).toBeUndefined()
})

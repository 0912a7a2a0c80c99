import { expect, test } from 'vitest'
import type { Keyring } from '../keyring/keyring.ts'
import { placeKey, readEverywhere } from './everywhere.ts'

const connection = {
  id: 'frankfurt',
  region: 'eu-frankfurt-1',
  services: ['desktops'],
  compartments: () => Promise.resolve(['one', 'two'].map((id) => ({ id, name: id, path: id }))),
}
const keyring = { connections: [connection], get: () => connection } as unknown as Keyring // all that a listing reads of it

test('a read of one place keeps the age of the listing, and has a later snapshot time', async () => {
  let value = 0
  const options = {
    keyring,
    services: ['desktops'] as const,
    read: () => Promise.resolve([{ id: 'east', value: (value += 1) }]),
    signal: new AbortController().signal,
  }
  const first = await readEverywhere({ ...options, previous: undefined })
  const only = new Set([placeKey({ connectionId: 'frankfurt', service: 'desktops', compartmentId: 'two' })])
  const second = await readEverywhere({ ...options, previous: first, only })

  expect(second.listing.items.map((item) => item.value)).toEqual([1, 3])
  expect(second.listing.readAt).toBe(first.listing.readAt)
  expect(Date.parse(second.listing.snapshotAt)).toBeGreaterThan(Date.parse(first.listing.snapshotAt))
})

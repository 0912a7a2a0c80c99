import type { Freshness, LiveEvents, Window } from '@gatehouse/contract'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { windowEvents } from './live.ts'
import { windowKey } from './queries.ts'

const topic = 'desktops?sort=name&limit=100'
const queryKey = windowKey(topic)
const freshness = (readAt: string): Freshness => ({
  readAt,
  everyMs: 15_000,
  sources: { connections: 1, regions: 1, compartments: 9 },
  places: 9,
  pending: 0,
  unread: [],
  unreadTotal: 0,
})
const window = (version: string): Window<never> => ({
  rows: [],
  total: 0,
  version,
  freshness: freshness('2026-11-22T10:00:00Z'),
})
const event = (version: string): LiveEvents['window'] => ({
  topic,
  version,
  freshness: freshness('2026-11-22T10:00:10Z'),
})

/** A window on screen. Its reads answer with these versions, one after another. */
function shown(...versions: string[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  const read = vi.fn(() => Promise.resolve(window(versions.shift() ?? 'none')))
  new QueryObserver(client, { queryKey, queryFn: read }).subscribe(() => {})
  const held = () => client.getQueryData<Window<never>>(queryKey)
  return { client, read, held }
}

test('a window is read again when its version differs', async () => {
  const { client, read, held } = shown('1', '2')
  await vi.waitFor(() => expect(held()?.version).toBe('1'))
  windowEvents.window(client, event('2'))
  await vi.waitFor(() => expect(held()?.version).toBe('2'))
  expect(read).toHaveBeenCalledTimes(2)
})

test('a window of the same version is not read again, and takes over how recent it is', async () => {
  const { client, read, held } = shown('1')
  await vi.waitFor(() => expect(held()?.version).toBe('1'))
  windowEvents.window(client, event('1'))
  expect(held()?.freshness.readAt).toBe('2026-11-22T10:00:10Z')
  expect(read).toHaveBeenCalledTimes(1)
})

test('an event that overtakes the first answer is not lost', async () => {
  const { client, held } = shown('1', '2')
  windowEvents.window(client, event('2'))
  await vi.waitFor(() => expect(held()?.version).toBe('2'))
})

test('counts stay as they are while their version is the same', () => {
  const client = new QueryClient()
  const counts = { all: 3, filters: {}, version: '1' }
  const address = 'desktops/counts'
  client.setQueryData(windowKey(address), counts)
  windowEvents.window(client, { ...event('1'), topic: address })
  expect(client.getQueryData(windowKey(address))).toEqual(counts)
})

test('an event about a window that is not held changes nothing', () => {
  const client = new QueryClient()
  windowEvents.window(client, event('1'))
  expect(client.getQueryCache().getAll()).toEqual([])
})

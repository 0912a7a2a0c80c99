import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { activityEvents } from '../activity/live.ts'
import { ledgerQuery } from '../activity/queries.ts'
import { action } from '../states/testing-action.ts'
import { applyEvent } from './apply-event.ts'
import { refetchLedger } from './use-live-ledger.ts'

const queryKey = ['pool']

/** A read whose answer the test gives. */
function readOf<Answer>(client: QueryClient, key: readonly unknown[]) {
  const answer = Promise.withResolvers<Answer>()
  return { ended: client.fetchQuery({ queryKey: key, queryFn: () => answer.promise }), ...answer }
}

test('a read that was on its way when an event came does not undo the event', async () => {
  const client = new QueryClient()
  const read = readOf(client, queryKey)
  applyEvent(client, queryKey, () => client.setQueryData(queryKey, 'ACTIVE'))
  expect(client.getQueryData(queryKey)).toBe('ACTIVE')
  read.resolve('STARTING')
  await read.ended
  await Promise.resolve()
  expect(client.getQueryData(queryKey)).toBe('ACTIVE')
})

test('later events win, in whatever state the read finds the cache', async () => {
  const client = new QueryClient()
  const read = readOf(client, queryKey)
  for (const state of ['STARTING', 'ACTIVE']) applyEvent(client, queryKey, () => client.setQueryData(queryKey, state))
  read.resolve('INACTIVE')
  await read.ended
  await Promise.resolve()
  expect(client.getQueryData(queryKey)).toBe('ACTIVE')
})

test('a failed read leaves the event as it is', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const read = readOf(client, queryKey)
  applyEvent(client, queryKey, () => client.setQueryData(queryKey, 'ACTIVE'))
  read.reject(new Error('OCI did not answer.'))
  await expect(read.ended).rejects.toThrow()
  expect(client.getQueryData(queryKey)).toBe('ACTIVE')
})

interface LedgerPage {
  items: ReturnType<typeof action>[]
  next: number | null
}

/** A ledger of two entries, one a page. The test lets its reads answer. */
async function readLedger() {
  const client = new QueryClient()
  const pages: Record<string, LedgerPage> = {
    newest: { items: [action({ id: 'b', sequence: 2, status: 'sent' })], next: 2 },
    older: { items: [action({ id: 'a', sequence: 1 })], next: null },
  }
  let release = Promise.withResolvers<void>()
  release.resolve()
  const options = {
    ...ledgerQuery({}),
    queryFn: async ({ pageParam }: { pageParam: number | null }) => {
      await release.promise
      return pages[pageParam === null ? 'newest' : 'older'] as LedgerPage
    },
  }
  await client.fetchInfiniteQuery(options)
  release = Promise.withResolvers<void>()
  const ledger = new InfiniteQueryObserver(client, { ...options, staleTime: Infinity })
  onTestFinished(ledger.subscribe(() => {}))
  return {
    client,
    /** As the button does it. */
    loadOlder: () => ledger.fetchNextPage(),
    release: () => release.resolve(),
    held: () =>
      client
        .getQueryData(options.queryKey)
        ?.pages.flatMap(({ items }) => items.map(({ id, status }) => `${id} ${status}`)),
  }
}

test('an entry that completes while older ones are read is complete afterwards', async () => {
  const { client, loadOlder, release, held } = await readLedger()
  const read = loadOlder()
  activityEvents.activity(client, {
    topic: 'activity',
    action: action({ id: 'b', sequence: 2, status: 'done' }),
  })
  release()
  await read
  await Promise.resolve()
  expect(held()).toEqual(['b done', 'a done'])
})

test('older entries that were requested just before the ledger is live are there afterwards', async () => {
  const { client, loadOlder, release, held } = await readLedger()
  const read = loadOlder()
  const refetched = refetchLedger(client)
  release()
  await read
  await refetched
  expect(held()).toEqual(['b sent', 'a done'])
})

import type { Change, AccessRequestSummary } from '@gatehouse/contract'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { accessRequestsQuery } from '../api/listings.ts'
import { accessRequestEvents } from './live.ts'
import { accessRequestQuery } from './queries.ts'
import { accessRequest, openAccess, summary } from './testing.ts'

const change = (items: AccessRequestSummary[]): Change<AccessRequestSummary> => ({
  topic: 'access-requests',
  whole: false,
  items,
  removed: [],
  readAt: '2026-11-22T10:00:10Z',
  snapshotAt: '2026-11-22T10:00:10Z',
  sources: { connections: 1, regions: 1, compartments: 9 },
  unread: [],
})

test('a change of the listing changes the inbox', () => {
  const client = new QueryClient()
  client.setQueryData(accessRequestsQuery.queryKey, { ...change([]), items: [summary()] })
  accessRequestEvents['access-requests'](client, change([summary({ state: 'REJECTED', phase: 'ended' })]))
  expect(client.getQueryData(accessRequestsQuery.queryKey)?.items.map(({ state }) => state)).toEqual(['REJECTED'])
})

test('what was read whole is out of date when its row changes, and only then', () => {
  const client = new QueryClient()
  const { queryKey } = accessRequestQuery(accessRequest())
  client.setQueryData(queryKey, accessRequest())
  accessRequestEvents['access-requests'](client, change([summary()]))
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(false)
  accessRequestEvents['access-requests'](client, change([summary({ state: 'INREVIEW' })]))
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true)
})

test('an access request that arrives replaces what is shown', () => {
  const client = new QueryClient()
  const { queryKey } = accessRequestQuery(accessRequest())
  client.setQueryData(queryKey, accessRequest())
  accessRequestEvents['access-request'](client, { topic: 'access-request/…', accessRequest: openAccess() })
  expect(client.getQueryData(queryKey)?.state).toBe('DEPLOYED')
})

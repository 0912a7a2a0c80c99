import type { QueryClient } from '@tanstack/react-query'
import { accessRequestsQuery, desktopPoolsQuery, workRequestsQuery } from './api/listings.ts'
import type { Thing } from './frame/palette-items.ts'
import { paths } from './paths.ts'
import { inWords } from './ui/in-words.ts'

/** Everything in the cache that has a page, for the palette. */
export function things(client: QueryClient): Thing[] {
  const accessRequests = client.getQueryData(accessRequestsQuery.queryKey)?.items ?? []
  const desktopPools = client.getQueryData(desktopPoolsQuery.queryKey)?.items ?? []
  const workRequests = client.getQueryData(workRequestsQuery.queryKey)?.items ?? []
  return [
    ...accessRequests.map((it) => ({
      kind: 'Access request',
      id: it.id,
      name: it.name,
      note: it.summary,
      to: paths.accessRequest(it),
    })),
    ...desktopPools.map((it) => ({
      kind: 'Desktop pool',
      id: it.id,
      name: it.name,
      note: inWords(it.state),
      to: paths.desktopPool(it),
    })),
    ...workRequests.map((it) => ({
      kind: 'Work request',
      id: it.id,
      name: inWords(it.operation),
      note: inWords(it.state),
      to: paths.workRequest(it),
    })),
  ]
}

/** Loads the lists that the cache lacks. Lists that fail are left out; their own pages show the error. */
export async function loadThings(client: QueryClient) {
  await Promise.all([
    client.prefetchQuery(accessRequestsQuery),
    client.prefetchQuery(desktopPoolsQuery),
    client.prefetchQuery(workRequestsQuery),
  ])
}

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { newerOf } from './newer-of.ts'
import { createRefresh, everything, invalidateRooms } from './refresh.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { changesSession?: boolean; touches?: readonly string[] }
  }
}

/** Data younger than this is shown without a refetch; the stream keeps it current. */
const freshMs = 20_000

/**
 * The query cache. `onSignedOut` runs when any call reports that the session has ended.
 * After a mutation the touched rooms are refetched in the background: `meta.touches` names them, the default is all. No
 * button waits for it. Signing in and out (`meta.changesSession`) handle the cache themselves.
 */
export function createQueryClient({ onSignedOut }: { onSignedOut: () => void }): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.code === 'not_signed_in') onSignedOut()
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError,
      onSuccess: (_reply, _input, _before, { meta }) => {
        if (meta?.changesSession !== true) void refresh(meta?.touches ?? everything)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        structuralSharing: newerOf,
        retry: mayRetry,
        refetchOnWindowFocus: false,
        // the BFF may run on the same machine, which works without a network
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  const refresh = createRefresh(invalidateRooms(client))
  return client
}

/** The BFF already retries at OCI. Here only an unreachable BFF is retried, once. */
export const mayRetry = (failures: number, error: Error) =>
  failures < 1 && error instanceof ApiError && error.code === 'unreachable'

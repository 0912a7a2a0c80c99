import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { newerOf } from './newer-of.ts'
import { createRefresh, everything, invalidateRooms } from './refresh.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { changesSession?: boolean; touches?: readonly string[] }
  }
}

/** What was read this recently is shown without asking again; the stream keeps it true meanwhile. */
const freshMs = 20_000

/**
 * The cache of everything read. `onSignedOut` runs when any call says that the session has ended.
 *
 * After a mutation, what it touched is read again in the background: `meta.touches` names the rooms, and without it all of
 * them are read. No button waits for that. Signing in and out (`meta.changesSession`) see to the cache themselves.
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
        // the console may run on the machine that serves it: no network is no reason to wait
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  const refresh = createRefresh(invalidateRooms(client))
  return client
}

/** The BFF has retried at OCI already; here only an answer that never came is asked for once more. */
export const mayRetry = (failures: number, error: Error) =>
  failures < 1 && error instanceof ApiError && error.code === 'unreachable'

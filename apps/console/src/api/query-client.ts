import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { newerOf } from './newer-of.ts'

/** What was read this recently is shown without asking again; the stream keeps it true meanwhile. */
const freshMs = 20_000

/**
 * The cache of everything read. `onSignedOut` runs when any call says that nobody is signed in any more.
 *
 * Whatever a mutation changed, everything on screen is asked for again. No mutation can forget to, and because the
 * promise is returned, its button stays busy until the page tells the truth. Signing in and out (`changesSession`) leave
 * the screen, and see to the cache themselves.
 */
export function createQueryClient({ onSignedOut }: { onSignedOut: () => void }): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.code === 'not_signed_in') onSignedOut()
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError,
      onSuccess: (_reply, _input, _before, { meta }) =>
        meta?.['changesSession'] === true ? undefined : client.invalidateQueries(),
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
  return client
}

/** The BFF has retried at OCI already; here only an answer that never came is asked for once more. */
export const mayRetry = (failures: number, error: Error) =>
  failures < 1 && error instanceof ApiError && error.code === 'unreachable'

import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * Applies an event to the cache: at once, and again after each read under the key that is in flight, since that read may
 * answer with what was before the event.
 */
export function applyEvent(client: QueryClient, queryKey: QueryKey, apply: () => void): void {
  apply()
  for (const read of readsInFlight(client, queryKey)) void read.then(apply, () => {})
}

/** The reads under the key that have not ended. */
export const readsInFlight = (client: QueryClient, queryKey: QueryKey): Promise<unknown>[] =>
  client
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching' })
    .flatMap(({ promise }) => promise ?? [])

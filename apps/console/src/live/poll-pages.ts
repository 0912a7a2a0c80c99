import type { QueryClient } from '@tanstack/react-query'

/** How often visible pages read again while streams are blocked. */
export const pollMs = 30_000

/**
 * Reads the queries of the page again, at once and every 30 s, while the page is visible; a page that becomes visible reads
 * at once. For when streams are blocked. Call the result to stop.
 */
export function pollPages(client: QueryClient, onUnreachable: () => void): () => void {
  const read = async () => {
    if (document.visibilityState !== 'visible') return
    const filters = { type: 'active', predicate: isPolled } as const
    await client.refetchQueries(filters)
    if (client.getQueryCache().findAll(filters).some(isUnreachable)) onUnreachable()
  }
  const readNow = () => void read()
  readNow()
  const timer = setInterval(readNow, pollMs)
  document.addEventListener('visibilitychange', readNow)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', readNow)
  }
}

type Polled = ReturnType<ReturnType<QueryClient['getQueryCache']>['findAll']>[number]

/** The session is asked for by the stream. */
const isPolled = ({ queryKey: [room] }: Pick<Polled, 'queryKey'>) => room !== 'session'

const isUnreachable = ({ state: { error } }: Polled) =>
  error !== null && 'code' in error && error.code === 'unreachable'

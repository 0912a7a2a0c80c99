import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readsInFlight } from './apply-event.ts'
import { topics } from './topics.ts'
import { useLiveTopics, useTopicState } from './use-live.ts'

/**
 * Follows the ledger while the component is mounted. The stream delivers entries from the moment it reports the topic
 * live; earlier entries are refetched then.
 */
export function useLiveLedger() {
  useLiveTopics([topics.activity])
  const client = useQueryClient()
  const liveSince = useTopicState(topics.activity)?.readAt
  useEffect(() => {
    if (liveSince) void refetchLedger(client)
  }, [client, liveSince])
}

/** Waits for the reads in flight: to cancel one would lose the older entries that somebody just requested. */
export async function refetchLedger(client: QueryClient): Promise<void> {
  const queryKey = ['activity']
  await Promise.allSettled(readsInFlight(client, queryKey))
  await client.invalidateQueries({ queryKey })
}

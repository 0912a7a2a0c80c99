import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
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
    if (liveSince) void client.invalidateQueries({ queryKey: ['activity'] })
  }, [client, liveSince])
}

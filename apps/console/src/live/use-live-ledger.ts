import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { topics } from './topics.ts'
import { useLiveTopics, useTopicState } from './use-live.ts'

/**
 * Follows the ledger while the component is mounted. The stream tells of entries from the moment at which it says that it
 * is live; what was written before that, or while it was away, is read again then.
 */
export function useLiveLedger() {
  useLiveTopics([topics.activity])
  const client = useQueryClient()
  const liveSince = useTopicState(topics.activity)?.readAt
  useEffect(() => {
    if (liveSince) void client.invalidateQueries({ queryKey: ['activity'] })
  }, [client, liveSince])
}

import { useQuery } from '@tanstack/react-query'
import { topics } from '../live/topics.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { Count } from '../ui/Badge.tsx'
import { accessRequestsQuery } from '../api/listings.ts'

/** How many access requests wait for a decision, wherever they are: for the navigation. */
export function WaitingCount() {
  useLiveTopics([topics.accessRequests])
  const { data } = useQuery(accessRequestsQuery)
  const waiting = data?.items.filter(({ phase }) => phase === 'waiting' || phase === 'extension-waiting').length ?? 0
  return <Count value={waiting} label="waiting for a decision" />
}

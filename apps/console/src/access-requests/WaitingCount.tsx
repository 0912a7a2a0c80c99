import { useQuery } from '@tanstack/react-query'
import { topics } from '../live/topics.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { Count } from '../ui/Badge.tsx'
import { accessRequestsQuery } from '../api/listings.ts'

/** The number of access requests that wait for a decision, in all scopes. For the navigation. */
export function WaitingCount() {
  useLiveTopics([topics.accessRequests])
  const { data } = useQuery(accessRequestsQuery)
  const waiting = data?.items.filter(({ phase }) => phase === 'waiting' || phase === 'extension-waiting').length ?? 0
  return <Count value={waiting} label="waiting for a decision" />
}

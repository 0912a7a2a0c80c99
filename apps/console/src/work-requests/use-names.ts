import { useQuery } from '@tanstack/react-query'
import { accessRequestsQuery, desktopPoolsQuery } from '../api/listings.ts'

/** What work can be on, by name. Empty until it is read: names are welcome, not needed. */
export function useNames(): readonly { id: string; name: string }[] {
  const { data: pools } = useQuery(desktopPoolsQuery)
  const { data: accessRequests } = useQuery(accessRequestsQuery)
  return [...(pools?.items ?? []), ...(accessRequests?.items ?? [])]
}

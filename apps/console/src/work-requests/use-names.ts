import { useQuery } from '@tanstack/react-query'
import { accessRequestsQuery, desktopPoolsQuery } from '../api/listings.ts'

/** The things that work requests may concern, by name. Empty until they are read; pages do not wait for them. */
export function useNames(): readonly { id: string; name: string }[] {
  const { data: pools } = useQuery(desktopPoolsQuery)
  const { data: accessRequests } = useQuery(accessRequestsQuery)
  return [...(pools?.items ?? []), ...(accessRequests?.items ?? [])]
}

import type { Listing, Unread } from '@gatehouse/contract'
import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { scopeName, type Placed } from '../frame/scope.ts'
import { usePlaces } from '../frame/use-places.ts'
import { useTopicState } from '../live/use-live.ts'
import { plural } from '../ui/in-words.ts'

const lookedIn = ({ sources: { compartments, regions } }: Pick<Listing<unknown>, 'sources'>) =>
  `in ${plural(compartments, 'compartment')}, ${plural(regions, 'region')}`

/** A listing within the scope. It loads and fails independently of other listings. */
export interface Scoped<T> {
  /** The items within the scope. Undefined while it loads or when it could not be read. */
  listing: Listing<T> | undefined
  /** The places that were read: "in 14 compartments, 2 regions", "in Frankfurt". */
  where: string
  /** Why there is no listing. */
  error: Error | null
  retry: () => void
  retrying: boolean
}

/** A listing filtered by the scope, with the stream's latest `readAt`. */
export function useScoped<T extends Placed, Key extends readonly unknown[]>(
  options: UseQueryOptions<Listing<T>, Error, Listing<T>, Key>,
  topic: string,
): Scoped<T> {
  const { data, error, isFetching, refetch } = useQuery(options)
  const { inScope, scope, connections } = usePlaces()
  const readAt = useTopicState(topic)?.readAt ?? ''
  const inScopeUnread = (each: Unread) =>
    // a connection that failed as a whole lists no compartments, so it affects every scope within it
    each.compartment === null && 'connectionId' in scope ? each.connectionId === scope.connectionId : inScope(each)

  return {
    listing: data && {
      ...data,
      items: data.items.filter(inScope),
      unread: data.unread.filter(inScopeUnread),
      readAt: readAt > data.readAt ? readAt : data.readAt,
    },
    where: data && scope.kind === 'all' ? lookedIn(data) : `in ${scopeName(scope, connections)}`,
    error: data ? null : error,
    retry: () => void refetch(),
    retrying: isFetching,
  }
}

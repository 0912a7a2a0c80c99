import type { LiveEventName, LiveEvents } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'

/** A room's table: what each of its events changes in the cache. */
export type LiveHandlers<Names extends LiveEventName> = {
  [Name in Names]: (client: QueryClient, event: LiveEvents[Name]) => void
}

/** All rooms' tables together. An event that no room handles does not compile. `topic-state` is kept by `live/`. */
export type AllLiveHandlers = LiveHandlers<Exclude<LiveEventName, 'topic-state'>>

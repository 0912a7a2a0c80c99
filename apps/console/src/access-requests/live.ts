import { accessRequestsQuery } from '../api/listings.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import { applyChange } from '../live/apply-change.ts'
import { accessRequestQuery } from './queries.ts'

/** How each event of this room updates the cache. */
export const accessRequestEvents: LiveHandlers<'access-requests' | 'access-request'> = {
  'access-requests': (client, change) => {
    client.setQueryData(accessRequestsQuery.queryKey, (listing) => applyChange(listing, change))
    // a changed row makes the cached detail stale
    for (const row of change.items) {
      const { queryKey } = accessRequestQuery(row)
      const cached = client.getQueryData(queryKey)
      if (cached && (cached.state !== row.state || cached.updatedAt !== row.updatedAt))
        void client.invalidateQueries({ queryKey })
    }
  },

  'access-request': (client, { accessRequest }) =>
    client.setQueryData(accessRequestQuery(accessRequest).queryKey, accessRequest),
}

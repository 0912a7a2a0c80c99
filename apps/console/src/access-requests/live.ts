import { applyEvent } from '../live/apply-event.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import { accessRequestQuery } from './queries.ts'

/** How each event of this room updates the cache. */
export const accessRequestEvents: LiveHandlers<'access-request'> = {
  'access-request': (client, { accessRequest }) => {
    const { queryKey } = accessRequestQuery(accessRequest)
    applyEvent(client, queryKey, () => client.setQueryData(queryKey, accessRequest))
  },
}

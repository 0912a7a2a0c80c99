import type { LiveHandlers } from '../live/handlers.ts'
import { accessRequestQuery } from './queries.ts'

/** How each event of this room updates the cache. */
export const accessRequestEvents: LiveHandlers<'access-request'> = {
  'access-request': (client, { accessRequest }) =>
    client.setQueryData(accessRequestQuery(accessRequest).queryKey, accessRequest),
}

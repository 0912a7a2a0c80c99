import { applyEvent } from '../live/apply-event.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import { desktopPoolQuery } from './queries.ts'

/** How each event of this room updates the cache. */
export const desktopPoolEvents: LiveHandlers<'desktop-pool'> = {
  'desktop-pool': (client, { desktopPool }) => {
    const { queryKey } = desktopPoolQuery(desktopPool)
    applyEvent(client, queryKey, () => client.setQueryData(queryKey, desktopPool))
  },
}

import { applyChange } from '../live/apply-change.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import { desktopPoolDesktopsQuery, desktopsQuery } from './queries.ts'

/** How each event of this room updates the cache. */
export const desktopEvents: LiveHandlers<'desktops' | 'desktop-pool-desktops'> = {
  desktops: (client, change) => client.setQueryData(desktopsQuery.queryKey, (listing) => applyChange(listing, change)),

  'desktop-pool-desktops': (client, change) =>
    client.setQueryData(desktopPoolDesktopsQuery(poolOf(change.topic)).queryKey, (listing) =>
      applyChange(listing, change),
    ),
}

/** `desktop-pool-desktops/{connection}/{pool}` */
function poolOf(topic: string) {
  const [, connectionId = '', id = ''] = topic.split('/')
  return { connectionId, id }
}

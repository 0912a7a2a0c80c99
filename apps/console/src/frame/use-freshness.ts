import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { freshnessOf, type Freshness } from './freshness.ts'

/** How fresh what is on screen now is. */
export function useFreshness(): Freshness {
  const cache = useQueryClient().getQueryCache()
  const key = useSyncExternalStore(
    // the cache tells of queries while components are being drawn, when no other may be told to draw itself
    (changed) => cache.subscribe(notifyManager.batchCalls(changed)),
    () => JSON.stringify(freshnessOf(cache.findAll({ type: 'active' }).map(({ state }) => state.data))),
  )
  return JSON.parse(key) as Freshness // written just above
}

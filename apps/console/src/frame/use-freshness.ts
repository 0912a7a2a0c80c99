import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { freshnessOf, type PageFreshness } from './freshness.ts'

/** The freshness of the present page. */
export function useFreshness(): PageFreshness {
  const cache = useQueryClient().getQueryCache()
  const key = useSyncExternalStore(
    // the cache notifies during render, when other components must not update; `batchCalls` defers it
    (changed) => cache.subscribe(notifyManager.batchCalls(changed)),
    () => JSON.stringify(freshnessOf(cache.findAll({ type: 'active' }).map(({ state }) => state.data))),
  )
  return JSON.parse(key) as PageFreshness // written just above
}

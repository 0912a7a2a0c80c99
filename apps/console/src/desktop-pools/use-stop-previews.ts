import type { DesktopPoolSummary, PoolUsage, StopPreview } from '@gatehouse/contract'
import { useQueries } from '@tanstack/react-query'
import { stopPreviewQuery } from './queries.ts'

/** Who a stop cuts off in one pool: read for the question, or as the list last knew it. */
export interface PoolPreview {
  pool: DesktopPoolSummary
  usage: PoolUsage | null
  /** Of those connected, at most fifty. */
  users: readonly string[]
  /** Why it could not be read for the question. */
  error: Error | null
  reading: boolean
}

/** Reads who a stop of these pools would cut off. None for no pools. */
export const useStopPreviews = (pools: readonly DesktopPoolSummary[]): PoolPreview[] =>
  useQueries({
    queries: pools.map(stopPreviewQuery),
    combine: (results) =>
      pools.map((pool, index) => {
        const preview: StopPreview | undefined = results[index]?.data
        return {
          pool,
          usage: preview?.usage ?? pool.usage,
          users: preview?.connectedUsers ?? [],
          error: results[index]?.error ?? null,
          reading: results[index]?.isPending ?? true,
        }
      }),
  })

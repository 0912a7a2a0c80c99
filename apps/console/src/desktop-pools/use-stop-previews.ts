import type { DesktopPoolSummary, PoolUsage, StopPreview } from '@gatehouse/contract'
import { useQueries } from '@tanstack/react-query'
import { stopPreviewQuery } from './queries.ts'

/** The users whom a stop of one pool disconnects: read for the confirmation, else as in the list. */
export interface PoolPreview {
  pool: DesktopPoolSummary
  usage: PoolUsage | null
  /** Names of connected users, at most fifty. */
  users: readonly string[]
  /** Why the read for the confirmation failed. */
  error: Error | null
  reading: boolean
}

/** Reads the users whom a stop of these pools would disconnect. */
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

import type { DesktopPoolSummary } from '@gatehouse/contract'
import { freeSeats, usageParts } from '../states/pool-usage.ts'
import type { MeterPart } from '../ui/Meter.tsx'

export interface TotalUsage {
  parts: MeterPart[]
  /** Desktops that could still be made. */
  free: number
  /** The maximum. */
  total: number
}

/** The desktops of several pools as one bar. Pools that could not be read are left out of parts and total. */
export function totalUsage(pools: readonly DesktopPoolSummary[]): TotalUsage {
  const read = pools.filter(({ usage }) => usage !== null)
  const sums = new Map<string, MeterPart>()
  for (const part of read.flatMap((pool) => usageParts(pool))) {
    sums.set(part.label, { ...part, value: (sums.get(part.label)?.value ?? 0) + part.value })
  }
  const free = read.reduce((sum, pool) => sum + (freeSeats(pool) ?? 0), 0)
  const parts = [...sums.values()]
  return { parts, free, total: parts.reduce((sum, { value }) => sum + value, free) }
}

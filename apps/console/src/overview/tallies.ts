import type { Overview } from '@gatehouse/contract'
import type { Tone } from '../ui/tones.ts'

/** The content of a tile. */
export interface Tally {
  count: number
  tone: Tone
  /** What changed, or the worst part. */
  change: string
  changeTone?: 'bad' | 'warn'
  /** The search parameters of the list that shows the counted items. */
  search?: string
}

type Part<Name extends keyof Overview> = Exclude<Overview[Name], null>

/**
 * Access requests that wait for a decision. Access that failed to close takes the place of the change: it is urgent.
 */
export function waitingTally({ waiting, waitingSinceHour, mayBeOpen }: Part<'accessRequests'>): Tally {
  const tally = { count: waiting, tone: waiting > 0 ? ('warn' as const) : ('good' as const) }
  if (mayBeOpen > 0) return { ...tally, change: `${mayBeOpen} may still have access`, changeTone: 'bad' }
  return { ...tally, change: inLastHour(waiting, waitingSinceHour, 'all decided') }
}

/** Unhealthy pools. */
export function poolsTally({ unhealthy, failed, changing }: Part<'desktopPools'>): Tally {
  const troubledTone = failed > 0 ? 'bad' : 'warn'
  return {
    count: unhealthy,
    tone: unhealthy > 0 ? troubledTone : 'good',
    change: changing === 0 ? 'none changing' : `${changing} changing`,
    search: 'health=unhealthy',
  }
}

/** Work requests in progress. */
export function inFlightTally({ running, needsAttention, runningSinceHour }: Part<'workRequests'>): Tally {
  const tally = {
    count: running,
    tone: running > 0 ? ('busy' as const) : ('plain' as const),
    search: 'progress=running&progress=needs-attention',
  }
  if (needsAttention > 0) {
    const needs = needsAttention === 1 ? 'needs' : 'need'
    return { ...tally, change: `${needsAttention} ${needs} attention`, changeTone: 'warn' }
  }
  return { ...tally, change: inLastHour(running, runningSinceHour, 'OCI is idle') }
}

/** Work requests that failed within a day. */
export const failedTally = ({ failedSinceDay, failedSinceHour }: Part<'workRequests'>): Tally => ({
  count: failedSinceDay,
  tone: failedSinceDay > 0 ? 'bad' : 'good',
  change: inLastHour(failedSinceDay, failedSinceHour, 'all clear'),
  search: 'state=FAILED',
})

/** How many of them came within the last hour. */
function inLastHour(count: number, fresh: number, none: string): string {
  if (count === 0) return none
  if (fresh === 0) return 'none in the last hour'
  return fresh === count ? 'all in the last hour' : `${fresh} in the last hour`
}

import type { AccessRequestSummary, DesktopPoolSummary, WorkRequest } from '@gatehouse/contract'
import { needsDecision } from '../states/access-request-state.ts'
import { since } from '../states/access-request-urgency.ts'
import { inFlight } from '../states/work-request-state.ts'
import type { Tone } from '../ui/tones.ts'
import { poolTrouble } from './pool-trouble.ts'

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

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * Access requests that wait for a decision. Access that failed to close takes the place of the change: it is urgent.
 */
export function waitingTally(accessRequests: readonly AccessRequestSummary[], now: number): Tally {
  const waiting = accessRequests.filter(needsDecision)
  const tally = { count: waiting.length, tone: waiting.length > 0 ? ('warn' as const) : ('good' as const) }
  const open = accessRequests.filter(({ phase }) => phase === 'may-be-open').length
  if (open > 0) return { ...tally, change: `${open} may still have access`, changeTone: 'bad' }
  const fresh = waiting.filter((each) => within(since(each), now, hourMs)).length
  return { ...tally, change: inLastHour(waiting.length, fresh, 'all decided') }
}

/** Unhealthy pools. */
export function poolsTally(pools: readonly DesktopPoolSummary[]): Tally {
  const troubled = pools.filter((pool) => poolTrouble(pool))
  const changing = pools.filter(({ state }) => ['CREATING', 'UPDATING', 'DELETING'].includes(state)).length
  const isBad = troubled.some((pool) => poolTrouble(pool)?.tone === 'bad')
  const troubledTone = isBad ? 'bad' : 'warn'
  return {
    count: troubled.length,
    tone: troubled.length > 0 ? troubledTone : 'good',
    change: changing === 0 ? 'none changing' : `${changing} changing`,
    search: searchFor(new Set(troubled.map(({ state }) => state))),
  }
}

/** Work requests in progress. */
export function inFlightTally(workRequests: readonly WorkRequest[], now: number): Tally {
  const running = workRequests.filter(inFlight)
  const tally = {
    count: running.length,
    tone: running.length > 0 ? ('busy' as const) : ('plain' as const),
    search: searchFor(new Set(running.map(({ state }) => state))),
  }
  const stuck = running.filter(({ state }) => state === 'NEEDS_ATTENTION').length
  if (stuck > 0) return { ...tally, change: `${stuck} ${stuck === 1 ? 'needs' : 'need'} attention`, changeTone: 'warn' }
  const fresh = running.filter(({ acceptedAt }) => within(acceptedAt, now, hourMs)).length
  return { ...tally, change: inLastHour(running.length, fresh, 'OCI is idle') }
}

/** Work requests that failed within a day. */
export function failedTally(workRequests: readonly WorkRequest[], now: number): Tally {
  const failed = failedSince(workRequests, now, dayMs)
  const fresh = failedSince(failed, now, hourMs).length
  return {
    count: failed.length,
    tone: failed.length > 0 ? 'bad' : 'good',
    change: inLastHour(failed.length, fresh, 'all clear'),
    search: searchFor(new Set(['FAILED'])),
  }
}

/** Work requests that failed within `spanMs`, the latest first. */
export const failedSince = (workRequests: readonly WorkRequest[], now: number, spanMs = dayMs) =>
  workRequests
    .filter(({ state, finishedAt }) => state === 'FAILED' && within(finishedAt, now, spanMs))
    .toSorted((a, b) => (b.finishedAt ?? '').localeCompare(a.finishedAt ?? ''))

/** How many of them came within the last hour. */
function inLastHour(count: number, fresh: number, none: string): string {
  if (count === 0) return none
  if (fresh === 0) return 'none in the last hour'
  return fresh === count ? 'all in the last hour' : `${fresh} in the last hour`
}

/** Times in the future count too: OCI's clock may be ahead. */
const within = (at: string | null, now: number, spanMs: number) => at !== null && Date.parse(at) > now - spanMs

const searchFor = (states: ReadonlySet<string>) =>
  [...states].map((state) => `state=${encodeURIComponent(state)}`).join('&')

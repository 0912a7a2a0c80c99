import type { AccessPhase, AccessRequestSummary } from '@gatehouse/contract'

/** The order of phases by urgency. */
const phaseRank: Record<AccessPhase, number> = {
  'may-be-open': 0,
  unknown: 1,
  'extension-waiting': 2,
  waiting: 2,
  'in-transit': 3,
  open: 4,
  scheduled: 5,
  ended: 6,
}

/**
 * A text that sorts access requests by urgency: access that failed to close; then decisions by severity, extensions before
 * first decisions because their access is running out, those that wait for the operator after those that wait for us, the
 * longest waiting first; then access requests in transit, active, scheduled and ended.
 */
export function urgencyKey(request: AccessRequestSummary): string {
  const { phase, severity, state, startsAt } = request
  const rank = String(phaseRank[phase])
  // The latest ended first.
  if (phase === 'ended') return `${rank} ${padded(latestMs - (msOf(since(request)) ?? 0))}`
  if (phase === 'scheduled') return `${rank} ${padded(msOf(startsAt) ?? latestMs)}`
  const isFirstDecision = phase === 'extension-waiting' ? 0 : 1
  const isWithOperator = state === 'MOREINFO' ? 1 : 0
  const level = String(severityRank(severity) ?? 99).padStart(2, '0')
  return `${rank} ${level} ${isFirstDecision} ${isWithOperator} ${padded(msOf(since(request)) ?? latestMs)}`
}

/** S1 is 1. Null without a severity that has a level. */
export function severityRank(severity: string | null): number | null {
  const [, level] = /^S(\d{1,2})$/.exec(severity ?? '') ?? []
  return level === undefined ? null : Number(level)
}

/** Since when it is in this phase: a first decision waits since it was raised, any other phase since the last change. */
export const since = ({ phase, createdAt, updatedAt }: AccessRequestSummary) =>
  phase === 'waiting' ? (createdAt ?? updatedAt) : (updatedAt ?? createdAt)

/** The year 9999, so that all keys have the same width. */
const latestMs = 253_402_300_799_999

const padded = (ms: number) => String(Math.max(0, Math.min(latestMs, ms))).padStart(15, '0')

function msOf(at: string | null): number | null {
  const ms = at === null ? Number.NaN : Date.parse(at)
  return Number.isNaN(ms) ? null : ms
}

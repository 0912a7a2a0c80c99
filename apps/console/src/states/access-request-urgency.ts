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
 * Sorts by urgency: access that failed to close; then decisions by severity, extensions before first decisions because
 * their access is running out, those that wait for the operator after those that wait for us, the longest waiting
 * first; then access requests in transit, active, scheduled and ended.
 */
export function byUrgency(a: AccessRequestSummary, b: AccessRequestSummary): number {
  const byPhase = phaseRank[a.phase] - phaseRank[b.phase]
  if (byPhase !== 0) return byPhase
  // the latest ended first
  if (a.phase === 'ended') return sinceMs(b) - sinceMs(a)
  if (a.phase === 'scheduled') return startMs(a) - startMs(b)
  return (
    severityRank(a.severity) - severityRank(b.severity) ||
    (isExtension(b) ? 1 : 0) - (isExtension(a) ? 1 : 0) ||
    (isWithOperator(a) ? 1 : 0) - (isWithOperator(b) ? 1 : 0) ||
    sinceMs(a) - sinceMs(b)
  )
}

/** S1 is 1. No severity ranks last. */
export function severityRank(severity: string | null): number {
  const [, level] = /^S(\d+)$/.exec(severity ?? '') ?? []
  return level === undefined ? 99 : Number(level)
}

/**
 * Since when it is in this phase: a first decision waits since it was raised, any other phase since the last change.
 */
export const since = ({ phase, createdAt, updatedAt }: AccessRequestSummary) =>
  phase === 'waiting' ? (createdAt ?? updatedAt) : (updatedAt ?? createdAt)

const sinceMs = (request: AccessRequestSummary) => ms(since(request))
const startMs = ({ startsAt }: AccessRequestSummary) => ms(startsAt)
const ms = (at: string | null) => (at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at))

const isExtension = ({ phase }: AccessRequestSummary) => phase === 'extension-waiting'
const isWithOperator = ({ state }: AccessRequestSummary) => state === 'MOREINFO'

import type { AccessPhase, AccessRequestSummary } from '@gatehouse/contract'

/** Which of two kinds of standing is looked at first. */
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
 * What needs somebody first, first: access that may still be open; then decisions, the most severe first, an extension
 * before a first decision since its access is running out, what waits for the operator's answer after what waits for ours,
 * and the longest waiting first; then what is moving, open, yet to begin, and over.
 */
export function byUrgency(a: AccessRequestSummary, b: AccessRequestSummary): number {
  const byPhase = phaseRank[a.phase] - phaseRank[b.phase]
  if (byPhase !== 0) return byPhase
  // what is over is read backwards in time
  if (a.phase === 'ended') return sinceMs(b) - sinceMs(a)
  if (a.phase === 'scheduled') return startMs(a) - startMs(b)
  return (
    severityRank(a.severity) - severityRank(b.severity) ||
    (isExtension(b) ? 1 : 0) - (isExtension(a) ? 1 : 0) ||
    (isWithOperator(a) ? 1 : 0) - (isWithOperator(b) ? 1 : 0) ||
    sinceMs(a) - sinceMs(b)
  )
}

/** S1 is 1; one without severity comes after all that have one. */
export function severityRank(severity: string | null): number {
  const [, level] = /^S(\d+)$/.exec(severity ?? '') ?? []
  return level === undefined ? 99 : Number(level)
}

/** Since when it has been standing as it does: a first decision waits since it was raised, all else since it last changed. */
export const since = ({ phase, createdAt, updatedAt }: AccessRequestSummary) =>
  phase === 'waiting' ? (createdAt ?? updatedAt) : (updatedAt ?? createdAt)

const sinceMs = (request: AccessRequestSummary) => ms(since(request))
const startMs = ({ startsAt }: AccessRequestSummary) => ms(startsAt)
const ms = (at: string | null) => (at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at))

const isExtension = ({ phase }: AccessRequestSummary) => phase === 'extension-waiting'
const isWithOperator = ({ state }: AccessRequestSummary) => state === 'MOREINFO'

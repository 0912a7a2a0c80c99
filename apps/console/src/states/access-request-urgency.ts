import type { AccessRequestSummary } from '@gatehouse/contract'

/** S1 is 1. No severity ranks last. */
export function severityRank(severity: string | null): number {
  const [, level] = /^S(\d+)$/.exec(severity ?? '') ?? []
  return level === undefined ? 99 : Number(level)
}

/**
 * Since when it is in this phase: a first decision waits since it was raised, any other phase since the last change.
 */
export const since = ({
  phase,
  createdAt,
  updatedAt,
}: Pick<AccessRequestSummary, 'phase' | 'createdAt' | 'updatedAt'>) =>
  phase === 'waiting' ? (createdAt ?? updatedAt) : (updatedAt ?? createdAt)

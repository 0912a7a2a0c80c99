import { replaceEqualDeep } from '@tanstack/react-query'

/** The largest clock skew between replicas. A larger difference means that a clock was set. */
const mostMs = 60_000

/**
 * The later read of the two. An answer may arrive after a newer stream event and must not replace it, because the
 * stream does not repeat events. Equal data keeps its identity.
 */
export function newerOf(existing: unknown, arrived: unknown): unknown {
  const lateMs = readMs(existing) - readMs(arrived)
  return lateMs > 0 && lateMs < mostMs ? existing : replaceEqualDeep(existing, arrived)
}

/** NaN without a time; comparisons with NaN are false. */
function readMs(read: unknown): number {
  return typeof read === 'object' && read !== null && 'readAt' in read ? Date.parse(String(read.readAt)) : Number.NaN
}

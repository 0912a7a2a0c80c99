import { replaceEqualDeep } from '@tanstack/react-query'

/** Clocks of two replicas are never this far apart; what seems older by more is taken for a clock that was set. */
const mostMs = 60_000

/**
 * What was read later, of what is known and what arrived. An answer may be on its way while the stream brings something
 * newer: then it must not take its place, for the stream does not bring the same twice. What is equal stays the same object.
 */
export function newerOf(existing: unknown, arrived: unknown): unknown {
  const lateMs = readMs(existing) - readMs(arrived)
  return lateMs > 0 && lateMs < mostMs ? existing : replaceEqualDeep(existing, arrived)
}

/** NaN where there is none; no comparison with it holds. */
const readMs = (read: unknown) =>
  typeof read === 'object' && read !== null && 'readAt' in read && typeof read.readAt === 'string'
    ? Date.parse(read.readAt)
    : Number.NaN

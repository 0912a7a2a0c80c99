/** The intervals of polling, in milliseconds. Every wait is jittered by a tenth, so that pollers do not run in step. */
export interface Pace {
  /** While something is in transition, and after a nudge. */
  readonly fastMs: number
  /** The longest wait while reads succeed. */
  readonly slowMs: number
  /** The longest wait after failures, each of which doubles it. */
  readonly failingMs: number
  /** How long a poller lives after its last watcher left, so that a reloaded page gets a recent state at once. */
  readonly lingerMs: number
}

export const defaultPace: Pace = { fastMs: 1_000, slowMs: 6_000, failingMs: 30_000, lingerMs: 10_000 }

/** What the last read found. */
export type ReadOutcome = 'changed' | 'moving' | 'calm' | 'failed'

/** The wait until the next read, from the wait before the last one. */
export function nextWaitMs(pace: Pace, waitedMs: number, outcome: ReadOutcome): number {
  const atLeastMs = Math.max(pace.fastMs, waitedMs)
  if (outcome === 'changed') return pace.fastMs
  if (outcome === 'failed') return Math.min(pace.failingMs, atLeastMs * 2)
  return Math.min(pace.slowMs, outcome === 'moving' ? atLeastMs : atLeastMs * 1.6)
}

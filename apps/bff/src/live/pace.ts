/** How often the hub looks, in milliseconds. Every wait varies by a tenth, so that pollers do not march in step. */
export interface Pace {
  /** While something moves, and after a nudge. */
  readonly fastMs: number
  /** When all is calm. */
  readonly slowMs: number
  /** The longest wait after failures, each of which doubles it. */
  readonly failingMs: number
  /** How long it goes on after the last watcher left: a page that is loaded again finds everything warm. */
  readonly lingerMs: number
}

export const defaultPace: Pace = { fastMs: 1_000, slowMs: 6_000, failingMs: 30_000, lingerMs: 10_000 }

/** What the last look found. */
export type Look = 'changed' | 'moving' | 'calm' | 'failed'

/** The wait after a look, from the wait before it. */
export function nextWaitMs(pace: Pace, waitedMs: number, look: Look, patience: number): number {
  if (look === 'changed') return pace.fastMs
  if (look === 'failed') return Math.min(pace.failingMs, Math.max(pace.fastMs, waitedMs) * 2)
  const growth = look === 'moving' ? patience : 1.6
  return Math.min(pace.slowMs, Math.max(pace.fastMs, waitedMs) * growth)
}

export const jittered = (ms: number) => ms * (0.9 + 0.2 * Math.random())

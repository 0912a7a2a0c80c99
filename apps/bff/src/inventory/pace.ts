/** The intervals of reading places, in milliseconds. Every wait is jittered by a tenth, so that reads spread evenly. */
export interface InventoryPace {
  /** While something in the place is in transition, and after a change. */
  readonly movingMs: number
  /** While a page about a thing in the place is open, and for a while after an act on one. */
  readonly attendedMs: number
  /** When nothing changes: at least, and at most. Where few places are read, they are read more often. */
  readonly calmLeastMs: number
  readonly calmMs: number
  /** The longest interval of an empty place. It doubles up to this. */
  readonly emptyMs: number
  /** The longest wait after failures, each of which doubles it. */
  readonly failingMs: number
  /** How long reading goes on after the last request or watcher. Longer than the interval of pages without a stream. */
  readonly lingerMs: number
  /** How long a request waits for a place that was never read, or that an act has changed. */
  readonly patienceMs: number
}

export const defaultInventoryPace: InventoryPace = {
  movingMs: 2_500,
  attendedMs: 5_000,
  calmLeastMs: 6_000,
  calmMs: 30_000,
  emptyMs: 300_000,
  failingMs: 30_000,
  lingerMs: 45_000,
  patienceMs: 1_500,
}

/** What the last read of a place found. */
export type PlaceOutcome = 'changed' | 'moving' | 'calm' | 'empty' | 'failed'

export interface PlacePaceInput {
  pace: InventoryPace
  outcome: PlaceOutcome
  /** The interval before the last read. */
  previousMs: number
  /** A page about a thing in the place is open. */
  isAttended: boolean
  /** How many places are read for the noun. */
  places: number
  /** How soon a new item must be seen in this place; undefined where no bound is promised. */
  seenWithinMs: number | undefined
}

/** Reads per second, for one noun, that are always affordable: few places are read more often than `calmMs`. */
const cheapPerSecond = 2

/** The wait until the next read of a place. */
export function nextIntervalMs(input: PlacePaceInput): number {
  const { pace, outcome, previousMs, isAttended, places, seenWithinMs = Infinity } = input
  const calmMs = Math.min(pace.calmMs, Math.max(pace.calmLeastMs, (places * 1000) / cheapPerSecond))
  if (outcome === 'failed') return Math.min(pace.failingMs, Math.max(pace.movingMs / 2, previousMs) * 2)
  const mostMs = Math.min(isAttended ? pace.attendedMs : Infinity, seenWithinMs / 1.1)
  if (outcome === 'changed' || outcome === 'moving') return Math.min(pace.movingMs, mostMs)
  if (outcome === 'calm') return Math.min(Math.max(pace.movingMs, previousMs * 2), calmMs, mostMs)
  const emptyMs = Math.min(pace.emptyMs, Math.max(calmMs, previousMs * 2))
  return Math.min(calmMs < pace.calmMs ? calmMs : emptyMs, mostMs)
}

import type { ServiceId } from '@gatehouse/oci-api'
import { OciError } from './error.ts'

/** How much is much, for each service on its own. */
export interface BudgetOptions {
  /** Calls of one service that are under way at once. 16. */
  readonly inFlight?: number
  /** Calls of one service that begin within a second, in the long run. 40. */
  readonly perSecond?: number
  /** Calls that may begin at once after a calm. As many as begin within a second. */
  readonly burst?: number
}

/** What a call came to, as far as it matters to those that wait. */
export interface BudgetOutcome {
  /** OCI answered 429. */
  readonly throttled: boolean
  readonly retryAfterSeconds?: number | undefined
}

/**
 * How much one connection may ask of OCI, shared by all who use it. Each service has a lane of its own. Whoever comes
 * when a lane is full waits in line. Calls that change something are urgent: nobody's decision waits for a listing.
 */
export interface Budget {
  /**
   * Waits for a place, and gives what must be called when the call has ended. Who is `urgent` goes before all who are not.
   * Rejects with the signal's reason.
   */
  enter(service: ServiceId, signal: AbortSignal, urgent?: boolean): Promise<(outcome: BudgetOutcome) => void>
  /** How a lane is doing. */
  state(service: ServiceId): { inFlight: number; waiting: number; perSecond: number }
}

/** Every 429 halves what is begun per second, down to this part of it; then it comes back evenly within this time. */
const leastShare = 1 / 32
const recoveryMs = 60_000

/** Calls that were under way together are throttled together; they count as one 429. */
const oneThrottlingMs = 1_000

/** Nobody waits longer than this because of a `retry-after`; their own deadlines are about as long. */
const longestRestMs = 60_000

/** Throws `bad-profile` when it would let nobody in. */
export function createBudget({ inFlight = 16, perSecond = 40, burst = perSecond }: BudgetOptions = {}): Budget {
  if (!(inFlight >= 1 && perSecond > 0 && burst > 0)) {
    throw new OciError('bad-profile', 'A budget must allow at least one call in flight, and more than none per second.')
  }
  const lanes = new Map<ServiceId, Lane>()
  const laneOf = (service: ServiceId) => {
    const lane = lanes.get(service) ?? createLane(inFlight, perSecond, Math.max(1, burst))
    lanes.set(service, lane)
    return lane
  }
  return {
    enter: (service, signal, urgent = false) => laneOf(service).enter(signal, urgent),
    state: (service) => laneOf(service).state(),
  }
}

interface Lane {
  enter(signal: AbortSignal, urgent: boolean): Promise<(outcome: BudgetOutcome) => void>
  state(): { inFlight: number; waiting: number; perSecond: number }
}

function createLane(maxInFlight: number, maxPerSecond: number, burst: number): Lane {
  const urgentOnes = new Set<() => void>()
  const others = new Set<() => void>()
  let inFlight = 0
  let perSecond = maxPerSecond
  let tokens = burst
  let reckonedAt = performance.now()
  let throttledAt = -Infinity
  let restsUntil = -Infinity
  let timer: NodeJS.Timeout | undefined

  /** What time has brought since it was last looked at. */
  function reckon(): number {
    const now = performance.now()
    const elapsedMs = now - reckonedAt
    reckonedAt = now
    tokens = Math.min(burst, tokens + (elapsedMs / 1000) * perSecond)
    perSecond = Math.min(maxPerSecond, perSecond + (elapsedMs / recoveryMs) * maxPerSecond)
    return now
  }

  function admit() {
    clearTimeout(timer)
    const now = reckon()
    for (const line of [urgentOnes, others]) {
      for (const begin of line) {
        if (inFlight >= maxInFlight) return // whoever leaves admits the next
        const waitMs = Math.max(restsUntil - now, ((1 - tokens) / perSecond) * 1000)
        if (waitMs > 0) {
          timer = setTimeout(admit, Math.ceil(waitMs))
          return
        }
        line.delete(begin)
        tokens -= 1
        inFlight += 1
        begin()
      }
    }
  }

  function leave({ throttled, retryAfterSeconds = 0 }: BudgetOutcome) {
    inFlight -= 1
    const now = reckon()
    if (throttled) {
      tokens = 0
      restsUntil = Math.max(restsUntil, now + Math.min(retryAfterSeconds * 1000, longestRestMs))
      if (now - throttledAt > oneThrottlingMs) {
        throttledAt = now
        perSecond = Math.max(perSecond / 2, maxPerSecond * leastShare)
      }
    }
    admit()
  }

  return {
    async enter(signal, urgent) {
      signal.throwIfAborted()
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const line = urgent ? urgentOnes : others
      line.add(resolve)
      admit()
      if (line.has(resolve)) {
        const giveUp = () => {
          // given a place and given up at once, it has left by its own way
          if (line.delete(resolve)) reject(signal.reason)
        }
        signal.addEventListener('abort', giveUp, { once: true })
        try {
          await promise
        } finally {
          signal.removeEventListener('abort', giveUp)
        }
      }
      let left = false
      return (outcome) => {
        if (left) return
        left = true
        leave(outcome)
      }
    },
    state() {
      reckon()
      return { inFlight, waiting: urgentOnes.size + others.size, perSecond }
    },
  }
}

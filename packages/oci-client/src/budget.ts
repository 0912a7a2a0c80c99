import type { ServiceId } from '@gatehouse/oci-api'
import { OciError } from './error.ts'

/** The limits for each service on its own. */
export interface BudgetOptions {
  /** Calls of one service in flight at once. 16. */
  readonly inFlight?: number
  /** Calls of one service in flight beyond `inFlight`, for urgent calls alone. 4. */
  readonly reserved?: number
  /** Calls of one service that begin within a second, in the long run. 40. */
  readonly perSecond?: number
  /** Calls that may begin at once when none began for a while. The same as `perSecond`. */
  readonly burst?: number
}

/** How a call ended. Throttling slows down the waiting calls. */
export interface BudgetOutcome {
  /** OCI answered 429. */
  readonly throttled: boolean
  readonly retryAfterSeconds?: number | undefined
}

/**
 * Limits the calls of one connection to OCI; its clients share the budget. Each service has its own lane with a queue.
 * Calls that change something, and the reads they depend on, are urgent, so that they do not wait for listings.
 */
export interface Budget {
  /**
   * Waits for a slot, and resolves with the function that releases it when the call has ended. An urgent call
   * - goes before all other calls,
   * - may take one of the reserved slots,
   * - borrows up to a burst from later calls, so that the rate delays it only after many urgent calls,
   * - waits 2 s at most for a `retry-after`, and only for one that an urgent call was given.
   *
   * Rejects with the signal's reason.
   */
  enter(service: ServiceId, signal: AbortSignal, urgent?: boolean): Promise<(outcome: BudgetOutcome) => void>
  /** The current state of a service's lane. */
  state(service: ServiceId): { inFlight: number; waiting: number; perSecond: number }
}

/** Every 429 halves the rate, down to this share of `perSecond`. The rate then recovers linearly within this time. */
const leastShare = 1 / 32
const recoveryMs = 60_000

/** Calls in flight together are throttled together. Within this time, several 429 count as one. */
const oneThrottlingMs = 1_000

/** No call waits longer than this for a `retry-after`; call deadlines are about as long. */
const longestRestMs = 60_000

/** A person waits for an urgent call. An early 429 helps them more than a long wait. */
const longestUrgentRestMs = 2_000

/** Throws `bad-profile` when the options would never let a call enter. */
export function createBudget({
  inFlight = 16,
  reserved = 4,
  perSecond = 40,
  burst = perSecond,
}: BudgetOptions = {}): Budget {
  if (!(inFlight >= 1 && reserved >= 0 && perSecond > 0 && burst > 0)) {
    throw new OciError(
      'bad-profile',
      'A budget must allow at least one call in flight and more than none per second; `reserved` must not be negative.',
    )
  }
  const limits = { inFlight, reserved, perSecond, burst: Math.max(1, burst) }
  const lanes = new Map<ServiceId, Lane>()
  const laneOf = (service: ServiceId) => {
    const lane = lanes.get(service) ?? createLane(limits)
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

interface Waiting {
  readonly begin: () => void
  readonly urgent: boolean
  readonly since: number
}

function createLane(limits: Required<BudgetOptions>): Lane {
  const urgentQueue = new Set<Waiting>()
  const queue = new Set<Waiting>()
  let inFlight = 0
  let perSecond = limits.perSecond
  /** Token bucket. Below zero when urgent calls have borrowed. */
  let tokens = limits.burst
  let updatedAt = performance.now()
  let throttledAt = -Infinity
  let restsUntil = -Infinity
  /** A listing that is throttled says nothing about a decision; an urgent call that is throttled does. */
  let urgentRestsUntil = -Infinity
  let timer: NodeJS.Timeout | undefined

  /** Adds the tokens and the rate gained since the last update. Returns the current time. */
  function update(): number {
    const now = performance.now()
    const elapsedMs = now - updatedAt
    updatedAt = now
    tokens = Math.min(limits.burst, tokens + (elapsedMs / 1000) * perSecond)
    perSecond = Math.min(limits.perSecond, perSecond + (elapsedMs / recoveryMs) * limits.perSecond)
    return now
  }

  const hasSlot = ({ urgent }: Waiting) => inFlight < limits.inFlight + (urgent ? limits.reserved : 0)

  /** How long this call must wait for the `retry-after` and for the rate, in milliseconds. */
  function waitMsOf({ urgent, since }: Waiting, now: number): number {
    const restUntil = urgent ? Math.min(urgentRestsUntil, since + longestUrgentRestMs) : restsUntil
    const available = urgent ? tokens + limits.burst : tokens
    return Math.max(restUntil - now, ((1 - available) / perSecond) * 1000)
  }

  function admit() {
    clearTimeout(timer)
    const now = update()
    for (const calls of [urgentQueue, queue]) {
      for (const call of calls) {
        if (!hasSlot(call)) return // the next release calls `admit` again
        const waitMs = waitMsOf(call, now)
        if (waitMs > 0) {
          timer = setTimeout(admit, Math.ceil(waitMs))
          return
        }
        calls.delete(call)
        tokens -= 1
        inFlight += 1
        call.begin()
      }
    }
  }

  function release(urgent: boolean, { throttled, retryAfterSeconds = 0 }: BudgetOutcome) {
    inFlight -= 1
    const now = update()
    if (throttled) {
      tokens = Math.min(tokens, 0)
      const restUntil = now + Math.min(retryAfterSeconds * 1000, longestRestMs)
      restsUntil = Math.max(restsUntil, restUntil)
      if (urgent) urgentRestsUntil = Math.max(urgentRestsUntil, restUntil)
      if (now - throttledAt > oneThrottlingMs) {
        throttledAt = now
        perSecond = Math.max(perSecond / 2, limits.perSecond * leastShare)
      }
    }
    admit()
  }

  return {
    async enter(signal, urgent) {
      signal.throwIfAborted()
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const call: Waiting = { begin: resolve, urgent, since: performance.now() }
      const own = urgent ? urgentQueue : queue
      own.add(call)
      admit()
      if (own.has(call)) {
        const giveUp = () => {
          // A call that already has a slot releases it when it ends.
          if (own.delete(call)) reject(signal.reason)
        }
        signal.addEventListener('abort', giveUp, { once: true })
        try {
          await promise
        } finally {
          signal.removeEventListener('abort', giveUp)
        }
      }
      let released = false
      return (outcome) => {
        if (released) return
        released = true
        release(urgent, outcome)
      }
    },
    state() {
      update()
      return { inFlight, waiting: urgentQueue.size + queue.size, perSecond }
    },
  }
}

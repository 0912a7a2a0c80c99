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
  /** Calls that may begin at once after a calm. As many as begin within a second. */
  readonly burst?: number
}

/** How a call ended, as far as it matters to the calls that wait. */
export interface BudgetOutcome {
  /** OCI answered 429. */
  readonly throttled: boolean
  readonly retryAfterSeconds?: number | undefined
}

/**
 * How much one connection may ask of OCI, shared by all its clients. Each service has a lane of its own, with a queue.
 * Calls that change something, and the reads that they depend on, are urgent: they wait for no listing.
 */
export interface Budget {
  /**
   * Waits for a slot, and resolves with the function that releases it when the call has ended. An urgent call
   * - goes before all calls that are not,
   * - may take one of the reserved slots,
   * - waits for the rate only as far as urgent calls have used it up: it borrows up to a burst from later calls,
   * - does not wait for a `retry-after` that other calls were given, and 2 s at most for one that an urgent call was given.
   *
   * Rejects with the signal's reason.
   */
  enter(service: ServiceId, signal: AbortSignal, urgent?: boolean): Promise<(outcome: BudgetOutcome) => void>
  /** How a lane is doing. */
  state(service: ServiceId): { inFlight: number; waiting: number; perSecond: number }
}

/** Every 429 halves what is begun per second, down to this part of it; then it comes back evenly within this time. */
const leastShare = 1 / 32
const recoveryMs = 60_000

/** Calls that were in flight together are throttled together; they count as one 429. */
const oneThrottlingMs = 1_000

/** No call waits longer than this for a `retry-after`; call deadlines are about as long. */
const longestRestMs = 60_000

/** A person waits for an urgent call, and would rather see the 429. */
const longestUrgentRestMs = 2_000

/** Throws `bad-profile` when no call could ever enter. */
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
  /** Below zero as far as urgent calls have borrowed. */
  let tokens = limits.burst
  let updatedAt = performance.now()
  let throttledAt = -Infinity
  let restsUntil = -Infinity
  /** A listing that is throttled says nothing about a decision; an urgent call that is throttled does. */
  let urgentRestsUntil = -Infinity
  let timer: NodeJS.Timeout | undefined

  /** Adds what has accrued since the last update. */
  function update(): number {
    const now = performance.now()
    const elapsedMs = now - updatedAt
    updatedAt = now
    tokens = Math.min(limits.burst, tokens + (elapsedMs / 1000) * perSecond)
    perSecond = Math.min(limits.perSecond, perSecond + (elapsedMs / recoveryMs) * limits.perSecond)
    return now
  }

  const hasSlot = ({ urgent }: Waiting) => inFlight < limits.inFlight + (urgent ? limits.reserved : 0)

  /** How long this call must wait for the rest and for the rate. */
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
        if (!hasSlot(call)) return // the next call that leaves admits again
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

  function leave(urgent: boolean, { throttled, retryAfterSeconds = 0 }: BudgetOutcome) {
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
          // once the call has a slot, its own end releases it
          if (own.delete(call)) reject(signal.reason)
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
        leave(urgent, outcome)
      }
    },
    state() {
      update()
      return { inFlight, waiting: urgentQueue.size + queue.size, perSecond }
    },
  }
}

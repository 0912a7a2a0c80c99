import type { ServiceId } from '@gatehouse/oci-api'
import { OciError } from './error.ts'
import { createRate, type Rate, type WaitingCall } from './rate.ts'
import { createSharedRate, type TokenSource } from './shared-rate.ts'

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
  /** Grants the calls, to this process and others. Absent: the budget is this process's own. */
  readonly tokens?: TokenSource | undefined
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

/** No call waits longer than this for a `retry-after`; call deadlines are about as long. */
const longestRestMs = 60_000

/** Throws `bad-profile` when the options would never let a call enter. */
export function createBudget({
  inFlight = 16,
  reserved = 4,
  perSecond = 40,
  burst = perSecond,
  tokens,
}: BudgetOptions = {}): Budget {
  if (!(inFlight >= 1 && reserved >= 0 && perSecond > 0 && burst > 0)) {
    throw new OciError(
      'bad-profile',
      'A budget must allow at least one call in flight and more than none per second; `reserved` must not be negative.',
    )
  }
  const limits = { inFlight, reserved, perSecond, burst: Math.max(1, burst) }
  const rateOf = (service: ServiceId, onGrant: () => void) =>
    tokens ? createSharedRate(service, { perSecond, burst: limits.burst }, tokens, onGrant) : createRate(limits)
  const lanes = new Map<ServiceId, Lane>()
  const laneOf = (service: ServiceId) => {
    const lane = lanes.get(service) ?? createLane(limits, (onGrant) => rateOf(service, onGrant))
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

interface Waiting extends WaitingCall {
  readonly begin: () => void
}

function createLane(
  limits: Pick<Required<BudgetOptions>, 'inFlight' | 'reserved'>,
  openRate: (onGrant: () => void) => Rate,
): Lane {
  const urgentQueue = new Set<Waiting>()
  const queue = new Set<Waiting>()
  const rate = openRate(admit)
  let inFlight = 0
  let timer: NodeJS.Timeout | undefined

  const freeSlots = ({ urgent }: Waiting) => limits.inFlight + (urgent ? limits.reserved : 0) - inFlight

  function admit() {
    clearTimeout(timer)
    for (const calls of [urgentQueue, queue]) {
      for (const call of calls) {
        const slots = freeSlots(call)
        if (slots <= 0) return // the next release calls `admit` again
        const waitMs = rate.waitMs(call, Math.min(calls.size, slots))
        if (waitMs > 0) {
          if (waitMs < Infinity) timer = setTimeout(admit, Math.ceil(waitMs))
          return
        }
        calls.delete(call)
        rate.spend()
        inFlight += 1
        call.begin()
      }
    }
  }

  function release(urgent: boolean, { throttled, retryAfterSeconds = 0 }: BudgetOutcome) {
    inFlight -= 1
    if (throttled) rate.throttle(urgent, Math.min(retryAfterSeconds * 1000, longestRestMs))
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
      return { inFlight, waiting: urgentQueue.size + queue.size, perSecond: rate.perSecond() }
    },
  }
}

/** A call that waits for its turn. */
export interface WaitingCall {
  readonly urgent: boolean
  /** When it came, as `performance.now()`. */
  readonly since: number
}

/** How often calls of one service may begin. */
export interface Rate {
  /**
   * How long this call must wait, in milliseconds; 0: it may begin. Infinity: until the rate calls back. `waiting` is how many
   * calls could begin now, with this one.
   */
  waitMs(call: WaitingCall, waiting: number): number
  /** A call begins. */
  spend(): void
  /** OCI answered 429. */
  throttle(urgent: boolean, restMs: number): void
  perSecond(): number
}

export interface RateLimits {
  readonly perSecond: number
  readonly burst: number
}

/** Every 429 halves the rate, down to this share of `perSecond`. The rate then recovers linearly within this time. */
export const throttling = { leastShare: 1 / 32, recoveryMs: 60_000, oneThrottlingMs: 1_000 } as const

/** A person waits for an urgent call. An early 429 helps them more than a long wait. */
export const longestUrgentRestMs = 2_000

/** The rate of this process alone: a token bucket. */
export function createRate(limits: RateLimits): Rate {
  const { leastShare, recoveryMs, oneThrottlingMs } = throttling
  let perSecond = limits.perSecond
  /** Below zero when urgent calls have borrowed. */
  let tokens = limits.burst
  let updatedAt = performance.now()
  let throttledAt = -Infinity
  let restsUntil = -Infinity
  /** A listing that is throttled says nothing about a decision; an urgent call that is throttled does. */
  let urgentRestsUntil = -Infinity

  /** Adds the tokens and the rate gained since the last update. Returns the current time. */
  function update(): number {
    const now = performance.now()
    const elapsedMs = now - updatedAt
    updatedAt = now
    tokens = Math.min(limits.burst, tokens + (elapsedMs / 1000) * perSecond)
    perSecond = Math.min(limits.perSecond, perSecond + (elapsedMs / recoveryMs) * limits.perSecond)
    return now
  }

  return {
    waitMs({ urgent, since }) {
      const now = update()
      const restUntil = urgent ? Math.min(urgentRestsUntil, since + longestUrgentRestMs) : restsUntil
      const available = urgent ? tokens + limits.burst : tokens
      return Math.max(0, restUntil - now, ((1 - available) / perSecond) * 1000)
    },
    spend() {
      tokens -= 1
    },
    throttle(urgent, restMs) {
      const now = update()
      tokens = Math.min(tokens, 0)
      restsUntil = Math.max(restsUntil, now + restMs)
      if (urgent) urgentRestsUntil = Math.max(urgentRestsUntil, now + restMs)
      // Calls in flight together are throttled together, and count as one.
      if (now - throttledAt <= oneThrottlingMs) return
      throttledAt = now
      perSecond = Math.max(perSecond / 2, limits.perSecond * leastShare)
    },
    perSecond() {
      update()
      return perSecond
    },
  }
}

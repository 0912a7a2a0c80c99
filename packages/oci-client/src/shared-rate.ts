import type { ServiceId } from '@gatehouse/oci-api'
import { longestUrgentRestMs, type Rate, type RateLimits, type WaitingCall } from './rate.ts'

/** A request for calls that may begin. */
export interface TokenRequest extends RateLimits {
  readonly service: ServiceId
  readonly want: number
  /** May borrow up to a burst from later calls. */
  readonly urgent: boolean
  /** The longest wait for a `retry-after`, in milliseconds. */
  readonly mostRestMs: number
}

export interface TokenGrant {
  /** From 0 to `want`. */
  readonly granted: number
  /** Without a grant: when to ask again, in milliseconds. */
  readonly waitMs: number
  /** The present rate. */
  readonly perSecond: number
}

/** Grants calls to several processes that share one budget. Implemented over what they share. */
export interface TokenSource {
  take(request: TokenRequest): Promise<TokenGrant>
  /** OCI answered 429 to a call of this process. Never rejects. */
  throttle(request: RateLimits & { service: ServiceId; urgent: boolean; restMs: number }): Promise<void>
}

/** How long a granted call may begin later. After that it counts as made, and is lost. Milliseconds. */
const keptMs = 1_000

/** The wait until the source is asked again after it failed, in milliseconds. */
const failedMs = 250

/** The rate of all processes that share the source. `onGrant` is called when a call that waits may begin. */
export function createSharedRate(
  service: ServiceId,
  limits: RateLimits,
  source: TokenSource,
  onGrant: () => void,
): Rate {
  let tokens = 0
  let grantedAt = -Infinity
  let perSecond = limits.perSecond
  let isAsking = false
  /** When it may be asked again. */
  const askAt = { urgent: -Infinity, usual: -Infinity }

  async function ask({ urgent, since }: WaitingCall, want: number) {
    isAsking = true
    const kind = urgent ? 'urgent' : 'usual'
    const mostRestMs = urgent ? Math.max(0, since + longestUrgentRestMs - performance.now()) : Infinity
    try {
      const grant = await source.take({ ...limits, service, want, urgent, mostRestMs })
      tokens += grant.granted
      grantedAt = performance.now()
      ;({ perSecond } = grant)
      askAt[kind] = performance.now() + (grant.granted > 0 ? 0 : grant.waitMs)
    } catch {
      // Without the source, no call may begin. The calls wait up to their deadlines.
      askAt[kind] = performance.now() + failedMs
    }
    isAsking = false
    onGrant()
  }

  return {
    waitMs(call, waiting) {
      const now = performance.now()
      if (now - grantedAt > keptMs) tokens = 0
      if (tokens >= 1) return 0
      if (isAsking) return Infinity
      const untilMs = (call.urgent ? askAt.urgent : askAt.usual) - now
      if (untilMs > 0) return untilMs
      void ask(call, Math.min(waiting, limits.burst))
      return Infinity
    },
    spend() {
      tokens -= 1
    },
    throttle(urgent, restMs) {
      tokens = 0
      void source.throttle({ ...limits, service, urgent, restMs })
    },
    perSecond: () => perSecond,
  }
}

import type { Budget } from './budget.ts'
import type { OciCallEvent } from './call.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import type { ProxyOptions } from './dispatcher.ts'
import type { AddressOptions, EndpointOption } from './endpoint.ts'
import type { Principal } from './principal.ts'
import type { RetryOptions } from './retry.ts'
import type { Signer } from './signer.ts'

/** The options of a client. */
export type OciClientOptions = SignedByPrincipal | SignedBySigner

interface SignedByPrincipal extends CommonOptions {
  readonly principal: Principal
  readonly signer?: undefined
}

interface SignedBySigner extends CommonOptions {
  /** Signs instead of a principal. */
  readonly signer: Signer
  readonly principal?: undefined
}

/** All options except the one for signing. */
export interface CommonOptions extends AddressOptions {
  /** The region to call; the principal's own when absent. */
  readonly region?: string | undefined
  /** Instead of the region's public addresses. */
  readonly endpoint?: EndpointOption | undefined
  /** The proxy to OCI; see `clientOptionsFrom`. */
  readonly proxy?: ProxyOptions | undefined
  /** A single number sets `connectMs` and `readMs`, as in Oracle's SDKs. */
  readonly timeouts?: number | Timeouts | undefined
  /** How calls that are safe to repeat are retried. False: no retries. */
  readonly retry?: RetryOptions | false | undefined
  /** Stops calls to a failing host. False: no breaker. Absent: a breaker for this client only, with the defaults. */
  readonly circuitBreaker?: CircuitBreaker | false | undefined
  /** Limits the calls of all clients that share it. Absent: no limit. */
  readonly budget?: Budget | undefined
  /** Whether concurrent callers of the same read share one request. True. */
  readonly joinReads?: boolean | undefined
  /** Accept raw control characters in strings of answers, which JSON forbids. False: they are a `bad-answer`. */
  readonly allowControlCharacters?: boolean | undefined
  /** The `user-agent` header. `gatehouse`. */
  readonly userAgent?: string | undefined
  /** Called after every attempt. What it throws becomes a process warning and does not fail the call. */
  readonly onCall?: ((event: OciCallEvent) => void) | undefined
}

/** The time limits of a call. */
export interface Timeouts {
  /** To make a connection, in milliseconds. 10,000. */
  readonly connectMs?: number | undefined
  /**
   * For an answer to begin, and for each further piece of it, per attempt, in milliseconds. Checked about once a second.
   * 20,000: shorter than `callMs`, to leave time for a retry.
   */
  readonly readMs?: number | undefined
  /** For a whole call with its retries, in milliseconds. 60,000, or `readMs` where that is longer. */
  readonly callMs?: number | undefined
}

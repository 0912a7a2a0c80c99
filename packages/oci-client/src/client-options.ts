import type { Budget } from './budget.ts'
import type { OciCallEvent } from './call.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import type { ProxyOptions } from './dispatcher.ts'
import type { AddressOptions, EndpointOption } from './endpoint.ts'
import type { Principal } from './principal.ts'
import type { RetryOptions } from './retry.ts'
import type { Signer } from './signer.ts'

/** Who calls, where, and how patiently. */
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

/** All but who signs. */
export interface CommonOptions extends AddressOptions {
  /** The region to call; the principal's own when absent. */
  readonly region?: string | undefined
  /** Instead of the region's public addresses. */
  readonly endpoint?: EndpointOption | undefined
  /** The way to OCI where it is not direct; see `clientOptionsFrom`. */
  readonly proxy?: ProxyOptions | undefined
  /** One number, in milliseconds, is for connecting and for reading, as in Oracle's SDKs. */
  readonly timeouts?: number | Timeouts | undefined
  /** How calls that are safe to repeat are retried; false for never. */
  readonly retry?: RetryOptions | false | undefined
  /** When a host that fails is left alone; false for never. A breaker of the client's own, with defaults, when absent. */
  readonly circuitBreaker?: CircuitBreaker | false | undefined
  /** How much may be asked of OCI, shared by all clients with the same budget; no limit when absent. */
  readonly budget?: Budget | undefined
  /** Whether callers that ask for the same read while it is in flight share one request. True. */
  readonly joinReads?: boolean | undefined
  /** Whether strings in answers may hold control characters as they are, which JSON forbids. False: `bad-answer`. */
  readonly allowControlCharacters?: boolean | undefined
  /** What the header of that name says. `gatehouse`. */
  readonly userAgent?: string | undefined
  /** Called with every attempt. What it throws is reported as a warning and does not touch the call. */
  readonly onCall?: ((event: OciCallEvent) => void) | undefined
}

/** How long to wait. */
export interface Timeouts {
  /** To make a connection, in milliseconds. 10,000. */
  readonly connectMs?: number | undefined
  /**
   * For an answer to begin, and then for each further piece of it, in every attempt, in milliseconds. It is looked at about
   * once a second. 20,000: shorter than `callMs`, so that there is time to retry after silence.
   */
  readonly readMs?: number | undefined
  /** For a whole call with its retries, in milliseconds. 60,000, or `readMs` where that is longer. */
  readonly callMs?: number | undefined
}

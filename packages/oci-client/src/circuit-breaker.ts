import type { OperationId, ServiceId } from '@gatehouse/oci-api'
import { announce } from './announce.ts'
import type { Circuit, CircuitState, Verdict } from './circuit.ts'
import { createCircuit } from './circuit.ts'
import type { Endpoint } from './endpoint.ts'
import { OciError } from './error.ts'
import type { SignedRequest } from './send.ts'
import type { Step } from './step.ts'

export type { CircuitState } from './circuit.ts'

/** When a circuit opens, and for how long. Each comment ends with the default. */
export interface CircuitBreakerOptions {
  /** The least failures within the window that open it. Those of one resource count for a quarter at most. 20. */
  readonly failures?: number | undefined
  /** The least share of failures among all attempts within the window, above 0 and at most 1. 0.8. */
  readonly share?: number | undefined
  /** The length of the window, in milliseconds. 60,000. */
  readonly windowMs?: number | undefined
  /** How long it stays open before one call is tried, in milliseconds. 15,000. */
  readonly openMs?: number | undefined
  /** Called on every change. What it throws becomes a process warning and does not fail the call. */
  readonly onChange?: ((event: CircuitEvent) => void) | undefined
}

/** Identifies a circuit: there is one per host and service. */
export interface CircuitPlace {
  /** `desktops.eu-frankfurt-1.oci.oraclecloud.com`, or with a port. */
  readonly host: string
  readonly service: ServiceId
}

/** A circuit has changed. */
export interface CircuitEvent extends CircuitPlace {
  readonly state: CircuitState
  /** The failure that opened it; absent when it closes. */
  readonly cause: OciError | undefined
}

/**
 * Stops calls to a host that keeps failing, so that callers fail fast and the host can recover. Share one breaker among
 * all clients of a process.
 *
 * Failures are connection errors, answers of 500 and above except 501, and silence for ten seconds or the client's
 * `readMs`. Errors that depend on the request do not count, so one caller cannot open the circuit for others.
 *
 * A target is an operation with its path parameters and its `compartmentId`. The failures of one target count for at most
 * a quarter of `failures`, so that a single broken resource does not open the circuit. At least four targets must fail.
 *
 * Any success closes an open circuit, even that of an attempt that began before it opened. While it is open, no call is
 * sent, reads and changes alike.
 */
export interface CircuitBreaker {
  /** `closed` when nothing was sent to this place yet. */
  state(place: CircuitPlace): CircuitState
  /** Throws `circuit-open` while the circuit is open. For a check before the call waits in a queue. */
  refuseWhileOpen(place: CircuitPlace, operation: OperationId): void
  /**
   * Begins an attempt on a target. Call the result when the attempt ends, with its error if it failed. Throws
   * `circuit-open`.
   */
  enter(place: CircuitPlace, operation: OperationId, target: string): (error?: OciError) => void
  /** Another process has found that the host fails, or works again. Calls `onChange` when this changes the circuit here. */
  follow(place: CircuitPlace, state: 'open' | 'closed'): void
}

const defaults = { failures: 20, share: 0.8, windowMs: 60_000, openMs: 15_000 }

/** Throws `bad-profile` when an option is out of range. */
export function createCircuitBreaker({ onChange, ...options }: CircuitBreakerOptions = {}): CircuitBreaker {
  const limits = {
    failures: options.failures ?? defaults.failures,
    share: options.share ?? defaults.share,
    windowMs: options.windowMs ?? defaults.windowMs,
    openMs: options.openMs ?? defaults.openMs,
  }
  const { failures, share, windowMs, openMs } = limits
  if (!(failures >= 1 && share > 0 && share <= 1 && windowMs > 0 && openMs > 0)) {
    throw new OciError(
      'bad-profile',
      'A circuit breaker needs at least one failure, a share above 0 and up to 1, and times above 0.',
    )
  }
  const entries = new Map<string, { circuit: Circuit; cause: OciError | undefined }>()

  function at({ host, service }: CircuitPlace) {
    const key = `${host} ${service}`
    const existing = entries.get(key)
    if (existing) return existing
    const entry = {
      cause: undefined as OciError | undefined, // set by the first failure
      circuit: createCircuit(limits, (state) => {
        if (state === 'closed') entry.cause = undefined
        announce(onChange, { host, service, state, cause: entry.cause })
      }),
    }
    entries.set(key, entry)
    return entry
  }

  function refusal(place: CircuitPlace, operation: OperationId): OciError {
    const { circuit, cause } = at(place)
    const seconds = Math.max(1, Math.ceil(circuit.shutForMs() / 1000))
    return new OciError(
      'circuit-open',
      `${operation} was not sent: ${place.host} has failed again and again, and is left alone for ${seconds} s.`,
      { operation, cause, retryAfterSeconds: seconds },
    )
  }

  return {
    state: (place) => at(place).circuit.state,
    follow: (place, state) => at(place).circuit.follow(state),
    refuseWhileOpen(place, operation) {
      if (at(place).circuit.shutForMs() > 0) throw refusal(place, operation)
    },
    enter(place, operation, target) {
      const entry = at(place)
      const report = entry.circuit.enter(target)
      if (!report) throw refusal(place, operation)
      const startedAt = performance.now()
      return (error) => {
        const verdict = verdictOn(error, performance.now() - startedAt)
        if (verdict === 'fails') entry.cause = error
        report(verdict)
      }
    },
  }
}

/** A shorter deadline of a caller says nothing about the host. */
const silenceMs = 10_000

/** What the end of an attempt says about its host. */
export function verdictOn(error: OciError | undefined, elapsedMs: number): Verdict {
  switch (error?.kind) {
    case undefined:
    case 'bad-answer':
      return 'works'
    case 'service':
      return error.status !== undefined && error.status >= 500 && error.status !== 501 ? 'fails' : 'works'
    case 'network':
      return 'fails'
    case 'timeout':
      return error.code !== 'DEADLINE' || elapsedMs >= silenceMs ? 'fails' : 'nothing'
    default:
      return 'nothing'
  }
}

/** Refuses attempts while the circuit of their host is open, and reports the outcome of all others to the breaker. */
export function throughCircuit(step: Step<SignedRequest>, breaker: CircuitBreaker): Step<SignedRequest> {
  return async (request, deadline, settings) => {
    const { operation, endpoint } = request
    const end = breaker.enter({ host: endpoint.host, service: operation.service }, operation.id, targetOf(request))
    try {
      const reply = await step(request, deadline, settings)
      end()
      return reply
    } catch (error) {
      end(error instanceof OciError ? error : undefined)
      throw error
    }
  }
}

/** The called resource, or the listed compartment. Filters, pages and times are left out. */
function targetOf({ operation, target }: SignedRequest): string {
  const [path, query] = target.split('?')
  return [operation.id, path, new URLSearchParams(query).get('compartmentId')].join(' ')
}

/** Refuses a call before it waits in the budget's queue, when the circuit is already open. */
export function refusingWhileOpen(
  step: Step,
  breaker: CircuitBreaker,
  endpoints: Readonly<Record<ServiceId, Endpoint>>,
): Step {
  return async (request, deadline, settings) => {
    const { id, service } = request.operation
    breaker.refuseWhileOpen({ host: endpoints[service].host, service }, id)
    return step(request, deadline, settings)
  }
}

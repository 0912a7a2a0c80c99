import type { OperationId, ServiceId } from '@gatehouse/oci-api'
import { announce } from './announce.ts'
import type { Circuit, CircuitState, Verdict } from './circuit.ts'
import { createCircuit } from './circuit.ts'
import type { Endpoint } from './endpoint.ts'
import { OciError } from './error.ts'
import type { SignedRequest } from './send.ts'
import type { Step } from './step.ts'

export type { CircuitState } from './circuit.ts'

/** When a circuit opens, and for how long. Each has the default that is named. */
export interface CircuitBreakerOptions {
  /** So many failures within the window, at least, open it; those of one resource count for a quarter at most. 20. */
  readonly failures?: number | undefined
  /** And they must be this part of all attempts within the window, more than 0 and at most 1. 0.8. */
  readonly share?: number | undefined
  /** How far back attempts count, in milliseconds. 60,000. */
  readonly windowMs?: number | undefined
  /** How long it stays open before one call is tried, in milliseconds. 15,000. */
  readonly openMs?: number | undefined
  /** Called with every change. What it throws is reported as a warning and does not touch the call. */
  readonly onChange?: ((event: CircuitEvent) => void) | undefined
}

/** Where a circuit is: one for each host and service. */
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
 * Leaves a host alone that fails again and again, so that its callers know at once and it can come back. Only failures of
 * the connection, an answer of 500 and more (but 501, which is about the operation), and silence count, for ten seconds or
 * a client's `readMs`: no caller can open it for others by what they ask. To be shared by the clients of one process that
 * call the same hosts.
 *
 * One resource that fails does not open it either: the failures of one target, which is an operation with its path
 * parameters and its `compartmentId`, count for a quarter of `failures` at most. A host that fails with all its targets is
 * left alone as soon as four of them are called; while only one is polled, the back-off of its retries has to do.
 *
 * A circuit that is open closes with any success, also of an attempt that began before it opened or that ended too late to
 * decide. Calls that change something are refused like others while it is open; nothing is sent then.
 */
export interface CircuitBreaker {
  /** `closed` where nothing was ever sent. */
  state(place: CircuitPlace): CircuitState
  /** Throws `circuit-open` while no call may go out, before the call waits in a queue. */
  refuseWhileOpen(place: CircuitPlace, operation: OperationId): void
  /**
   * Begins an attempt on a target; gives what must be called at its end, with the error it ended with. Throws
   * `circuit-open`.
   */
  enter(place: CircuitPlace, operation: OperationId, target: string): (error?: OciError) => void
}

const defaults = { failures: 20, share: 0.8, windowMs: 60_000, openMs: 15_000 }

/** Throws `bad-profile` when its numbers make no sense. */
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
      cause: undefined as OciError | undefined, // until there is a failure
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

/** A caller that gives up sooner does not show that it was the host's fault. */
const silenceMs = 10_000

/** What an attempt that ended so after so long says about its host. */
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

/** Sends nothing to a host whose circuit is open, and reports the outcome of the rest to the breaker. */
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

/** The resource that is called, or the compartment whose resources are listed; without filters, pages and times. */
function targetOf({ operation, target }: SignedRequest): string {
  const [path, query] = target.split('?')
  return [operation.id, path, new URLSearchParams(query).get('compartmentId')].join(' ')
}

/** Turns a call away before it waits for anything, when it would be turned away in the end. */
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

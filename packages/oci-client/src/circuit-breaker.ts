import type { OperationId, ServiceId } from '@gatehouse/oci-api'
import { announce } from './announce.ts'
import type { Circuit, CircuitState, Verdict } from './circuit.ts'
import { createCircuit } from './circuit.ts'
import type { Endpoint } from './endpoint.ts'
import { OciError } from './error.ts'
import type { SignedRequest } from './send.ts'
import type { Step } from './step.ts'

export type { CircuitState } from './circuit.ts'

/** When a circuit opens, and for how long. What is left out is as said. */
export interface CircuitBreakerOptions {
  /** So many failures within the window, at least, open it. 20. */
  readonly failures?: number | undefined
  /** And they must be this part of all attempts within the window, more than 0 and at most 1. 0.8. */
  readonly share?: number | undefined
  /** How far back attempts count, in milliseconds. 60,000. */
  readonly windowMs?: number | undefined
  /** How long it stays open before one call is tried, in milliseconds. 15,000. */
  readonly openMs?: number | undefined
  /** Told of every change. What it throws is reported as a warning and does not touch the call. */
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
 */
export interface CircuitBreaker {
  /** `closed` where nothing was ever sent. */
  state(place: CircuitPlace): CircuitState
  /** Throws `circuit-open` while no call may go out. For who would wait in line only to be turned away. */
  refuseWhileOpen(place: CircuitPlace, operation: OperationId): void
  /** Begins an attempt; gives what must be told of its end, and of the error it ended with. Throws `circuit-open`. */
  enter(place: CircuitPlace, operation: OperationId): (error?: OciError) => void
}

const defaults = { failures: 20, share: 0.8, windowMs: 60_000, openMs: 15_000 }

/** Throws `bad-profile` when its numbers make no sense. */
export function createCircuitBreaker({ onChange, ...given }: CircuitBreakerOptions = {}): CircuitBreaker {
  const limits = {
    failures: given.failures ?? defaults.failures,
    share: given.share ?? defaults.share,
    windowMs: given.windowMs ?? defaults.windowMs,
    openMs: given.openMs ?? defaults.openMs,
  }
  const { failures, share, windowMs, openMs } = limits
  if (!(failures >= 1 && share > 0 && share <= 1 && windowMs > 0 && openMs > 0)) {
    throw new OciError(
      'bad-profile',
      'A circuit breaker needs at least one failure, a share above 0 and up to 1, and times above 0.',
    )
  }
  const known = new Map<string, { circuit: Circuit; cause: OciError | undefined }>()

  function at({ host, service }: CircuitPlace) {
    const key = `${host} ${service}`
    const there = known.get(key)
    if (there) return there
    const made = {
      cause: undefined as OciError | undefined, // until there is a failure
      circuit: createCircuit(limits, (state) => {
        if (state === 'closed') made.cause = undefined
        announce(onChange, { host, service, state, cause: made.cause })
      }),
    }
    known.set(key, made)
    return made
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
    enter(place, operation) {
      const there = at(place)
      const report = there.circuit.enter()
      if (!report) throw refusal(place, operation)
      const startedAt = performance.now()
      return (error) => {
        const verdict = verdictOn(error, performance.now() - startedAt)
        if (verdict === 'fails') there.cause = error
        report(verdict)
      }
    },
  }
}

/** Whoever gave up sooner cannot say that it was the host's fault. */
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

/** Sends nothing to a host whose circuit is open, and tells the breaker what came of the rest. */
export function throughCircuit(step: Step<SignedRequest>, breaker: CircuitBreaker): Step<SignedRequest> {
  return async (request, deadline, settings) => {
    const { operation, endpoint } = request
    const end = breaker.enter({ host: endpoint.host, service: operation.service }, operation.id)
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

import { operations, type ServiceId } from '@gatehouse/oci-api'
import {
  createCircuitBreaker,
  createOciClient,
  type Budget,
  type CircuitBreaker,
  type CircuitEvent,
  type OciCallEvent,
  type OciClient,
  type OciClientOptions,
  type Principal,
} from '@gatehouse/oci-client'
import type { Replicas } from '../replicas/replicas.ts'

/** The log that OCI calls are written to. A pino logger fits. */
export interface CallLog {
  warn(details: unknown, message: string): void
  info(details: unknown, message: string): void
  debug(details: unknown, message: string): void
}

/** What is the same for every client of the process. */
export interface ClientSettings {
  log?: CallLog | undefined
  /** Proxy and endpoint options from the environment. */
  client?: Pick<OciClientOptions, 'proxy' | 'realmSpecificEndpoints'> | undefined
  /** The processes that share the budgets and the circuits. */
  replicas?: Replicas | undefined
}

export interface WantedClient {
  connectionId: string
  region: string
  endpoint: string | null
  principal: Principal
  /** Shared by all clients of the connection, for every principal. */
  budget: Budget
}

/**
 * Opens OCI clients. The clients of a connection share its budget, and all clients share one circuit breaker, whose circuits
 * follow those of other replicas. Failed calls are logged with their `opc-request-id`.
 */
export function clientOpener({ log, client = {}, replicas }: ClientSettings): (wanted: WantedClient) => OciClient {
  const circuitBreaker = sharedCircuitBreaker(log, replicas)
  const logCall = log && callLogger(log)
  return ({ connectionId, region, endpoint, principal, budget }) =>
    createOciClient({
      ...client,
      principal,
      region,
      endpoint: endpoint ?? undefined,
      budget,
      circuitBreaker,
      onCall: logCall && ((event) => logCall(connectionId, event)),
    })
}

function sharedCircuitBreaker(log: CallLog | undefined, replicas: Replicas | undefined): CircuitBreaker {
  let isFollowing = false
  const breaker = createCircuitBreaker({
    onChange(event) {
      if (log) logCircuit(log, event)
      const { host, service, state } = event
      // What another replica has told is not told again.
      if (!isFollowing && state !== 'half-open') replicas?.channel.send({ is: 'circuit', host, service, state })
    },
  })
  replicas?.channel.on('circuit', ({ host, service, state }) => {
    if (!isServiceId(service)) return
    isFollowing = true
    breaker.follow({ host, service }, state)
    isFollowing = false
  })
  return breaker
}

const isServiceId = (text: string): text is ServiceId =>
  Object.values(operations).some(({ service }) => service === text)

/** The same failure of a read is logged at `info` once in this time. Each poll may fail for every compartment. */
const sameFailureMs = 60_000

function callLogger(log: CallLog): (connection: string, event: OciCallEvent) => void {
  const loggedAtMs = new Map<string, number>()

  function isNewFailure(connection: string, { operation, status, error }: OciCallEvent): boolean {
    if (operations[operation].method !== 'GET') return true
    const failure = [connection, operation, error?.kind, status, error?.code].join(' ')
    const now = Date.now()
    if (now - (loggedAtMs.get(failure) ?? -Infinity) < sameFailureMs) return false
    loggedAtMs.set(failure, now)
    return true
  }

  return (connection, event) => {
    const { error, ...rest } = event
    if (!error) log.debug({ oci: { connection, ...rest } }, 'OCI answered')
    else {
      const level = isNewFailure(connection, event) ? 'info' : 'debug'
      log[level]({ oci: { connection, ...rest, ...error } }, 'OCI refused or failed a call')
    }
  }
}

function logCircuit(log: CallLog, { host, service, state, cause }: CircuitEvent): void {
  const details = { oci: { host, service, state }, ...(cause && { err: cause }) }
  if (state === 'open') log.warn(details, 'OCI fails again and again and is left alone for a moment')
  else log.info(details, state === 'closed' ? 'OCI answers again' : 'One call tries whether OCI answers again')
}

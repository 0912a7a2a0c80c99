import { operations } from '@gatehouse/oci-api'
import {
  createCircuitBreaker,
  createOciClient,
  type Budget,
  type CircuitEvent,
  type OciCallEvent,
  type OciClient,
  type OciClientOptions,
  type Principal,
} from '@gatehouse/oci-client'

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
 * Opens OCI clients. The clients of a connection share its budget, and all clients share one circuit breaker. Failed calls
 * are logged with their `opc-request-id`.
 */
export function clientOpener({ log, client = {} }: ClientSettings): (wanted: WantedClient) => OciClient {
  const circuitBreaker = createCircuitBreaker(log && { onChange: (event) => logCircuit(log, event) })
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

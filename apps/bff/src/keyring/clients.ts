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

/** Where calls are written down; pino's. */
export interface CallLog {
  warn(details: unknown, message: string): void
  info(details: unknown, message: string): void
  debug(details: unknown, message: string): void
}

/** What is the same for every client of the process. */
export interface ClientSettings {
  log?: CallLog | undefined
  /** What the environment says of the way to OCI. */
  client?: Pick<OciClientOptions, 'proxy' | 'realmSpecificEndpoints'> | undefined
}

export interface WantedClient {
  connectionId: string
  region: string
  endpoint: string | null
  principal: Principal
  /** Shared by all clients of the connection, whoever signs. */
  budget: Budget
}

/**
 * Opens clients that know their manners: those of a connection share its budget, all share one circuit breaker, and what
 * OCI refuses or fails is in the log with its `opc-request-id`.
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

/** How long a read that fails in the same way is not worth another line: every compartment may, at every look. */
const sameFailureMs = 60_000

function callLogger(log: CallLog): (connection: string, event: OciCallEvent) => void {
  const toldAtMs = new Map<string, number>()

  function isWorthALine(connection: string, { operation, status, error }: OciCallEvent): boolean {
    if (operations[operation].method !== 'GET') return true
    const failure = [connection, operation, error?.kind, status, error?.code].join(' ')
    const now = Date.now()
    if (now - (toldAtMs.get(failure) ?? -Infinity) < sameFailureMs) return false
    toldAtMs.set(failure, now)
    return true
  }

  return (connection, event) => {
    const { error, ...rest } = event
    if (!error) log.debug({ oci: { connection, ...rest } }, 'OCI answered')
    else {
      const level = isWorthALine(connection, event) ? 'info' : 'debug'
      log[level]({ oci: { connection, ...rest, ...error } }, 'OCI refused or failed a call')
    }
  }
}

function logCircuit(log: CallLog, { host, service, state, cause }: CircuitEvent): void {
  const details = { oci: { host, service, state }, ...(cause && { err: cause }) }
  if (state === 'open') log.warn(details, 'OCI fails again and again and is left alone for a moment')
  else log.info(details, state === 'closed' ? 'OCI answers again' : 'One call tries whether OCI answers again')
}

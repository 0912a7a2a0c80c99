import type { OperationOutput, ServiceId } from '@gatehouse/oci-api'
import type { OciReply } from './answer.ts'
import type { Call, OciCallOptions } from './call.ts'
import { createCircuitBreaker, refusingWhileOpen, throughCircuit } from './circuit-breaker.ts'
import type { OciClientOptions } from './client-options.ts'
import { startDeadline } from './deadline.ts'
import { createDispatcher } from './dispatcher.ts'
import type { Endpoint } from './endpoint.ts'
import { resolveEndpoints } from './endpoint.ts'
import { OciError } from './error.ts'
import { createJoinedReads } from './joined-reads.ts'
import type { Paging } from './paging.ts'
import { pagingOver } from './paging.ts'
import { buildRequest } from './request.ts'
import type { OciRequest } from './request.ts'
import { retryPolicy } from './retry.ts'
import { retrying } from './retrying.ts'
import type { SignedRequest } from './send.ts'
import { sendingOver, signing } from './send.ts'
import { principalSigner } from './signer.ts'
import type { CallSettings, Step } from './step.ts'
import { budgeted } from './step.ts'
import { timeoutsOf } from './timeouts.ts'

/** Every operation of the services, called as one principal in one region. */
export interface OciClient extends Paging {
  readonly call: Call
  /** Waits for calls in flight, each up to its deadline, and refuses further ones. */
  readonly close: () => Promise<void>
}

/**
 * A client for one principal in one region. It keeps connections open, so create it once per process.
 * Throws `bad-profile` when the region, an endpoint, a timeout or the proxy is invalid.
 */
export function createOciClient(options: OciClientOptions): OciClient {
  const { connectMs, readMs, callMs } = timeoutsOf(options.timeouts)
  const endpoints = resolveEndpoints(options.region ?? options.principal?.region, options.endpoint, options)
  const dispatcher = createDispatcher({ connectMs, readMs, proxy: options.proxy })
  const step = stepsOf(options, endpoints, sendingOver(dispatcher))
  const reads = createJoinedReads()

  const settingsOf = (
    { operation: { id, method } }: OciRequest,
    { retry, allowControlCharacters, readMs: ownReadMs, urgent }: OciCallOptions,
  ): CallSettings => {
    if (ownReadMs !== undefined && !(ownReadMs > 0)) {
      const message = `The readMs of ${id} is in milliseconds, and must be above 0.`
      throw new OciError('bad-input', message, { operation: id })
    }
    return {
      retry: retryPolicy(options.retry, retry),
      allowControlCharacters: allowControlCharacters ?? options.allowControlCharacters ?? false,
      readMs: ownReadMs,
      urgent: method !== 'GET' || (urgent ?? false),
    }
  }

  const call: Call = async (id, input, own = {}) => {
    const request = buildRequest(id, input)
    const settings = settingsOf(request, own)
    const { deadline, end } = startDeadline(id, own.callMs ?? Math.max(callMs, own.readMs ?? 0), own.signal)
    const isRead = request.operation.method === 'GET'
    try {
      // An urgent read must not return data from before its call. Changes are always urgent, so they are never joined.
      const joins = !settings.urgent && !request.hasOwnHeaders && (own.join ?? options.joinReads ?? true)
      const reply = joins
        ? await reads.join(joinKey(request, own), deadline, (shared) => step(request, shared, settings))
        : await step(request, deadline, settings)
      return reply as OciReply<OperationOutput<typeof id>> // readAnswer has checked the shape, as far as it is checked
    } finally {
      end()
      // A read that begins after a change must show it, so it must not join an earlier read.
      if (!isRead) reads.invalidate()
    }
  }

  let closed: Promise<void> | undefined
  return { call, ...pagingOver(call), close: () => (closed ??= dispatcher.close()) }
}

/** Builds the chain of steps; the outermost, retrying, is built last. */
function stepsOf(
  { principal, signer, circuitBreaker = createCircuitBreaker(), budget, onCall, userAgent }: OciClientOptions,
  endpoints: Readonly<Record<ServiceId, Endpoint>>,
  send: Step<SignedRequest>,
): Step {
  const guarded = circuitBreaker ? throughCircuit(send, circuitBreaker) : send
  const signed = signing(guarded, signer ?? principalSigner(principal), endpoints, userAgent ?? 'gatehouse')
  const paced = budget ? budgeted(signed, budget) : signed
  const refused = circuitBreaker ? refusingWhileOpen(paced, circuitBreaker, endpoints) : paced
  return retrying(refused, { onCall, renew: principal?.renew?.bind(principal) })
}

/** Two reads with the same key are the same. The principal is not part of it, because a client has only one. */
function joinKey(
  { operation, target }: OciRequest,
  { callMs, readMs, retry, allowControlCharacters }: OciCallOptions,
): string {
  return [operation.service, target, callMs, readMs, allowControlCharacters, JSON.stringify(retry)].join(' ')
}

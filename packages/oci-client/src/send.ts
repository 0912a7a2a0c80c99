import type { ServiceId } from '@gatehouse/oci-api'
import type { Dispatcher } from 'undici'
import { readAnswer } from './answer.ts'
import type { Endpoint } from './endpoint.ts'
import { OciError } from './error.ts'
import { exchange } from './exchange.ts'
import { networkError } from './network-error.ts'
import { undiciTimeout } from './timeouts.ts'
import type { OciRequest } from './request.ts'
import type { RequestToSign, Signer } from './signer.ts'
import type { Step } from './step.ts'

/** A request with its signature in the headers and the endpoint's path prefix in its target. */
export interface SignedRequest extends OciRequest {
  readonly endpoint: Endpoint
}

/** Signs the request, then passes it to the next step. */
export function signing(
  step: Step<SignedRequest>,
  signer: Signer,
  endpoints: Readonly<Record<ServiceId, Endpoint>>,
  userAgent: string,
): Step {
  return async (request, deadline, settings) => {
    const { operation, body } = request
    const headers = { ...request.headers, 'user-agent': userAgent }
    const endpoint = endpoints[operation.service]
    const target = endpoint.prefix + request.target
    const toSign = { method: operation.method, host: endpoint.host, target, headers, body }
    // A principal may wait for a file or a token service, and accepts no signal.
    const signature = await deadline.limit(sign(signer, toSign, request))
    return step({ ...request, endpoint, target, headers: { ...headers, ...signature } }, deadline, settings)
  }
}

async function sign(signer: Signer, toSign: RequestToSign, { operation: { id } }: OciRequest) {
  try {
    return await signer(toSign)
  } catch (cause) {
    const message = cause instanceof OciError ? cause.message : `${id} could not be signed.`
    throw new OciError('bad-profile', message, { operation: id, cause })
  }
}

/** The last step: sends over the dispatcher, and reads the answer. */
export function sendingOver(dispatcher: Dispatcher): Step<SignedRequest> {
  return async ({ operation, endpoint: { origin }, target, headers, body }, deadline, settings) => {
    const { id, method } = operation
    const options = { origin, path: target, method, headers, body: body ?? null, ...silenceLimits(settings.readMs) }
    const requestId = headers['opc-request-id']
    const onSending = () => deadline.markSent(requestId)
    const raw = await Promise.try(exchange, dispatcher, options, deadline, onSending).catch((cause: unknown) => {
      throw cause instanceof OciError ? cause : networkError(operation, origin, cause)
    })
    try {
      return readAnswer(operation, raw, requestId, settings.allowControlCharacters)
    } catch (cause) {
      if (cause instanceof OciError) throw cause
      // A bug in reading the answer. The call may have taken effect, so it counts as `bad-answer`.
      throw new OciError('bad-answer', `The answer to ${id} could not be read.`, { operation: id, cause })
    }
  }
}

const silenceLimits = (readMs: number | undefined) =>
  readMs === undefined ? {} : { headersTimeout: undiciTimeout(readMs), bodyTimeout: undiciTimeout(readMs) }

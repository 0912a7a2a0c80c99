import type { Operation, ServiceId } from '@gatehouse/oci-api'
import { Agent } from 'undici'
import type { RawAnswer } from './answer.ts'
import type { Deadline } from './deadline.ts'
import type { Endpoint } from './endpoint.ts'
import { OciError } from './error.ts'
import { networkError } from './network-error.ts'
import type { Principal } from './principal.ts'
import type { OciRequest } from './request.ts'
import type { Signable } from './sign.ts'
import { signedHeaders } from './sign.ts'

/** Signs and sends a request once. Rejects with an OciError when no answer came, or not within the deadline. */
export type Send = (request: OciRequest, deadline: Deadline) => Promise<RawAnswer>

export interface Sender {
  readonly send: Send
  readonly close: () => Promise<void>
}

/** The largest answer that is read. A page of 1,000 desktops with all their tags is a few megabytes. */
const maxAnswerBytes = 32 * 1024 * 1024

/** Connections to one endpoint; calls beyond wait for one, within their deadline. */
const maxConnections = 64

export function createSender({
  principal,
  endpoints,
  connectMs,
  userAgent,
}: {
  principal: Principal
  endpoints: Readonly<Record<ServiceId, Endpoint>>
  connectMs: number
  userAgent: string
}): Sender {
  const agent = new Agent({
    connect: { timeout: connectMs },
    connections: maxConnections,
    // OCI's signature is defined on HTTP/1.1's request line and host header
    allowH2: false,
    // the deadline of the call is the only clock
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 30_000,
    maxResponseSize: maxAnswerBytes,
  })

  async function sign(signable: Signable, { id }: Operation): Promise<Record<string, string>> {
    try {
      // asked for together, so that a token and its key that are renewed together stay together
      const [keyId, key] = await Promise.all([principal.keyId(), principal.key()])
      return await signedHeaders(signable, keyId, key)
    } catch (cause) {
      const message = cause instanceof OciError ? cause.message : `${id} could not be signed.`
      throw new OciError('bad-profile', message, { operation: id, cause })
    }
  }

  async function send(
    { operation, target, headers, body }: OciRequest,
    { signal, limit }: Deadline,
  ): Promise<RawAnswer> {
    const { origin, host, prefix } = endpoints[operation.service]
    const path = prefix + target
    const signed = await limit(sign({ method: operation.method, host, target: path, body }, operation))
    try {
      const answer = await agent.request({
        origin,
        path,
        method: operation.method,
        headers: { ...headers, ...signed, 'user-agent': userAgent },
        body: body ?? null,
        signal,
      })
      return { status: answer.statusCode, headers: answer.headers, body: await answer.body.bytes() }
    } catch (cause) {
      if (signal.aborted) throw signal.reason
      throw networkError(operation, origin, cause, headers['opc-request-id'])
    }
  }

  let closed: Promise<void> | undefined
  return { send, close: () => (closed ??= agent.close()) }
}

import type { KeyObject } from 'node:crypto'
import { createHash, sign } from 'node:crypto'
import { promisify } from 'node:util'

/** With a callback, and so on a thread of the pool: an RSA signature takes the event loop about a millisecond. */
const signAside = promisify<string, Buffer, KeyObject, Buffer>(sign)

export interface Signable {
  readonly method: string
  readonly host: string
  /** Path and query, exactly as they will be sent. */
  readonly target: string
  /** Exactly as it will be sent; undefined for none. */
  readonly body: Buffer | undefined
}

/** Methods whose signature covers the body, even when there is none. */
const bodyMethods = new Set(['POST', 'PUT', 'PATCH'])

/**
 * The headers that make a request a signed one: `authorization` and all that it covers.
 *
 * OCI Signature version 1: docs.oracle.com/iaas/Content/API/Concepts/signingrequests.htm. The answer is 401 when the
 * date is more than five minutes off.
 */
export async function signedHeaders(
  { method, host, target, body }: Signable,
  keyId: string,
  key: KeyObject,
  date = new Date(),
): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'x-date': date.toUTCString(), host }
  const signed = ['x-date', '(request-target)', 'host']
  if (bodyMethods.has(method)) {
    headers['content-type'] = 'application/json'
    headers['content-length'] = String(body?.byteLength ?? 0)
    headers['x-content-sha256'] = createHash('sha256')
      .update(body ?? '')
      .digest('base64')
    signed.push('content-type', 'content-length', 'x-content-sha256')
  }
  const lines = signed.map((name) =>
    name === '(request-target)' ? `${name}: ${method.toLowerCase()} ${target}` : `${name}: ${headers[name]}`,
  )
  const signature = await signAside('sha256', Buffer.from(lines.join('\n')), key)
  headers['authorization'] =
    `Signature version="1",keyId="${keyId}",algorithm="rsa-sha256",headers="${signed.join(' ')}",signature="${signature.toString('base64')}"`
  return headers
}

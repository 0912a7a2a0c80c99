import type { KeyObject } from 'node:crypto'
import { hash, sign } from 'node:crypto'

export interface Signable {
  readonly method: string
  readonly host: string
  /** Path and query, exactly as they will be sent. */
  readonly target: string
  /** Exactly as it will be sent; undefined for none. */
  readonly body: Buffer | undefined
}

/**
 * The headers of a signed request: `authorization` and all headers that it covers.
 *
 * OCI Signature version 1: docs.oracle.com/iaas/Content/API/Concepts/signingrequests.htm. The answer is 401 when the
 * date is more than five minutes off.
 */
export async function signedHeaders(
  { method, host, target, body }: Signable,
  keyId: string,
  key: KeyObject,
  dateMs = Date.now(),
): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'x-date': httpDate(dateMs), host }
  let names = 'x-date (request-target) host'
  let text = `x-date: ${headers['x-date']}\n(request-target): ${method.toLowerCase()} ${target}\nhost: ${host}`
  if (bodyMethods.has(method)) {
    for (const [name, value] of bodyHeaders(body)) {
      headers[name] = value
      names += ` ${name}`
      text += `\n${name}: ${value}`
    }
  }
  const signature = await signAside(text, key)
  headers['authorization'] =
    `Signature version="1",keyId="${keyId}",algorithm="rsa-sha256",headers="${names}",signature="${signature}"`
  return headers
}

/** Methods whose signature covers the body, even when there is none. */
const bodyMethods = new Set(['POST', 'PUT', 'PATCH'])

const bodyHeaders = (body: Buffer | undefined) => [
  ['content-type', 'application/json'] as const,
  ['content-length', String(body?.byteLength ?? 0)] as const,
  ['x-content-sha256', hash('sha256', body ?? '', 'base64')] as const,
]

/** Signs on a thread of the pool, because an RSA signature would block the event loop for about a millisecond. */
const signAside = (text: string, key: KeyObject) =>
  new Promise<string>((resolve, reject) => {
    sign('sha256', Buffer.from(text), key, (error, signature) => {
      if (error) reject(error)
      else resolve(signature.toString('base64'))
    })
  })

let lastDate = { second: NaN, text: '' }

/** Cached per second, which is the precision of an HTTP date. */
function httpDate(ms: number): string {
  const second = Math.floor(ms / 1000)
  if (lastDate.second !== second) lastDate = { second, text: new Date(ms).toUTCString() }
  return lastDate.text
}

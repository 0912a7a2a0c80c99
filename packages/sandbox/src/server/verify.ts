import { createHash, verify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { notAuthenticated } from '../fault.ts'
import { readAuthorization } from './authorization.ts'
import type { KeyOwner, KeyRing } from './keys.ts'

/** A call as it came over the wire. */
export interface WireCall {
  method: string
  /** Path and query, exactly as sent. */
  target: string
  headers: IncomingHttpHeaders
  body: Buffer
}

const skewMs = 5 * 60_000

const alwaysSigned = ['(request-target)', 'host']
const signedWithBody = ['x-content-sha256', 'content-type', 'content-length']
const methodsWithBody = ['POST', 'PUT', 'PATCH']

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * The OCID of the user who signed the call, or a NotAuthenticated fault that says what is wrong with the signature.
 * Rules: docs.oracle.com/iaas/Content/API/Concepts/signingrequests.htm. Measured by the machine's clock (`nowMs`) and
 * not the sandbox's, which may have been moved.
 */
export function verifySignature(call: WireCall, keys: KeyRing, tenancyId: string, nowMs: number): string {
  const { keyId, headers, signature } = readAuthorization(call.headers.authorization)
  requireHeaders(call.method, headers)
  checkDate(call, headers, nowMs)
  if (methodsWithBody.includes(call.method)) checkBody(call)

  const { userId, publicKey } = ownerOf(keyId, keys, tenancyId, nowMs)
  const text = headers.map((name) => `${name}: ${signedValue(call, name)}`).join('\n')
  if (!verify('sha256', Buffer.from(text, 'latin1'), publicKey, signature))
    throw notAuthenticated(`The signature does not match the key and the signed headers (${headers.join(' ')})`)
  return userId
}

function requireHeaders(method: string, headers: string[]) {
  const required = methodsWithBody.includes(method) ? [...alwaysSigned, ...signedWithBody] : alwaysSigned
  const missing = required.filter((name) => !headers.includes(name))
  if (!headers.includes('x-date') && !headers.includes('date')) missing.push('date (or x-date)')
  if (missing.length > 0) throw notAuthenticated(`The signature of a ${method} must cover ${missing.join(', ')}`)
}

/** `x-date` wins when both are signed. */
function checkDate(call: WireCall, headers: string[], nowMs: number) {
  const name = headers.includes('x-date') ? 'x-date' : 'date'
  const text = signedValue(call, name)
  const date = httpDate.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(date)) throw notAuthenticated(`The ${name} header is not a date like Sun, 22 Nov 2026 10:00:00 GMT`)
  if (Math.abs(nowMs - date) > skewMs)
    throw notAuthenticated(`The ${name} header is more than five minutes from ${new Date(nowMs).toUTCString()}`)
}

function checkBody(call: WireCall) {
  const hash = createHash('sha256').update(call.body).digest('base64')
  if (signedValue(call, 'x-content-sha256') !== hash)
    throw notAuthenticated('The x-content-sha256 header is not the hash of the body')
}

function ownerOf(keyId: string, keys: KeyRing, tenancyId: string, nowMs: number): KeyOwner {
  if (keyId.startsWith('ST$')) {
    const owner = keys.token(keyId.slice(3), nowMs)
    if (owner === 'expired') throw notAuthenticated('The session token has expired')
    if (!owner) throw notAuthenticated('The session token is unknown')
    return owner
  }
  const [tenancy, user, fingerprint, ...more] = keyId.split('/')
  if (!tenancy || !user || !fingerprint || more.length > 0)
    throw notAuthenticated('The keyId must be tenancy/user/fingerprint, or ST$ and a session token')
  const owner = tenancy === tenancyId ? keys.apiKey(user, fingerprint) : undefined
  if (!owner) throw notAuthenticated('No key with this tenancy, user and fingerprint is known')
  return owner
}

function signedValue(call: WireCall, name: string): string {
  if (name === '(request-target)') return `${call.method.toLowerCase()} ${call.target}`
  const value = call.headers[name]
  if (value === undefined) throw notAuthenticated(`The signature covers ${name}, which was not sent`)
  return typeof value === 'string' ? value : value.join(', ')
}

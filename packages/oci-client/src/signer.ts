import type { KeyObject } from 'node:crypto'
import type { Principal } from './principal.ts'
import type { Signable } from './sign.ts'
import { signedHeaders } from './sign.ts'

/** A request without its signature. */
export interface RequestToSign extends Signable {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** All headers of the request, except those of the signer and `content-length`. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Returns the headers that authenticate a request: `authorization` and all headers that it covers. Called for every
 * attempt. If it throws or rejects, the call fails with `bad-profile`.
 */
export type Signer = (request: RequestToSign) => Record<string, string> | Promise<Record<string, string>>

/** The signer that a client uses for its principal. Wrap it to add headers, for example. */
export function principalSigner(principal: Principal): Signer {
  return (request) => {
    const keyId = principal.keyId()
    // No await between the two calls, so that a renewal cannot mix an old token with a new key.
    if (typeof keyId !== 'string') return signBoth(request, keyId, keyOf(principal))
    const key = principal.key()
    return isPromise(key) ? signBoth(request, keyId, key) : signedHeaders(request, keyId, key)
  }
}

/** Turns a synchronous throw into a rejection, because `Promise.all` must also handle the promise of the key id. */
const keyOf = (principal: Principal): Promise<KeyObject> => Promise.try(() => principal.key())

async function signBoth(request: RequestToSign, keyId: string | Promise<string>, key: Promise<KeyObject>) {
  const both = await Promise.all([keyId, key])
  return signedHeaders(request, ...both)
}

const isPromise = (key: KeyObject | Promise<KeyObject>): key is Promise<KeyObject> => 'then' in key

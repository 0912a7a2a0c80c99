import type { KeyObject } from 'node:crypto'
import type { Principal } from './principal.ts'
import type { Signable } from './sign.ts'
import { signedHeaders } from './sign.ts'

/** A request that is whole but for its signature. */
export interface RequestToSign extends Signable {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Those it will be sent with, besides what the signer gives and the length of the body. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Gives the headers that make a request one that OCI believes: `authorization` and all that it covers. It is asked for
 * every attempt of every call. What it throws or rejects with is what the call fails with, as `bad-profile`.
 */
export type Signer = (request: RequestToSign) => Record<string, string> | Promise<Record<string, string>>

/** Signs as a principal, as a client does that is given one; for a signer that does more, such as adding a header. */
export function principalSigner(principal: Principal): Signer {
  return (request) => {
    const keyId = principal.keyId()
    // asked for in the same breath, so that a token and its key that are renewed together stay together
    if (typeof keyId !== 'string') return signBoth(request, keyId, keyOf(principal))
    const key = principal.key()
    return isPromise(key) ? signBoth(request, keyId, key) : signedHeaders(request, keyId, key)
  }
}

/** What it throws, too, as a rejection: by then there is another promise to look after. */
const keyOf = (principal: Principal): Promise<KeyObject> => Promise.try(() => principal.key())

async function signBoth(request: RequestToSign, keyId: string | Promise<string>, key: Promise<KeyObject>) {
  const both = await Promise.all([keyId, key])
  return signedHeaders(request, ...both)
}

const isPromise = (key: KeyObject | Promise<KeyObject>): key is Promise<KeyObject> => 'then' in key

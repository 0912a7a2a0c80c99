import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'

/** The claims of a security token, if it is a JSON Web Token. They are not verified; OCI does that. */
export interface TokenClaims {
  /** Milliseconds since 1970; absent when the token does not say. */
  readonly expiresAt: number | undefined
  /** Of the key it was issued for. */
  readonly publicKey: KeyObject | undefined
  /** The tenancy it is for. */
  readonly tenancyId: string | undefined
}

/** Whether the text can be a token. It must be safe between quotes in a header. */
export const isToken = (text: string) => /^[\w.~+/=-]+$/.test(text)

/** Reads the claims without verifying them. Unreadable claims are absent. */
export function claimsOf(token: string): TokenClaims {
  const claims = attempt((): unknown =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')),
  )
  const claim = (name: string): unknown =>
    typeof claims === 'object' && claims !== null
      ? Object.entries(claims).find(([key]) => key === name)?.[1]
      : undefined
  const [expiry, jwk, tenancy] = [claim('exp'), claim('jwk'), claim('res_tenant') ?? claim('tenant')]
  return {
    expiresAt: typeof expiry === 'number' ? expiry * 1000 : undefined,
    publicKey:
      typeof jwk === 'string' ? attempt(() => createPublicKey({ key: JSON.parse(jwk), format: 'jwk' })) : undefined,
    tenancyId: typeof tenancy === 'string' ? tenancy : undefined,
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

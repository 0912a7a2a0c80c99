import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { OciError } from './error.ts'
import type { Principal } from './principal.ts'
import { claimsOf, isToken } from './token-claims.ts'

/** A token, and the key it was issued for. */
export interface TokenAndKey {
  readonly token: string
  readonly key: KeyObject
}

export interface RenewingOptions {
  /** Who it is, as the beginning of a sentence: `The instance principal`. */
  readonly who: string
  /** Gets a token and its key. Asked again before the token expires, never twice at once. */
  readonly renew: () => Promise<TokenAndKey>
  readonly region?: string | undefined
  /** The token's own when absent. */
  readonly tenancyId?: string | undefined
}

/** A token is renewed while it is still good, so that nobody waits for it. */
const earlyMs = 60_000

/** Not more often than this while the token at hand is still good. */
const pauseMs = 10_000

/** What issues tokens is near; when it is silent, it is not there. */
const longestRenewalMs = 30_000

interface Credential {
  readonly keyId: string
  readonly key: KeyObject
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  readonly tenancyId: string | undefined
}

/** A principal whose token something else issues, from the first token on. Rejects with `bad-profile` without one. */
export async function renewingPrincipal({ who, renew, region, tenancyId }: RenewingOptions): Promise<Principal> {
  let current: Credential | undefined
  let renewing: Promise<Credential> | undefined
  let triedAt = -Infinity

  async function renewOnce(): Promise<Credential> {
    try {
      triedAt = Date.now()
      return (current = credentialOf(await withinTime(renew()), who))
    } catch (cause) {
      if (cause instanceof OciError) throw cause
      // some of Oracle's code throws what is no Error
      const { message } = Object(cause) as { message?: unknown } // of anything at all
      throw new OciError('bad-profile', `${who} got no token.`, {
        cause: cause instanceof Error ? cause : new Error(typeof message === 'string' ? message : 'unknown'),
      })
    } finally {
      renewing = undefined
    }
  }

  function credential(): Credential | Promise<Credential> {
    const now = Date.now()
    if (!current || current.expiresAt <= now) return (renewing ??= renewOnce())
    if (current.expiresAt - earlyMs <= now && now - triedAt >= pauseMs) {
      renewing ??= renewOnce()
      renewing.catch(() => undefined) // the one at hand is still good
    }
    return current
  }

  const first = await credential()
  // asked for in one breath, both come from the same credential
  return {
    keyId: async () => (await credential()).keyId,
    key: async () => (await credential()).key,
    region,
    tenancyId: tenancyId ?? first.tenancyId,
  }
}

function credentialOf({ token: text, key }: TokenAndKey, who: string): Credential {
  const token = text.trim()
  if (!isToken(token)) throw new OciError('bad-profile', `${who} was given something that is no token.`)
  const { expiresAt = Infinity, publicKey, tenancyId } = claimsOf(token)
  if (expiresAt <= Date.now()) {
    const at = new Date(expiresAt).toISOString()
    throw new OciError('bad-profile', `${who} was given a token that expired at ${at}. The clock may be off.`)
  }
  if (publicKey && !publicKey.equals(createPublicKey(key))) {
    throw new OciError('bad-profile', `${who} was given a token that was not issued for its key.`)
  }
  return { keyId: `ST$${token}`, key, expiresAt, tenancyId }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new Error(`Nothing was answered within ${longestRenewalMs / 1000} seconds.`)),
    longestRenewalMs,
  )
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

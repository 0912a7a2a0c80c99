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
  /** Gets a token and its key. Called again at half of the token's life, never twice at once. */
  readonly renew: () => Promise<TokenAndKey>
  readonly region?: string | undefined
  /** The token's own when absent. */
  readonly tenancyId?: string | undefined
}

/** A token is renewed at this part of its life, so that no call waits for it and a failing renewal has time to recover. */
const renewAtShare = 0.5

/** Between renewals that fail, doubled each time up to the longest. */
const firstPauseMs = 1_000
const longestPauseMs = 60_000

/** A token that is younger is not renewed because of a 401: the refused call was signed with the one before. */
const youngMs = 10_000

/** The service that issues tokens is near; silence means that it is not there. */
const longestRenewalMs = 30_000

interface Credential {
  readonly keyId: string
  readonly key: KeyObject
  /** By this machine's clock, in milliseconds since 1970. */
  readonly issuedAt: number
  /** Milliseconds since 1970; Infinity when the token does not say. */
  readonly expiresAt: number
  readonly tenancyId: string | undefined
}

/**
 * A principal whose token is issued by a service, from the first token on. It is renewed at half of its life, in the
 * background, and when OCI has refused it. Rejects with `bad-profile` without a token.
 */
export async function renewingPrincipal({ who, renew, region, tenancyId }: RenewingOptions): Promise<Principal> {
  let current: Credential | undefined
  let renewing: Promise<Credential> | undefined
  let lastFailure: { readonly error: OciError; readonly count: number; readonly retryAt: number } | undefined

  async function renewOnce(): Promise<Credential> {
    try {
      current = credentialOf(await withinTime(renew()), who)
      lastFailure = undefined
      return current
    } catch (cause) {
      const error = noToken(who, cause)
      const count = (lastFailure?.count ?? 0) + 1
      const pauseMs = Math.min(firstPauseMs * 2 ** (count - 1), longestPauseMs)
      lastFailure = { error, count, retryAt: Date.now() + pauseMs }
      throw error
    } finally {
      renewing = undefined
    }
  }

  /** Joins the renewal in progress, or begins one. During the pause after a failure, it fails again at once. */
  function nextCredential(): Promise<Credential> {
    if (renewing) return renewing
    if (lastFailure && Date.now() < lastFailure.retryAt) return Promise.reject(lastFailure.error)
    return (renewing = renewOnce())
  }

  function credential(): Credential | Promise<Credential> {
    const now = Date.now()
    if (!current || current.expiresAt <= now) return nextCredential()
    if (now >= current.issuedAt + (current.expiresAt - current.issuedAt) * renewAtShare) {
      nextCredential().catch(() => undefined) // the current one is still good
    }
    return current
  }

  const first = await credential()
  // called one directly after the other, both come from the same credential
  return {
    keyId: async () => (await credential()).keyId,
    key: async () => (await credential()).key,
    async renew() {
      if (current && Date.now() - current.issuedAt < youngMs) return
      await nextCredential()
    },
    region,
    tenancyId: tenancyId ?? first.tenancyId,
  }
}

function noToken(who: string, cause: unknown): OciError {
  if (cause instanceof OciError) return cause
  // some of Oracle's code throws what is no Error
  const { message } = Object(cause) as { message?: unknown } // of anything at all
  return new OciError('bad-profile', `${who} got no token.`, {
    cause: cause instanceof Error ? cause : new Error(typeof message === 'string' ? message : 'unknown'),
  })
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
  return { keyId: `ST$${token}`, key, issuedAt: Date.now(), expiresAt, tenancyId }
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

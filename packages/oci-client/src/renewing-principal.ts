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
  /** The beginning of error sentences: `The instance principal`. */
  readonly who: string
  /** Fetches a token and its key. Called again at half of the token's life, never concurrently. */
  readonly renew: () => Promise<TokenAndKey>
  readonly region?: string | undefined
  /** The token's own when absent. */
  readonly tenancyId?: string | undefined
}

/** A token is renewed at this share of its life, so that calls need not wait and a failed renewal can be retried in time. */
const renewAtShare = 0.5

/** The pause after a failed renewal. It doubles with each failure, up to the longest. */
const firstPauseMs = 1_000
const longestPauseMs = 60_000

/** A 401 does not renew a younger token, because the refused call was probably signed with the previous one. */
const youngMs = 10_000

/** The service that issues tokens is local, so a longer silence means that it is down. */
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
 * A principal whose token is issued by a service. Resolves after the first token. The token is renewed in the background
 * at half of its life, and when OCI refuses it. Rejects with `bad-profile` when there is no first token.
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

  /** Joins the renewal in progress, or begins one. During the pause after a failure, it rejects with that failure. */
  function nextCredential(): Promise<Credential> {
    if (renewing) return renewing
    if (lastFailure && Date.now() < lastFailure.retryAt) return Promise.reject(lastFailure.error)
    return (renewing = renewOnce())
  }

  function credential(): Credential | Promise<Credential> {
    const now = Date.now()
    if (!current || current.expiresAt <= now) return nextCredential()
    if (now >= current.issuedAt + (current.expiresAt - current.issuedAt) * renewAtShare) {
      nextCredential().catch(() => undefined) // the current credential is still valid
    }
    return current
  }

  const first = await credential()
  // Called without an await in between, both return the same credential.
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
  // Some of Oracle's code throws values that are not an Error.
  const { message } = Object(cause) as { message?: unknown } // any value
  return new OciError('bad-profile', `${who} got no token.`, {
    cause: cause instanceof Error ? cause : new Error(typeof message === 'string' ? message : 'unknown'),
  })
}

function credentialOf({ token: text, key }: TokenAndKey, who: string): Credential {
  const token = text.trim()
  if (!isToken(token)) throw new OciError('bad-profile', `${who} was given a value that is not a token.`)
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

import type { KeyObject } from 'node:crypto'
import { createHash, createPublicKey, randomBytes } from 'node:crypto'

/** Whose key signed a call. */
export interface KeyOwner {
  userId: string
  publicKey: KeyObject
}

/** The public keys of the sandbox's users, and the session tokens issued to them. Outlives a reset of the world. */
export interface KeyRing {
  /** Gives the key's fingerprint. */
  add(userId: string, publicKey: KeyObject): string
  /** An API key by user and fingerprint. */
  apiKey(userId: string, fingerprint: string): KeyOwner | undefined
  /** A token for `ST$…` key ids, good until `expiresMs`; calls are then signed with the key that belongs to `publicKey`. */
  issueToken(claims: { userId: string; tenancyId: string; publicKey: KeyObject; expiresMs: number }): string
  /** `undefined` when it was never issued here; 'expired' when its time is over. */
  token(token: string, nowMs: number): KeyOwner | 'expired' | undefined
  /** The tokens that are still good, to be given to another ring later. */
  tokens(nowMs: number): WrittenToken[]
}

/** A session token as it is written down. The key is the public one. */
export interface WrittenToken {
  token: string
  userId: string
  publicKeyPem: string
  expiresMs: number
}

export function createKeyRing(issued: readonly WrittenToken[] = []): KeyRing {
  const apiKeys = new Map<string, KeyOwner>()
  const tokens = new Map<string, KeyOwner & { expiresMs: number }>()
  for (const { token, userId, publicKeyPem, expiresMs } of issued)
    tokens.set(token, { userId, publicKey: createPublicKey(publicKeyPem), expiresMs })
  return {
    add(userId, publicKey) {
      const fingerprint = fingerprintOf(publicKey)
      apiKeys.set(`${userId}/${fingerprint}`, { userId, publicKey })
      return fingerprint
    },
    apiKey: (userId, fingerprint) => apiKeys.get(`${userId}/${fingerprint}`),
    issueToken({ userId, tenancyId, publicKey, expiresMs }) {
      const token = sessionToken(userId, tenancyId, publicKey, expiresMs)
      tokens.set(token, { userId, publicKey, expiresMs })
      return token
    },
    token(token, nowMs) {
      const owner = tokens.get(token)
      return owner && owner.expiresMs <= nowMs ? 'expired' : owner
    },
    tokens: (nowMs) =>
      tokens
        .entries()
        .filter(([, { expiresMs }]) => expiresMs > nowMs)
        .map(([token, { userId, publicKey, expiresMs }]) => ({
          token,
          userId,
          publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }),
          expiresMs,
        }))
        .toArray(),
  }
}

/** MD5 over the key's DER form, as OCI shows it: `aa:bb:…`. */
export function fingerprintOf(publicKey: KeyObject): string {
  const hex = createHash('md5')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  return hex.replace(/(..)(?!$)/g, '$1:')
}

/**
 * Has the form of a JSON Web Token, since clients look into it for `exp`. Its last part is random and not a signature:
 * only this process accepts it, and knows it by heart.
 */
function sessionToken(userId: string, tenancyId: string, publicKey: KeyObject, expiresMs: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    sub: userId,
    tenant: tenancyId,
    ptype: 'user',
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(expiresMs / 1000),
    jwk: JSON.stringify(publicKey.export({ format: 'jwk' })),
  }
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(64).toString('base64url')}`
}

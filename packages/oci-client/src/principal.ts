import type { KeyObject } from 'node:crypto'
import { OciError } from './error.ts'
import { fingerprintOf, parsePrivateKey } from './private-key.ts'
import type { Profile } from './profile.ts'
import { sessionTokenPrincipal } from './session-token.ts'

/**
 * Who signs. `keyId` and `key` are called for every attempt of every call, in this order and without waiting in between;
 * they cache what they can. What they reject with is the cause of the call's `bad-profile`.
 */
export interface Principal {
  /** `tenancy/user/fingerprint`, or `ST$token`. */
  keyId(): string | Promise<string>
  /** The private RSA key that the key id is of. */
  key(): KeyObject | Promise<KeyObject>
  /**
   * Gets another token, after OCI has refused the one at hand with 401; rejects when there is none. Absent where there is
   * nothing to renew, as with an API key.
   */
  renew?(): Promise<void>
  /** Where to call when its client has no region of its own: `eu-frankfurt-1`. */
  readonly region?: string | undefined
  /** The OCID of the tenancy it belongs to, where that is known. */
  readonly tenancyId?: string | undefined
}

/** A user of a tenancy and the key that OCI knows them by. */
export interface ApiKeyOptions {
  /** OCID */
  readonly tenancyId: string
  /** OCID */
  readonly userId: string
  /** PEM text, or a key that is read already. */
  readonly privateKey: string | KeyObject
  /** Of a key that is encrypted. */
  readonly passPhrase?: string | undefined
  /** Compared with the key's own when given. */
  readonly fingerprint?: string | undefined
  readonly region?: string | undefined
}

/** Signs with a user's API key. Throws `bad-profile` when the key is not usable or not the one with that fingerprint. */
export function apiKeyPrincipal(options: ApiKeyOptions): Principal {
  const { tenancyId, userId, region } = options
  const key = typeof options.privateKey === 'string' ? parsed(options.privateKey, options) : options.privateKey
  const fingerprint = fingerprintOf(key)
  if (options.fingerprint !== undefined && options.fingerprint.toLowerCase() !== fingerprint) {
    throw new OciError(
      'bad-profile',
      `The private key of ${userId} has the fingerprint ${fingerprint}, not ${options.fingerprint}.`,
    )
  }
  const keyId = `${tenancyId}/${userId}/${fingerprint}`
  return { keyId: () => keyId, key: () => key, region, tenancyId }
}

function parsed(pem: string, { userId, passPhrase }: ApiKeyOptions): KeyObject {
  const result = parsePrivateKey(pem, passPhrase)
  if ('key' in result) return result.key
  throw new OciError('bad-profile', `The private key of ${userId} ${result.problem}.`)
}

/** The principal that a profile describes, its key read and checked. Throws `bad-profile`. */
export async function principalFromProfile(profile: Profile): Promise<Principal> {
  const { credential, tenancyId, region, keyFile, readKey, mistake } = profile
  const key = await readKey()
  if (credential.kind === 'session-token') {
    const principal = sessionTokenPrincipal({ tokenFile: credential.tokenFile, keyFile, readKey, region, tenancyId })
    await principal.keyId() // a token that is missing or has expired shows here, not in the first call
    return principal
  }
  const { userId, fingerprint } = credential
  if (fingerprint !== fingerprintOf(key)) {
    throw mistake('fingerprint', `the fingerprint is not that of the key, which has ${fingerprintOf(key)}`)
  }
  return apiKeyPrincipal({ tenancyId, userId, privateKey: key, region })
}

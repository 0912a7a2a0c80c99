import type { KeyObject } from 'node:crypto'
import { OciError } from './error.ts'
import { fingerprintOf, parsePrivateKey } from './private-key.ts'
import type { Profile } from './profile.ts'
import { sessionTokenPrincipal } from './session-token.ts'

/**
 * Signs calls. `keyId` and `key` are called for every attempt, in this order and without an await in between, so they
 * should cache. If one rejects, the call fails with `bad-profile` and that error as its `cause`.
 */
export interface Principal {
  /** `tenancy/user/fingerprint`, or `ST$token`. */
  keyId(): string | Promise<string>
  /** The private RSA key of the key id. */
  key(): KeyObject | Promise<KeyObject>
  /**
   * Fetches a new token after OCI refused the current one with 401. Rejects when it gets none. Absent for principals
   * without a token, such as an API key.
   */
  renew?(): Promise<void>
  /** The default region of its clients: `eu-frankfurt-1`. */
  readonly region?: string | undefined
  /** The OCID of its tenancy, if known. */
  readonly tenancyId?: string | undefined
}

/** A user of a tenancy and their API key. */
export interface ApiKeyOptions {
  /** OCID */
  readonly tenancyId: string
  /** OCID */
  readonly userId: string
  /** PEM text, or a parsed key. */
  readonly privateKey: string | KeyObject
  /** For an encrypted key. */
  readonly passPhrase?: string | undefined
  /** If present, it must match the key's own. */
  readonly fingerprint?: string | undefined
  readonly region?: string | undefined
}

/** Signs with a user's API key. Throws `bad-profile` when the key is invalid or does not match the fingerprint. */
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

/** The principal of a profile. Reads and checks its key. Throws `bad-profile`. */
export async function principalFromProfile(profile: Profile): Promise<Principal> {
  const { credential, tenancyId, region, keyFile, readKey, mistake } = profile
  const key = await readKey()
  if (credential.kind === 'session-token') {
    const principal = sessionTokenPrincipal({ tokenFile: credential.tokenFile, keyFile, readKey, region, tenancyId })
    await principal.keyId() // fail early if the token is missing or expired
    return principal
  }
  const { userId, fingerprint } = credential
  if (fingerprint !== fingerprintOf(key)) {
    throw mistake('fingerprint', `the fingerprint is not that of the key, which has ${fingerprintOf(key)}`)
  }
  return apiKeyPrincipal({ tenancyId, userId, privateKey: key, region })
}

import type * as OciCommon from 'oci-common'
import { OciError } from './error.ts'
import { parsePrivateKey } from './private-key.ts'
import type { TokenAndKey } from './renewing-principal.ts'

/**
 * Loads Oracle's package that gets the tokens of compute instances and functions. It is optional, and loaded only when
 * such a principal is used. Rejects with `bad-profile` when it is not installed. `who` begins the sentence of the error.
 */
export async function loadOciCommon(
  who: string,
  load: () => Promise<typeof OciCommon> = () => import('oci-common'),
): Promise<typeof OciCommon> {
  try {
    return await load()
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND'
    const what = missing ? 'is not installed. Install it with "pnpm add oci-common"' : 'cannot be loaded'
    throw new OciError('bad-profile', `${who} needs the package oci-common, which ${what}.`, { cause })
  }
}

/** The token and the key that a provider of `oci-common` has just fetched. Throws `bad-profile`. */
export function tokenAndKeyOf(who: string, token: string, pem: string): TokenAndKey {
  const parsed = parsePrivateKey(pem)
  if ('problem' in parsed) throw new OciError('bad-profile', `${who} was given a key that ${parsed.problem}.`)
  return { token, key: parsed.key }
}

import type * as OciCommon from 'oci-common'
import { OciError } from './error.ts'
import { parsePrivateKey } from './private-key.ts'
import type { TokenAndKey } from './renewing-principal.ts'

/**
 * Oracle's own package, which knows how its compute instances and functions get their tokens. It is loaded when it is
 * asked for and needs to be installed by those alone. Rejects with `bad-profile` when it is not. `who` begins a sentence.
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

/** What a provider of theirs has just got, taken before it gets anything else. Throws `bad-profile`. */
export function tokenAndKeyOf(who: string, token: string, pem: string): TokenAndKey {
  const parsed = parsePrivateKey(pem)
  if ('problem' in parsed) throw new OciError('bad-profile', `${who} was given a key that ${parsed.problem}.`)
  return { token, key: parsed.key }
}

import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { invalidParameter } from '../fault.ts'
import type { SandboxState } from '../server/state.ts'
import type { UserName } from '../world/seed/tenancy.ts'
import { userNamed } from '../world/seed/tenancy.ts'

export interface WantedToken {
  user: UserName
  /** The session's own RSA key, to sign with from then on; made here when left out. */
  publicKeyPem?: string
  /** 60 unless said; negative ones give a token that has expired. */
  minutes?: number
}

export interface IssuedToken {
  token: string
  /** `ST$` and the token, for the Authorization header. */
  keyId: string
  /** Only when the key was made here. */
  privateKeyPem?: string
  expires: string
}

/** What `oci session authenticate` gets after signing in with a browser: a token bound to a key of the session. */
export function issueToken(state: SandboxState, { user, publicKeyPem, minutes = 60 }: WantedToken): IssuedToken {
  const session = publicKeyPem === undefined ? sessionKey() : { publicKey: readKey(publicKeyPem) }
  const expiresMs = Date.now() + minutes * 60_000
  const token = state.keys.issueToken({
    userId: userNamed(state.world, user).id,
    tenancyId: state.world.tenancyId,
    publicKey: session.publicKey,
    expiresMs,
  })
  return {
    token,
    keyId: `ST$${token}`,
    ...('privateKeyPem' in session ? { privateKeyPem: session.privateKeyPem } : {}),
    expires: new Date(expiresMs).toISOString(),
  }
}

function sessionKey() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { publicKey, privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }) }
}

function readKey(pem: string) {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'rsa') return key
  } catch {
    // said below, alike for what is no key and what is one of another kind
  }
  throw invalidParameter('publicKeyPem is not an RSA public key in PEM form')
}

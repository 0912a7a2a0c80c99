import type { KeyObject } from 'node:crypto'
import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'

export interface UserKey {
  privateKeyPem: string
  publicKey: KeyObject
}

const generate = promisify(generateKeyPair)

/** By user name: making keys is slow, and sandboxes of one process (tests) may well share them. */
const made = new Map<string, Promise<UserKey>>()

/** A key of the user's own, 2048 bits as OCI asks for at least; one per name and process. */
export function userKey(name: string): Promise<UserKey> {
  let key = made.get(name)
  if (!key) {
    key = generate('rsa', { modulusLength: 2048 }).then(({ privateKey, publicKey }) => ({
      privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      publicKey,
    }))
    made.set(name, key)
  }
  return key
}

/** From a PEM that is there already. Throws when it is not an RSA key without passphrase. */
export function keyOfPem(privateKeyPem: string): UserKey {
  const key = createPrivateKey(privateKeyPem)
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`An RSA key is needed, not ${key.asymmetricKeyType}`)
  return { privateKeyPem, publicKey: createPublicKey(key) }
}

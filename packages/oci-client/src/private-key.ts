import type { KeyObject } from 'node:crypto'
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'

/** The minimum that OCI accepts for RSA keys. */
const minKeyBits = 2048

/**
 * Parses an RSA private key from PEM text. The problem ends a sentence that begins with the source of the key. No message
 * contains the text itself.
 */
export function parsePrivateKey(pem: string, passPhrase?: string): { key: KeyObject } | { problem: string } {
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1]
  if (label === undefined) return { problem: 'holds no key in PEM form' }
  if (label === 'OPENSSH PRIVATE KEY') {
    return { problem: 'holds a key in OpenSSH form; convert it with "ssh-keygen -p -m PEM -f FILE"' }
  }
  if (!label.endsWith('PRIVATE KEY')) return { problem: `holds a ${label.toLowerCase()}, not a private key` }
  const encrypted = label.startsWith('ENCRYPTED') || /^Proc-Type: 4,ENCRYPTED/m.test(pem)
  if (encrypted && !passPhrase) return { problem: 'is encrypted, and no pass_phrase is given' }

  let key: KeyObject
  try {
    key = createPrivateKey({ key: pem, ...(encrypted ? { passphrase: passPhrase } : {}) })
  } catch {
    return { problem: encrypted ? 'cannot be opened with this pass_phrase' : 'is damaged and cannot be read as a key' }
  }
  if (key.asymmetricKeyType !== 'rsa') {
    return { problem: `is of type ${key.asymmetricKeyType ?? 'unknown'}; OCI takes RSA keys only` }
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < minKeyBits) return { problem: `has ${bits} bits; OCI takes no RSA key with fewer than ${minKeyBits}` }
  return { key }
}

/**
 * The fingerprint by which OCI identifies a key: MD5 over the DER form of its public half, as `aa:bb:…`.
 * docs.oracle.com/iaas/Content/API/Concepts/apisigningkey.htm
 */
export function fingerprintOf(key: KeyObject): string {
  const der = (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' })
  return createHash('md5')
    .update(der)
    .digest('hex')
    .replaceAll(/..(?=.)/g, '$&:')
}

import type { KeyObject } from 'node:crypto'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fingerprintOf, parsePrivateKey } from './private-key.ts'
import { privateKey, privateKeyPem, publicKey } from './testing/keys.ts'

const passPhrase = 'correct horse # battery'
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: passPhrase })
const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: passPhrase })

describe('a private key is read', () => {
  test.each([
    ['PKCS #8', privateKeyPem, undefined],
    ['PKCS #1', privateKey.export({ type: 'pkcs1', format: 'pem' }), undefined],
    ['encrypted PKCS #8', pkcs8, passPhrase],
    ['encrypted PKCS #1', pkcs1, passPhrase],
    ['with a pass phrase it does not need', privateKeyPem, 'any'],
    ['with the line that OCI puts below it', `${privateKeyPem}\nOCI_API_KEY\n`, undefined],
    ['with line ends of Windows', privateKeyPem.replaceAll('\n', '\r\n'), undefined],
  ])('%s', (_, pem, phrase) => {
    const result = parsePrivateKey(pem, phrase)
    expect('key' in result && result.key.equals(privateKey)).toBe(true)
  })
})

describe('a private key that cannot be used says why, and not what it is', () => {
  const pemOf = ({ privateKey }: { privateKey: KeyObject }) => privateKey.export({ type: 'pkcs8', format: 'pem' })

  test.each([
    ['encrypted, no pass phrase', pkcs8, undefined, 'is encrypted, and no pass_phrase is given'],
    ['encrypted, an empty pass phrase', pkcs1, '', 'is encrypted, and no pass_phrase is given'],
    ['encrypted, a wrong pass phrase', pkcs8, 'wrong', 'cannot be opened with this pass_phrase'],
    ['encrypted in the older form, a wrong pass phrase', pkcs1, 'wrong', 'cannot be opened with this pass_phrase'],
    [
      'an elliptic curve',
      pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
      undefined,
      'is of type ec; OCI takes RSA keys only',
    ],
    ['Ed25519', pemOf(generateKeyPairSync('ed25519')), undefined, 'is of type ed25519; OCI takes RSA keys only'],
    [
      'too short',
      pemOf(generateKeyPairSync('rsa', { modulusLength: 1024 })),
      undefined,
      'has 1024 bits; OCI takes no RSA key with fewer than 2048',
    ],
    [
      'a public key',
      publicKey.export({ type: 'spki', format: 'pem' }),
      undefined,
      'holds a public key, not a private key',
    ],
    [
      'cut off',
      `${privateKeyPem.slice(0, 400)}\n-----END PRIVATE KEY-----\n`,
      undefined,
      'is damaged and cannot be read as a key',
    ],
    [
      'OpenSSH',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----',
      undefined,
      'holds a key in OpenSSH form',
    ],
    ['something else', 'hello', undefined, 'holds no key in PEM form'],
    ['nothing', '', undefined, 'holds no key in PEM form'],
  ])('%s', (_, pem, phrase, problem) => {
    expect(parsePrivateKey(pem, phrase)).toEqual({ problem: expect.stringContaining(problem) })
  })
})

/** A public key and its fingerprint, both as openssl gives them; the private half is nowhere. */
const known = {
  pem: `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoiUZnhhiqOKGTMLx0o+Q
fYtx54OG5TS9mGzO+lEkphrPSR0TBRZb+9UPQfNFgjBj3rOYQggy5e4468rOeVD9
dwDDSLVyrSrQD1r7E+t0Q86qX1s8KX7yWNclZYWSyHCNpo/tHUFmsY0Aqbs2Wyte
1NUS8pMjRdbHXVWiBJ7MIgJ4IX1z8bTyjRuUw5W1q6noBwurdTqddnmANx2dcTDO
1hnAZ9X/ikyR1pLjsvEJQmFtcx7ojzqfy9BxY1fkbOIt8uGBr9Neh8op6FE9QLVl
NgZHONlWT7oHSuK362BhC/iHwyGzAsjDR2SAuaJ2uy64qBkLLAKjveAwFXbPM/U0
2QIDAQAB
-----END PUBLIC KEY-----`,
  fingerprint: '0c:a2:78:1d:ac:6a:6b:3d:ee:73:3f:d0:0b:e4:fa:9e',
}

test('the fingerprint is the one that openssl gives', () => {
  expect(fingerprintOf(createPublicKey(known.pem))).toBe(known.fingerprint)
})

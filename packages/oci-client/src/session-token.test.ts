import { generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFile, rename, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPrivateKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sessionTokenPrincipal } from './session-token.ts'
import { folderWith } from './testing/files.ts'
import { privateKey, privateKeyPem, publicKey } from './testing/keys.ts'

const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherPem = other.privateKey.export({ type: 'pkcs8', format: 'pem' })
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600

/** A token of the form OCI issues, as far as this package reads it. */
function tokenFor(key: KeyObject, exp: number, name = 'session') {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part({ sub: name, exp, jwk: JSON.stringify(key.export({ format: 'jwk' })) })}.c2ln`
}

async function session(token: string, pem = privateKeyPem) {
  const folder = await folderWith({ token: `${token}\n`, 'key.pem': pem })
  const [tokenFile, keyFile] = [join(folder, 'token'), join(folder, 'key.pem')]
  let reads = 0
  const readKey = async () => {
    reads++
    return createPrivateKey(await readFile(keyFile, 'utf8'))
  }
  return { tokenFile, keyFile, principal: sessionTokenPrincipal({ tokenFile, keyFile, readKey }), reads: () => reads }
}

describe('a session', () => {
  test('signs with its token and its key, and reads them once', async () => {
    const token = tokenFor(publicKey, inAnHour())
    const { principal, reads } = await session(token)
    const [keyId, key] = await Promise.all([principal.keyId(), principal.key()])
    expect(keyId).toBe(`ST$${token}`)
    expect(key.equals(privateKey)).toBe(true)
    await principal.keyId()
    expect(reads()).toBe(1)
  })

  test('that is refreshed goes on with the other token and key', async () => {
    const { principal, tokenFile, keyFile } = await session(tokenFor(publicKey, inAnHour()))
    await principal.keyId()
    const token = tokenFor(other.publicKey, inAnHour(), 'refreshed')
    await writeFile(keyFile, otherPem)
    await writeFile(tokenFile, token)
    expect(await principal.keyId()).toBe(`ST$${token}`)
    expect((await principal.key()).equals(other.privateKey)).toBe(true)
  })

  test('goes on as it was while its files are being replaced', async () => {
    const { principal, tokenFile, keyFile } = await session(tokenFor(publicKey, inAnHour()))
    const before = await principal.keyId()
    await writeFile(keyFile, otherPem)
    expect(await principal.keyId()).toBe(before)
    expect((await principal.key()).equals(privateKey)).toBe(true)
    await writeFile(tokenFile, '')
    expect(await principal.keyId()).toBe(before)
    await rename(tokenFile, `${tokenFile}.old`)
    expect(await principal.keyId()).toBe(before)
  })

  test('that is refused is read again, though its files seem to be the same', async () => {
    const { principal, tokenFile, reads } = await session(tokenFor(publicKey, inAnHour(), 'one'))
    await utimes(tokenFile, 1_700_000_000, 1_700_000_000)
    await principal.keyId()
    const token = tokenFor(publicKey, inAnHour(), 'two')
    await writeFile(tokenFile, `${token}\n`)
    await utimes(tokenFile, 1_700_000_000, 1_700_000_000)
    expect(await principal.keyId()).not.toBe(`ST$${token}`)
    await principal.renew?.()
    expect(await principal.keyId()).toBe(`ST$${token}`)
    expect(reads()).toBe(2)
  })

  test('may have a token that is opaque', async () => {
    const { principal } = await session('opaque-token')
    expect(await principal.keyId()).toBe('ST$opaque-token')
  })
})

describe('a session that cannot be used says why', () => {
  test.each([
    [
      'expired',
      tokenFor(publicKey, 1_700_000_000),
      /expired at 2023-11-14T22:13:20\.000Z\. Run "oci session refresh"\.$/,
    ],
    ['issued for another key', tokenFor(other.publicKey, inAnHour()), /was not issued for the key beside it\.$/],
    ['empty', '', /^The session token file \S+token is empty\.$/],
    ['not a token', 'a "quoted" thing', /^The session token file \S+token does not contain a token\.$/],
  ])('%s', async (_, token, message) => {
    const { principal } = await session(token)
    await expect(principal.keyId()).rejects.toMatchObject({
      kind: 'bad-profile',
      message: expect.stringMatching(message),
    })
  })

  test('missing', async () => {
    const principal = sessionTokenPrincipal({ tokenFile: '/nowhere/token', readKey: () => privateKey })
    await expect(principal.key()).rejects.toThrow('The file /nowhere/token, which a session needs, does not exist.')
  })
})

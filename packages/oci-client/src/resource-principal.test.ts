import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { resourcePrincipal } from './resource-principal.ts'
import { failureOf } from './testing/client.ts'
import { folderWith } from './testing/files.ts'
import { issueToken, regionsSeenBy, sandboxForTest } from './testing/sandbox.ts'

const prefix = 'OCI_RESOURCE_PRINCIPAL_'

/** What OCI puts into the environment of a function. */
function environment(values: Record<string, string>) {
  vi.stubEnv(`${prefix}VERSION`, '2.2')
  vi.stubEnv(`${prefix}REGION`, 'eu-frankfurt-1')
  for (const [name, value] of Object.entries(values)) vi.stubEnv(prefix + name, value)
}

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith(prefix)) vi.stubEnv(name, undefined)
})

afterEach(() => {
  vi.unstubAllEnvs()
})

/** A token that the sandbox accepts, and its key. */
async function issued(sandbox: Awaited<ReturnType<typeof sandboxForTest>>, minutes: number) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    token: await issueToken(sandbox, publicKey, minutes),
    pem: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    encryptedPem: privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'open sesame' }),
  }
}

describe('a resource principal', () => {
  test('may be given in the environment itself', async () => {
    const sandbox = await sandboxForTest()
    const { token, pem } = await issued(sandbox, 60)
    environment({ RPST: token, PRIVATE_PEM: pem, REGION: 'fra' })
    const principal = await resourcePrincipal()
    expect(await principal.keyId()).toBe(`ST$${token}`)
    expect(principal).toMatchObject({ region: 'eu-frankfurt-1', tenancyId: sandbox.tenancyId })
    expect(await regionsSeenBy(sandbox, principal)).toBeGreaterThan(1)
  })

  test('may be given in files, which are read again before the token expires', async () => {
    const sandbox = await sandboxForTest()
    const { token, encryptedPem } = await issued(sandbox, 5)
    const folder = await folderWith({ rpst: `${token}\n`, 'key.pem': encryptedPem, phrase: 'open sesame' })
    const [RPST, PRIVATE_PEM] = [join(folder, 'rpst'), join(folder, 'key.pem')]
    environment({ RPST, PRIVATE_PEM, PRIVATE_PEM_PASSPHRASE: join(folder, 'phrase') })
    const principal = await resourcePrincipal()
    expect(await principal.keyId()).toBe(`ST$${token}`)
    expect(await regionsSeenBy(sandbox, principal)).toBeGreaterThan(1)

    const next = await issued(sandbox, 60)
    await writeFile(PRIVATE_PEM, next.encryptedPem)
    await writeFile(RPST, next.token)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 4.5 * 60_000 })
    onTestFinished(() => void vi.useRealTimers())
    await expect.poll(() => principal.keyId()).toBe(`ST$${next.token}`)
    vi.useRealTimers()
    expect(await regionsSeenBy(sandbox, principal)).toBeGreaterThan(1)
  })
})

describe('a resource principal that cannot be used says why', () => {
  test('outside of a function', async () => {
    expect(await failureOf(resourcePrincipal())).toMatchObject({
      kind: 'bad-profile',
      message:
        'The resource principal is not available here: the environment has no OCI_RESOURCE_PRINCIPAL_VERSION, no OCI_RESOURCE_PRINCIPAL_RPST, no OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM, no OCI_RESOURCE_PRINCIPAL_REGION.',
    })
  })

  test('of another version', async () => {
    environment({ VERSION: '1.1', RPST: 'token', PRIVATE_PEM: 'pem' })
    expect((await failureOf(resourcePrincipal())).message).toBe(
      'The resource principal must have version 2.2, but this one has version 1.1.',
    )
  })

  test('with a key that is none', async () => {
    environment({ RPST: 'token', PRIVATE_PEM: 'nonsense' })
    expect((await failureOf(resourcePrincipal())).message).toBe(
      'The resource principal cannot be used: its key or its region cannot be read.',
    )
  })

  test('with a token that has expired', async () => {
    const sandbox = await sandboxForTest()
    const { token, pem } = await issued(sandbox, -1)
    environment({ RPST: token, PRIVATE_PEM: pem })
    expect((await failureOf(resourcePrincipal())).message).toMatch(
      /^The resource principal was given a token that expired at \S+Z\. The clock may be off\.$/,
    )
  })

  test('with the token of another key', async () => {
    const sandbox = await sandboxForTest()
    const [{ token }, { pem }] = [await issued(sandbox, 5), await issued(sandbox, 5)]
    environment({ RPST: token, PRIVATE_PEM: pem })
    expect((await failureOf(resourcePrincipal())).message).toBe(
      'The resource principal was given a token that was not issued for its key.',
    )
  })
})

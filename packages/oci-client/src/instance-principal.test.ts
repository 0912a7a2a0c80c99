import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { instancePrincipal } from './instance-principal.ts'
import { failureOf } from './testing/client.ts'
import { instanceForTest } from './testing/instance.ts'
import { serverForTest } from './testing/server.ts'
import { issueToken, regionsSeenBy, sandboxForTest } from './testing/sandbox.ts'

const tenancyId = 'ocid1.tenancy.oc1..aaaatenancy'

describe('an instance principal', () => {
  test('is who its instance is, in the region of its instance', async () => {
    const sandbox = await sandboxForTest()
    const { metadataUrl, federationUrl } = await instanceForTest({
      tenancyId,
      regionCode: 'fra',
      issue: (key) => issueToken(sandbox, key, 60),
    })
    const principal = await instancePrincipal({ metadataUrl, federationUrl })
    expect(principal).toMatchObject({ region: 'eu-frankfurt-1', tenancyId })
    expect(await principal.keyId()).toMatch(/^ST\$/)
    expect(await regionsSeenBy(sandbox, principal)).toBeGreaterThan(1)
  })

  test('gets a token once, and another with another key before that one expires', async () => {
    const sandbox = await sandboxForTest()
    const { metadataUrl, federationUrl, federation } = await instanceForTest({
      tenancyId,
      regionCode: 'eu-frankfurt-1',
      issue: (key) => issueToken(sandbox, key, 5),
    })
    const principal = await instancePrincipal({ metadataUrl, federationUrl })
    const [keyId, key] = [await principal.keyId(), await principal.key()]
    await Promise.all(Array.from({ length: 10 }, async () => principal.keyId()))
    expect(federation.requests).toHaveLength(1)

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 4.5 * 60_000 })
    onTestFinished(() => void vi.useRealTimers())
    // good for half a minute yet: nobody waits
    expect(await principal.keyId()).toBe(keyId)
    await expect.poll(() => principal.keyId()).not.toBe(keyId)
    expect((await principal.key()).equals(key)).toBe(false)
    expect(federation.requests).toHaveLength(2)
  })

  test('that is refused a token says so', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined) // Oracle's package writes there
    onTestFinished(() => void vi.restoreAllMocks())
    const { metadataUrl, federationUrl } = await instanceForTest({
      tenancyId,
      regionCode: 'fra',
      issue: () => Promise.resolve(undefined),
    })
    const error = await failureOf(instancePrincipal({ metadataUrl, federationUrl }))
    expect(error).toMatchObject({ kind: 'bad-profile', message: 'The instance principal got no token.' })
    expect(error.cause).toMatchObject({ message: expect.stringContaining('status: 401') })
  })

  test('is given up within half a minute where the metadata service says nothing', async () => {
    const metadata = await serverForTest(() => undefined)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const failing = failureOf(instancePrincipal({ metadataUrl: `${metadata.url}/opc/v2/` }))
    while (metadata.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(30_000)
    expect((await failing).message).toContain('could not be found')
  })

  test('is not to be found where there is no metadata service', async () => {
    const error = await failureOf(instancePrincipal({ metadataUrl: 'http://127.0.0.1:9/opc/v2/' }))
    expect(error).toMatchObject({
      kind: 'bad-profile',
      message:
        'The instance principal could not be found. Is this a compute instance of OCI, and may it reach its metadata service?',
    })
  })
})

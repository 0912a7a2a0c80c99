import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TokenAndKey } from './renewing-principal.ts'
import { renewingPrincipal } from './renewing-principal.ts'
import { failureOf } from './testing/client.ts'
import { privateKey } from './testing/keys.ts'

const who = 'The instance principal'

/** A token of its number that is good for so many minutes. */
function tokenOf(number: number, minutes: number): TokenAndKey {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(Date.now() / 1000) + minutes * 60
  return { token: `${part({ number })}.${part({ exp, tenant: 'ocid1.tenancy.oc1..a' })}.c2ln`, key: privateKey }
}

const numberOf = (keyId: string) =>
  (JSON.parse(Buffer.from(keyId.slice(3).split('.')[0] ?? '', 'base64url').toString()) as { number: number }).number // as above

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * 60_000)

/** Every renewal takes a second; `fail` says from which number on and up to which it fails. */
async function principalForTest({ fail = [0, 0] }: { fail?: [number, number] } = {}) {
  let asked = 0
  const renew = async () => {
    const number = ++asked
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    if (number >= fail[0] && number < fail[1]) throw new Error('Not now')
    return tokenOf(number, 20)
  }
  const creating = renewingPrincipal({ who, renew })
  await pass(1 / 60)
  const principal = await creating
  return { principal, asked: () => asked, current: async () => numberOf(await principal.keyId()) }
}

describe('a token that is issued', () => {
  test('is kept until a minute before it expires, and renewed while nobody waits', async () => {
    const { principal, asked, current } = await principalForTest()
    expect(principal.tenancyId).toBe('ocid1.tenancy.oc1..a')
    await pass(18.5)
    expect(await current()).toBe(1)
    expect(asked()).toBe(1)
    await pass(0.9)
    expect(await current()).toBe(1)
    await pass(0.1)
    expect(await current()).toBe(2)
    expect(asked()).toBe(2)
  })

  test('goes on while others fail, which are not asked for all the time', async () => {
    const { asked, current } = await principalForTest({ fail: [2, 4] })
    await pass(19.2)
    for (let i = 0; i < 5; i++) {
      expect(await current()).toBe(1)
      await pass(1 / 60)
    }
    expect(asked()).toBe(2)
    await pass(0.2)
    expect(await current()).toBe(1)
    await pass(0.2)
    expect(await current()).toBe(1)
    await pass(0.1)
    expect(await current()).toBe(4)
  })

  test('is asked for once by all who wait, once it has expired', async () => {
    const { asked, principal } = await principalForTest()
    await pass(30)
    const waiting = Promise.all([1, 2, 3].map(async () => numberOf(await principal.keyId())))
    await pass(1)
    expect(await waiting).toEqual([2, 2, 2])
    expect(asked()).toBe(2)
  })

  test('that has expired and cannot be had again is an error, until it can', async () => {
    const { principal, current } = await principalForTest({ fail: [2, 3] })
    await pass(30)
    const failing = failureOf(Promise.resolve(principal.keyId()))
    await pass(1)
    expect(await failing).toMatchObject({
      kind: 'bad-profile',
      message: 'The instance principal got no token.',
      cause: expect.objectContaining({ message: 'Not now' }),
    })
    const working = current()
    await pass(1)
    expect(await working).toBe(3)
  })
})

test('a renewal that hangs is given up after half a minute, and may be tried again', async () => {
  let asked = 0
  const renew = () => (++asked === 1 ? new Promise<TokenAndKey>(() => undefined) : Promise.resolve(tokenOf(asked, 20)))
  const failing = failureOf(renewingPrincipal({ who, renew }))
  await pass(0.6)
  expect((await failing).cause).toMatchObject({ message: 'Nothing was answered within 30 seconds.' })
  expect(numberOf(await (await renewingPrincipal({ who, renew })).keyId())).toBe(2)
})

test('what is thrown that is no error is told as one', async () => {
  // as Oracle's code does
  const renew = () => Promise.reject({ code: -1, message: 'status: 401' }) // oxlint-disable-line prefer-promise-reject-errors
  expect((await failureOf(renewingPrincipal({ who, renew }))).cause).toMatchObject({ message: 'status: 401' })
})

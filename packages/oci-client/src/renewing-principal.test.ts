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
  let requested = 0
  const renew = async () => {
    const number = ++requested
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    if (number >= fail[0] && number < fail[1]) throw new Error('Not now')
    return tokenOf(number, 20)
  }
  const creating = renewingPrincipal({ who, renew })
  await pass(1 / 60)
  const principal = await creating
  return {
    principal,
    requested: () => requested,
    current: async () => numberOf(await principal.keyId()),
    /** As a call does whose signature OCI has refused. */
    renew: async () => principal.renew?.(),
  }
}

describe('a token that is issued', () => {
  test('is kept for half of its life, and renewed while no call waits', async () => {
    const { principal, requested, current } = await principalForTest()
    expect(principal.tenancyId).toBe('ocid1.tenancy.oc1..a')
    await pass(9.9)
    expect(await current()).toBe(1)
    expect(requested()).toBe(1)
    await pass(0.2)
    expect(await current()).toBe(1)
    await pass(0.1)
    expect(await current()).toBe(2)
    expect(requested()).toBe(2)
  })

  test('goes on while renewals fail, which pause longer and longer, up to a minute', async () => {
    const { requested, current } = await principalForTest({ fail: [2, 1_000] })
    await pass(10.1)
    const seen = new Map<number, number>()
    for (let second = 0; second < 9 * 60; second++) {
      expect(await current()).toBe(1)
      if (!seen.has(requested())) seen.set(requested(), second)
      await pass(1 / 60)
    }
    // a second for the renewal, and pauses of 1, 2, 4, 8, 16, 32, 60, 60 … s
    const starts = [...seen.values()]
    const gaps = starts.slice(1).map((start, index) => start - starts[index]!) // there is one before each
    expect(gaps.slice(0, 6).map((gap, index) => Math.abs(gap - 1 - 2 ** index) <= 1)).toEqual([1, 2, 3, 4, 5, 6].map(() => true)) // prettier-ignore
    expect(Math.max(...gaps)).toBeLessThanOrEqual(62)
    expect(requested()).toBeLessThan(18)
  })

  test('that has expired is not requested all the time while renewals fail', async () => {
    const { principal, requested } = await principalForTest({ fail: [2, 1_000] })
    await pass(30)
    for (let tenth = 0; tenth < 100; tenth++) {
      const failing = failureOf(Promise.resolve(principal.keyId()))
      await pass(1 / 600)
      void failing
    }
    expect(requested()).toBeLessThan(6)
  })

  test('is renewed when it is refused, once for all calls that were', async () => {
    const { requested, current, renew } = await principalForTest()
    await pass(1)
    const renewals = [renew(), renew()]
    expect(await current()).toBe(1)
    await pass(1 / 60)
    await Promise.all(renewals)
    expect(await current()).toBe(2)
    // another call that was signed with the token before
    await renew()
    expect(requested()).toBe(2)
  })

  test('that is refused and cannot be had again rejects the renewal, and is kept', async () => {
    const { requested, current, renew } = await principalForTest({ fail: [2, 3] })
    await pass(1)
    const failing = failureOf(renew())
    await pass(1 / 60)
    expect(await failing).toMatchObject({ kind: 'bad-profile', message: 'The instance principal got no token.' })
    expect(await failureOf(renew())).toBe(await failing)
    expect(requested()).toBe(2)
    expect(await current()).toBe(1)
  })

  test('is requested once by all calls that wait, once it has expired', async () => {
    const { requested, principal } = await principalForTest()
    await pass(30)
    const waiting = Promise.all([1, 2, 3].map(async () => numberOf(await principal.keyId())))
    await pass(1)
    expect(await waiting).toEqual([2, 2, 2])
    expect(requested()).toBe(2)
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

test('a renewal that hangs is abandoned after half a minute, and may be tried again', async () => {
  let requested = 0
  const renew = () =>
    ++requested === 1 ? new Promise<TokenAndKey>(() => undefined) : Promise.resolve(tokenOf(requested, 20))
  const failing = failureOf(renewingPrincipal({ who, renew }))
  await pass(0.6)
  expect((await failing).cause).toMatchObject({ message: 'Nothing was answered within 30 seconds.' })
  expect(numberOf(await (await renewingPrincipal({ who, renew })).keyId())).toBe(2)
})

test('what is thrown that is no error is the message of one', async () => {
  // as Oracle's code does
  const renew = () => Promise.reject({ code: -1, message: 'status: 401' }) // oxlint-disable-line prefer-promise-reject-errors
  expect((await failureOf(renewingPrincipal({ who, renew }))).cause).toMatchObject({ message: 'status: 401' })
})

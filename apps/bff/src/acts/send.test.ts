import { OciError, type OciClient, type OciErrorDetails, type OciErrorKind } from '@gatehouse/oci-client'
import { describe, expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { ociCall } from './act.ts'
import { send, type Sending, type Sent } from './send.ts'

/** What a try meets: an error of the client, or OCI's acceptance. */
type Try = OciError | 'accepted'

const failure = (kind: OciErrorKind, details: OciErrorDetails = {}) => new OciError(kind, 'It failed.', details)

const refusedConnection = failure('network', { code: 'ECONNREFUSED', sent: false })
const openCircuit = failure('circuit-open', { sent: false })
const noSlotInTime = failure('timeout', { code: 'DEADLINE', sent: false })
const cut = failure('network', { code: 'ECONNRESET', sent: true })
const silence = failure('timeout', { code: 'UND_ERR_HEADERS_TIMEOUT', sent: true })
const portal = failure('bad-answer', { status: 200, sent: true })
const ofOci = (status: number, code: string) => failure('service', { status, code, sent: true, fromOci: true })
const ofProxy = (status: number) => failure('service', { status, sent: true, fromOci: false })

interface Played {
  sent: Sent
  /** How often the call was made. */
  tries: number
}

/** Sends through a client that meets these, one after another; the last one goes on. */
async function play(tries: readonly Try[], changes: Partial<Sending> = {}): Promise<Played> {
  let count = 0
  const call = () => {
    const next = tries[Math.min(count++, tries.length - 1)]
    if (next === 'accepted') return Promise.resolve({ workRequestId: 'work', requestId: 'opc' })
    return Promise.reject(next ?? new Error('The test names no try'))
  }
  const sent = await send({
    client: { call } as unknown as OciClient, // nothing else of it is used
    call: ociCall('desktops.stopDesktopPool', { desktopPoolId: 'pool' }),
    retryToken: 'token',
    isInDoubt: false,
    gone: new AbortController().signal,
    patienceMs: 1_500,
    recheck: () => Promise.resolve('go'),
    ...changes,
  })
  return { sent, tries: count }
}

const outcome = ({ sent }: Played) =>
  sent.status === 'failed' ? `failed, ${sent.wasSent ? 'sent' : 'nothing sent'}` : sent.status

describe('the outcome of an act', () => {
  for (const [what, tries, expected] of [
    ['OCI accepted it', ['accepted'], 'accepted'],
    ['no connection was made', [refusedConnection], 'failed, nothing sent'],
    ['the circuit was open', [openCircuit], 'failed, nothing sent'],
    ['the time was spent waiting for a slot', [noSlotInTime], 'failed, nothing sent'],
    ['the first connection was refused and the next one worked', [refusedConnection, 'accepted'], 'accepted'],
    ['OCI refused it', [ofOci(409, 'IncorrectState')], 'failed, sent'],
    ['OCI does not have the operation', [ofOci(501, 'MethodNotImplemented')], 'failed, sent'],
    ['OCI throttled every try', [ofOci(429, 'TooManyRequests')], 'failed, sent'],
    ['OCI throttled, then refused it', [ofOci(429, 'TooManyRequests'), ofOci(404, 'NotFound')], 'failed, sent'],
    ['the answer was cut off', [cut], 'unknown'],
    ['OCI was silent', [silence], 'unknown'],
    ['something else answered with 200', [portal], 'unknown'],
    ['something else answered with 403', [ofProxy(403)], 'unknown'],
    ['OCI failed', [ofOci(500, 'InternalServerError')], 'unknown'],
    ['OCI does not know the token any more', [ofOci(409, 'InvalidatedRetryToken')], 'unknown'],
    ['the answer was cut off, then OCI throttled', [cut, ofOci(429, 'TooManyRequests')], 'unknown'],
    ['the answer was cut off, then OCI refused it', [cut, ofOci(409, 'IncorrectState')], 'unknown'],
    ['the answer was cut off, then no connection was made', [cut, refusedConnection], 'unknown'],
    ['the answer was cut off, then OCI accepted it', [cut, 'accepted'], 'accepted'],
  ] as [string, Try[], string][])
    test(`when ${what}: ${expected}`, async () => {
      expect(outcome(await play(tries))).toBe(expected)
    })

  test('when an earlier sending was in doubt, a refusal now does not settle it', async () => {
    expect(outcome(await play([ofOci(409, 'IncorrectState')], { isInDoubt: true }))).toBe('unknown')
  })
})

describe('a further try', () => {
  test('is not made after a refusal, nor while the circuit is open', async () => {
    expect((await play([ofOci(409, 'IncorrectState')])).tries).toBe(1)
    expect((await play([openCircuit])).tries).toBe(1)
  })

  test('is not made of an operation without a retry token once the first may have arrived', async () => {
    expect((await play([cut, 'accepted'], { retryToken: null })).tries).toBe(1)
    expect(outcome(await play([refusedConnection, 'accepted'], { retryToken: null }))).toBe('accepted')
  })

  test('is not made once the person is gone', async () => {
    const gone = new AbortController()
    setTimeout(() => gone.abort(), 20)
    expect(await play([cut, 'accepted'], { gone: gone.signal })).toMatchObject({
      sent: { status: 'unknown' },
      tries: 1,
    })
  })

  test('is not made when the thing cannot be read', async () => {
    const played = await play([cut, 'accepted'], { recheck: () => Promise.reject(new Error('OCI is away')) })
    expect(played).toMatchObject({ sent: { status: 'unknown' }, tries: 1 })
  })

  test('is not made when the thing is no longer as it was: failed if nothing arrived, else unknown', async () => {
    const changed: Sent = { status: 'failed', wasSent: false, problem: new Problem('stale', 'It changed.') }
    const recheck = () => Promise.resolve(changed)
    expect(outcome(await play([refusedConnection], { recheck }))).toBe('failed, nothing sent')
    expect(outcome(await play([ofOci(429, 'TooManyRequests')], { recheck }))).toBe('failed, sent')
    expect(outcome(await play([cut], { recheck }))).toBe('unknown')
  })

  test('is not made when the read shows that the first was carried out', async () => {
    const found: Sent = { status: 'accepted', workRequestId: 'work', opcRequestId: null }
    const played = await play([cut], { recheck: () => Promise.resolve(found) })
    expect(played).toMatchObject({ sent: { status: 'accepted', workRequestId: 'work' }, tries: 1 })
  })

  test('waits for as long as OCI asks, and is not made when that is longer than the person waits', async () => {
    const throttled = failure('service', {
      status: 429,
      code: 'TooManyRequests',
      sent: true,
      fromOci: true,
      retryAfterSeconds: 60,
    })
    expect((await play([throttled])).tries).toBe(1)
  })
})

import type { OperationId, OperationInput } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OciErrorDetails, OciErrorKind } from './error.ts'
import { OciError } from './error.ts'
import { buildRequest } from './request.ts'
import { defaultRetry, waitBeforeRetry } from './retry.ts'

const request = <Id extends OperationId>(id: Id, input: OperationInput<Id>) => buildRequest(id, input)
const get = request('desktops.getDesktop', { desktopId: 'a' })
const post = request('desktops.startDesktop', { desktopId: 'a' })
const put = request('desktops.updateDesktop', { desktopId: 'a', body: { displayName: 'b' } })
const deletion = request('desktops.deleteDesktop', { desktopId: 'a' })

const error = (kind: OciErrorKind, details: OciErrorDetails) => new OciError(kind, 'It failed.', details)
const busy = error('service', { status: 503 })
const waitFor = (failure: OciError, of = get) => waitBeforeRetry(of, failure, 1, defaultRetry, 60_000)

describe('what is sent again', () => {
  test.each([429, 500, 502, 503, 504, 507, 599])('a read answered with %i', (status) => {
    expect(waitFor(error('service', { status }))).toBeTypeOf('number')
  })

  test.each([400, 401, 404, 409, 412, 501])('not a read answered with %i', (status) => {
    expect(waitFor(error('service', { status }))).toBeUndefined()
  })

  test.each([429, 502, 503, 504])('a change with a retry token, answered with %i', (status) => {
    expect(waitFor(error('service', { status }), post)).toBeTypeOf('number')
  })

  test.each([401, 409, 500, 501, 507])('not a change with a retry token, answered with %i', (status) => {
    expect(waitFor(error('service', { status }), post)).toBeUndefined()
  })

  test.each(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', 'EAI_AGAIN'])(
    'a call whose connection failed: %s',
    (code) => {
      expect(waitFor(error('network', { code }))).toBeTypeOf('number')
    },
  )

  test('a call that found no connection in time', () => {
    expect(waitFor(error('timeout', { code: 'UND_ERR_CONNECT_TIMEOUT' }))).toBeTypeOf('number')
  })

  test.each<[OciErrorKind, OciErrorDetails]>([
    ['network', { code: 'CERT_HAS_EXPIRED' }],
    ['network', {}],
    ['timeout', { code: 'DEADLINE' }],
    ['aborted', {}],
    ['bad-answer', { status: 200 }],
    ['bad-input', {}],
    ['bad-profile', {}],
  ])('not a call that ended for good: %s %j', (kind, details) => {
    expect(waitFor(error(kind, details))).toBeUndefined()
  })

  test('what carries a retry token, as what only reads', () => {
    expect(waitFor(busy, post)).toBeTypeOf('number')
  })

  test('never what changes something and carries none', () => {
    expect(waitFor(busy, put)).toBeUndefined()
    expect(waitFor(busy, deletion)).toBeUndefined()
  })
})

describe('how long to wait', () => {
  test('between half of the wait and all of it, doubled each time, up to the longest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5_000 }), (attempt, firstWaitMs) => {
        const policy = { attempts: 21, firstWaitMs, maxWaitMs: 8_000 }
        const waitMs = waitBeforeRetry(get, busy, attempt, policy, 60_000)
        const full = Math.min(firstWaitMs * 2 ** (attempt - 1), 8_000)
        expect(waitMs).toBeGreaterThanOrEqual(full / 2)
        expect(waitMs).toBeLessThanOrEqual(full)
      }),
    )
  })

  test('at least as long as OCI asks', () => {
    expect(waitFor(error('service', { status: 429, retryAfterSeconds: 20 }))).toBe(20_000)
  })

  test('not at all when the deadline would come first', () => {
    expect(waitFor(error('service', { status: 429, retryAfterSeconds: 61 }))).toBeUndefined()
    expect(waitBeforeRetry(get, busy, 1, defaultRetry, 10)).toBeUndefined()
  })

  test('not at all after the last attempt', () => {
    expect(waitBeforeRetry(get, busy, 2, defaultRetry, 60_000)).toBeTypeOf('number')
    expect(waitBeforeRetry(get, busy, 3, defaultRetry, 60_000)).toBeUndefined()
  })
})

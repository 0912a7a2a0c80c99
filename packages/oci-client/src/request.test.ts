import type { OperationId } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OciError } from './error.ts'
import { buildRequest } from './request.ts'

const compartmentId = 'ocid1.compartment.oc1..a'
const queryOf = (target: string) => new URLSearchParams(target.split('?')[1])

function refusal(id: OperationId, input: object): OciError {
  try {
    buildRequest(id, input)
  } catch (error) {
    if (error instanceof OciError) return error
    throw error
  }
  throw new Error('It was not refused')
}

describe('the target of a request', () => {
  test('a path parameter is encoded, so that it stays one segment', () => {
    expect(buildRequest('desktops.getDesktop', { desktopId: 'a/../b?c#d e' }).target).toBe(
      '/20220618/desktops/a%2F..%2Fb%3Fc%23d%20e',
    )
  })

  test('a query value is encoded, so that it cannot become another parameter', () => {
    expect(buildRequest('desktops.listDesktops', { compartmentId, displayName: 'x&compartmentId=other' }).target).toBe(
      `/20220618/desktops?displayName=x%26compartmentId%3Dother&compartmentId=${compartmentId}`,
    )
  })

  test('what is undefined is left out, what is empty is not', () => {
    const { target } = buildRequest('desktops.listDesktops', { compartmentId, displayName: '', id: undefined })
    expect(target).toBe(`/20220618/desktops?displayName=&compartmentId=${compartmentId}`)
  })

  test('numbers and booleans are sent as they read', () => {
    const { target } = buildRequest('identity.listCompartments', {
      compartmentId,
      limit: 100,
      compartmentIdInSubtree: false,
    })
    expect(Object.fromEntries(queryOf(target))).toEqual({
      compartmentId,
      limit: '100',
      compartmentIdInSubtree: 'false',
    })
  })

  test.each([
    [new Date('2026-01-02T05:06:07.089Z'), '2026-01-02T05:06:07.089Z'],
    ['2026-01-02T05:06:07Z', '2026-01-02T05:06:07.000Z'],
    ['2026-01-02T05:06:07.5+02:00', '2026-01-02T03:06:07.500Z'],
  ])('the time %s is sent in UTC with milliseconds', (timeStart, sent) => {
    const { target } = buildRequest('operator-access-control.listAccessRequests', { compartmentId, timeStart })
    expect(queryOf(target).get('timeStart')).toBe(sent)
  })

  test('any string comes out of the query as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (displayName, id) => {
        const { target } = buildRequest('desktops.listDesktops', { compartmentId: id, displayName })
        expect(target).toMatch(/^[!-~]+$/)
        expect([...queryOf(target)]).toEqual([
          ['displayName', displayName],
          ['compartmentId', id],
        ])
      }),
      { numRuns: 200 },
    )
  })

  test('any string comes out of the path as it went in, or is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (desktopId) => {
        fc.pre(desktopId !== '.' && desktopId !== '..')
        const [, , , segment, ...more] = buildRequest('desktops.getDesktop', { desktopId }).target.split('/')
        expect(more).toEqual([])
        expect(decodeURIComponent(segment ?? '')).toBe(desktopId)
      }),
    )
  })
})

describe('the headers of a request', () => {
  test('a request id and, for what changes something, a retry token are made', () => {
    const { headers } = buildRequest('desktops.startDesktop', { desktopId: 'a' })
    expect(headers['opc-request-id']).toMatch(/^[0-9a-f]{32}$/)
    expect(headers['opc-retry-token']).toMatch(/^[0-9a-f]{32}$/)
  })

  test('an operation that takes no retry token gets none', () => {
    expect(buildRequest('desktops.deleteDesktop', { desktopId: 'a' }).headers).not.toHaveProperty('opc-retry-token')
  })

  test('those that are given are sent', () => {
    const { headers } = buildRequest('desktops.startDesktop', {
      desktopId: 'a',
      ifMatch: 'etag',
      opcRequestId: 'mine',
      opcRetryToken: 'token',
    })
    expect(headers).toMatchObject({ 'if-match': 'etag', 'opc-request-id': 'mine', 'opc-retry-token': 'token' })
  })
})

describe('a request that is refused before it is sent', () => {
  test.each<[string, OperationId, object, string]>([
    [
      'an unknown key',
      'desktops.getDesktop',
      { desktopId: 'a', nme: 1 },
      'desktops.getDesktop takes no "nme". It takes desktopId, opcRequestId.',
    ],
    ['a key of the prototype', 'desktops.getDesktop', { desktopId: 'a', constructor: 1 }, 'takes no "constructor"'],
    ['a missing path parameter', 'desktops.getDesktop', {}, 'desktops.getDesktop needs desktopId, which is missing.'],
    ['an empty path parameter', 'desktops.getDesktop', { desktopId: '' }, 'needs desktopId, which is missing.'],
    ['a path parameter that climbs', 'desktops.getDesktop', { desktopId: '..' }, 'cannot take ".." as desktopId.'],
    ['a path parameter that is no string', 'desktops.getDesktop', { desktopId: 7 }, 'needs a string as desktopId.'],
    ['a missing query parameter', 'desktops.listDesktops', {}, 'needs compartmentId, which is missing.'],
    ['an empty query parameter that is needed', 'desktops.listDesktops', { compartmentId: '' }, 'needs compartmentId'],
    [
      'a limit that is no number',
      'desktops.listDesktops',
      { compartmentId, limit: '5' },
      'needs a whole number as limit.',
    ],
    ['a limit that is no whole number', 'desktops.listDesktops', { compartmentId, limit: 1.5 }, 'a whole number'],
    [
      'a boolean that is a string',
      'desktops.deleteDesktopPool',
      { desktopPoolId: 'a', areVolumesPreserved: 'yes' },
      'needs true or false',
    ],
    [
      'a date that is none',
      'operator-access-control.listAccessRequests',
      { compartmentId, timeStart: new Date(NaN) },
      'as timeStart.',
    ],
    [
      'a time that is none',
      'operator-access-control.listAccessRequests',
      { compartmentId, timeEnd: '2026' },
      'needs a Date or a time',
    ],
    [
      'half of a character',
      'desktops.listDesktops',
      { compartmentId, displayName: '\ud800' },
      'holds half of a character.',
    ],
    [
      'a header with a line break',
      'desktops.startDesktop',
      { desktopId: 'a', ifMatch: 'a\r\nb: c' },
      'plain text without line breaks as ifMatch.',
    ],
    ['a missing body', 'desktops.updateDesktop', { desktopId: 'a' }, 'needs a body, a UpdateDesktopDetails.'],
    ['a body that is no object', 'desktops.updateDesktop', { desktopId: 'a', body: [] }, 'needs an object as body'],
    [
      'a body that is not JSON',
      'desktops.updateDesktop',
      { desktopId: 'a', body: { n: 1n } },
      'a body that is not JSON.',
    ],
  ])('%s', (_, id, input, message) => {
    const error = refusal(id, input)
    expect(error).toMatchObject({ kind: 'bad-input', operation: id })
    expect(error.message).toContain(message)
  })

  test.each(['desktops.sendDesktop', 'toString', '__proto__'])('an operation named %s', (id) => {
    expect(() => buildRequest(id as OperationId, {})).toThrow(`There is no operation named "${id}".`) // as a caller without types would
  })
})

import type { OperationId } from '@gatehouse/oci-api'
import { operations, schemas } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RawAnswer } from './answer.ts'
import { readAnswer } from './answer.ts'
import { OciError } from './error.ts'
import { sampleAnswer } from './testing/sample.ts'

const answer = (text: string | Buffer, { status = 200, headers = {} }: Partial<RawAnswer> = {}): RawAnswer => ({
  status,
  headers,
  body: Buffer.from(text),
})
const read = (id: OperationId, raw: RawAnswer) => readAnswer(operations[id], raw, 'sent-id', false)

/** The headers that confirm a change. */
const confirming = { 'opc-request-id': 'r1', 'opc-work-request-id': 'w1' }

function errorOf(id: OperationId, raw: RawAnswer): OciError {
  try {
    read(id, raw)
  } catch (error) {
    if (error instanceof OciError) return error
    throw error
  }
  throw new Error('It was accepted')
}

describe('an answer', () => {
  test('is read with what its headers say', () => {
    const headers = {
      etag: 'e1',
      'opc-next-page': 'p2',
      'opc-work-request-id': 'w3',
      'opc-request-id': 'r4',
      'retry-after': '5',
    }
    expect(read('desktops.getDesktop', answer('{"id":"a"}', { headers }))).toEqual({
      body: { id: 'a' },
      status: 200,
      etag: 'e1',
      nextPage: 'p2',
      workRequestId: 'w3',
      requestId: 'r4',
      retryAfter: 5,
    })
  })

  test('without headers has no request id: the one that was sent does not stand in', () => {
    expect(read('desktops.getDesktop', answer('{}'))).toMatchObject({ requestId: undefined, nextPage: undefined })
    const error = errorOf('desktops.getDesktop', answer('', { status: 404 }))
    expect(error).toMatchObject({ opcRequestId: undefined, sentRequestId: 'sent-id', sent: true })
  })

  test('an empty next page is none', () => {
    expect(read('desktops.getDesktop', answer('{}', { headers: { 'opc-next-page': '' } })).nextPage).toBeUndefined()
  })

  test('that OCI promises no body for has none, whatever was sent', () => {
    for (const text of ['', '{}', 'done']) {
      expect(read('desktops.startDesktop', answer(text, { status: 202, headers: confirming })).body).toBeUndefined()
    }
  })

  test('has no member that was null, however deep', () => {
    const text = '{"id":"a","name":null,"tags":{"x":null,"y":[null,{"z":null,"ok":0}]},"no":false,"empty":""}'
    expect(read('desktops.getDesktop', answer(text)).body).toEqual({
      id: 'a',
      tags: { y: [{ ok: 0 }] },
      no: false,
      empty: '',
    })
  })

  test('has no lone surrogate in its text, which no file and no hash could hold', () => {
    const name = String.raw`{"displayName":"a\ud800b","tags":{"smile":"\ud83d\ude00"}}`
    expect(read('desktops.getDesktop', answer(name)).body).toEqual({ displayName: 'a\ufffdb', tags: { smile: '😀' } })
  })

  test('cannot give an object another prototype', () => {
    const { body } = read('desktops.getDesktop', answer('{"__proto__":{"admin":true},"id":"a"}'))
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype)
    expect(body).toEqual({ id: 'a' })
  })

  test('keeps fields and enum values that are not in the model', () => {
    const text = '{"lifecycleState":"HIBERNATING","brandNew":[1]}'
    expect(read('desktops.getDesktop', answer(text)).body).toEqual(JSON.parse(text))
  })

  test.each([
    ['120', 120],
    ['0', 0],
    ['soon', undefined],
    ['Fri, 02 Jan 1970 00:00:00 GMT', 0],
  ])('a retry-after of "%s" is %s seconds', (header, seconds) => {
    expect(read('desktops.getDesktop', answer('{}', { headers: { 'retry-after': header } })).retryAfter).toBe(seconds)
  })

  test('a retry-after may be a date', () => {
    const header = new Date(Date.now() + 60_000).toUTCString()
    const { retryAfter } = read('desktops.getDesktop', answer('{}', { headers: { 'retry-after': header } }))
    expect(retryAfter).toBeGreaterThan(55)
    expect(retryAfter).toBeLessThanOrEqual(60)
  })
})

describe('an answer that does not match the operation is a bad-answer', () => {
  test.each<[string, OperationId, string | Buffer, string]>([
    ['HTML', 'desktops.getDesktop', '<html>\n<b>Hi</b>', 'is not JSON: it begins "<html><U+000A><b>Hi</b>".'],
    ['cut off', 'desktops.getDesktop', '{"id":"a', 'is not JSON: it begins "{"id":"a".'],
    [
      'a control character',
      'desktops.getDesktop',
      '{"id":"a\u0007b"}',
      'has raw control characters in its strings: it begins "{"id":"a<U+0007>b"}".',
    ],
    [
      'a line break in a string',
      'desktops.getDesktop',
      '{"id":"a\nb"}',
      'has raw control characters in its strings: it begins',
    ],
    ['not UTF-8', 'desktops.getDesktop', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'is not UTF-8: it begins'],
    ['empty', 'desktops.getDesktop', '', 'The answer to desktops.getDesktop is empty.'],
    ['null', 'desktops.getDesktop', 'null', 'is not the object that was promised: it begins "null".'],
    ['a list for an object', 'desktops.getDesktop', '[]', 'is not the object that was promised: it begins "[]".'],
    ['an object for a list', 'identity.listRegions', '{}', 'is not the array that was promised: it begins "{}".'],
    ['no items', 'desktops.listDesktops', '{"data":[]}', 'has no array of items, which was promised.'],
    ['items that are no list', 'desktops.listDesktops', '{"items":{}}', 'has no array of items, which was promised.'],
    [
      'nested without end',
      'desktops.getDesktop',
      `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
      'is nested too deeply: it begins',
    ],
  ])('%s', (_, id, text, message) => {
    const error = errorOf(id, answer(text, { headers: { 'opc-request-id': 'r1' } }))
    expect(error).toMatchObject({ kind: 'bad-answer', operation: id, status: 200, opcRequestId: 'r1' })
    expect(error.message).toContain(message)
  })
})

const changes = Object.values(operations).filter(({ method }) => method !== 'GET')

describe('a change is confirmed', () => {
  const sample = (id: OperationId) => JSON.stringify(sampleAnswer(operations[id])) ?? ''

  test.each(changes.map(({ id, response }) => [id, response === null ? [200, 202, 204] : [200, 201, 202]] as const))(
    '%s, with the statuses %j alone',
    (id, statuses) => {
      const all = Array.from({ length: 100 }, (_, index) => 200 + index)
      const raw = (status: number) => answer(sample(id), { status, headers: confirming })
      for (const status of statuses) {
        expect(read(id, raw(status))).toMatchObject({ status, requestId: 'r1', workRequestId: 'w1' })
      }
      for (const status of all.filter((status) => !statuses.includes(status))) {
        const error = errorOf(id, raw(status))
        expect(error).toMatchObject({ kind: 'bad-answer', sent: true, fromOci: false, status })
        expect(error.message).toBe(
          `The answer to ${id} with status ${status} does not confirm it: it has no status that it succeeds with.`,
        )
      }
    },
  )

  test.each(changes.map(({ id }) => id))('%s, but not by a captive portal', (id) => {
    const headers = { 'content-type': 'text/html' }
    for (const text of ['<html>Please sign in</html>', '{}', '']) {
      const error = errorOf(id, answer(text, { headers }))
      expect(error).toMatchObject({ kind: 'bad-answer', sent: true, sentRequestId: 'sent-id', opcRequestId: undefined })
      expect(error.message).toContain('does not confirm it: it has no opc-request-id')
    }
  })

  test.each(
    changes.filter(({ responseHeaders }) => responseHeaders.includes('opc-work-request-id')).map(({ id }) => id),
  )('%s, but not without its work request', (id) => {
    const error = errorOf(id, answer(sample(id), { status: 202, headers: { 'opc-request-id': 'r1' } }))
    expect(error).toMatchObject({ kind: 'bad-answer', sent: true, opcRequestId: 'r1' })
    expect(error.message).toBe(
      `The answer to ${id} with status 202 does not confirm it: it has no opc-work-request-id.`,
    )
  })

  test.each(changes.filter(({ response }) => response !== null).map(({ id }) => id))(
    '%s, but not by a body that lacks a member which OCI requires',
    (id) => {
      const { service, response } = operations[id]
      const required = schemas[service].definitions[response ?? '']?.['required'] as string[] // as every model has them
      expect(required.length).toBeGreaterThan(0)
      const whole = JSON.parse(sample(id)) as Record<string, unknown> // a model is an object
      for (const name of required) {
        const error = errorOf(id, answer(JSON.stringify({ ...whole, [name]: null }), { headers: confirming }))
        expect(error).toMatchObject({ kind: 'bad-answer', sent: true, opcRequestId: 'r1' })
        expect(error.message).toBe(`The answer to ${id} does not confirm it: its body has no ${name}.`)
      }
      const error = errorOf(id, answer('{}', { headers: confirming }))
      expect(error.message).toBe(`The answer to ${id} does not confirm it: its body has no ${required.join(', no ')}.`)
    },
  )

  test('and a read has any status of success, and any members', () => {
    expect(read('desktops.getDesktop', answer('{}', { status: 203 }))).toMatchObject({ body: {}, status: 203 })
  })
})

describe('a refusal by OCI', () => {
  test('is in its own words, with its code', () => {
    const text = '{"code":"IncorrectState","message":"The desktop is UPDATING."}'
    expect(
      errorOf('desktops.startDesktop', answer(text, { status: 409, headers: { 'opc-request-id': 'r1' } })),
    ).toMatchObject({
      kind: 'service',
      status: 409,
      code: 'IncorrectState',
      message: 'The desktop is UPDATING.',
      opcRequestId: 'r1',
      operation: 'desktops.startDesktop',
      sent: true,
      fromOci: true,
    })
  })

  test.each([
    [
      -7,
      'The signature is wrong. The clock of this machine is 7 minutes ahead of that of OCI, which allows five: set it, best by NTP.',
    ],
    [
      12,
      'The signature is wrong. The clock of this machine is 12 minutes behind that of OCI, which allows five: set it, best by NTP.',
    ],
    [0, 'The signature is wrong'],
    [NaN, 'The signature is wrong'],
  ])('of a signature says so when it is the clock, with OCI %i minutes away', (minutes, message) => {
    const text = '{"code":"NotAuthenticated","message":"The signature is wrong"}'
    const headers = {
      'opc-request-id': 'r1',
      date: Number.isNaN(minutes) ? 'now' : new Date(Date.now() + minutes * 60_000).toUTCString(),
    }
    const error = errorOf('desktops.getDesktop', answer(text, { status: 401, headers }))
    expect(error).toMatchObject({ code: 'NotAuthenticated', message })
    expect(errorOf('desktops.getDesktop', answer(text, { status: 404, headers })).message).toBe(
      'The signature is wrong',
    )
  })

  test('keeps how long OCI asks to wait', () => {
    const raw = answer('{"code":"TooManyRequests","message":"Slow down."}', {
      status: 429,
      headers: { 'retry-after': '7' },
    })
    expect(errorOf('desktops.getDesktop', raw).retryAfterSeconds).toBe(7)
  })

  test.each([
    [
      '<h1>Bad gateway</h1>',
      'desktops.getDesktop was answered with status 502 and not with an error of OCI: "<h1>Bad gateway</h1>".',
    ],
    [
      '{"error":"?"}',
      'desktops.getDesktop was answered with status 502 and not with an error of OCI: "{"error":"?"}".',
    ],
    ['', 'desktops.getDesktop was answered with status 502 and no explanation.'],
    [
      '{"code":"BadGateway","message":"Try later."}',
      'desktops.getDesktop was answered with status 502 without an opc-request-id, so perhaps not by OCI: BadGateway, "Try later.".',
    ],
  ])('that is perhaps not of OCI is an error without a code: %s', (text, message) => {
    expect(errorOf('desktops.getDesktop', answer(text, { status: 502 }))).toMatchObject({
      kind: 'service',
      status: 502,
      code: undefined,
      fromOci: false,
      sent: true,
      message,
    })
  })

  test('is not what a proxy says that passes on the request id of OCI', () => {
    const raw = answer('<h1>Forbidden</h1>', { status: 403, headers: { 'opc-request-id': 'r1' } })
    expect(errorOf('desktops.startDesktop', raw)).toMatchObject({ code: undefined, fromOci: false, opcRequestId: 'r1' })
  })

  test('a redirect is not followed', () => {
    const raw = answer('', { status: 302, headers: { location: 'https://elsewhere.test' } })
    expect(errorOf('desktops.getDesktop', raw)).toMatchObject({ kind: 'service', status: 302 })
  })

  test('cannot move a cursor, turn text around or flood a log', () => {
    const message = `\u001b[2J\u202Egnorw\u2028${'x'.repeat(10_000)}`
    const error = errorOf(
      'desktops.getDesktop',
      answer(JSON.stringify({ code: 'A\n', message }), { status: 400, headers: confirming }),
    )
    expect(error.message).toMatch(/^<U\+001B>\[2J<U\+202E>gnorw<U\+2028>x+…$/)
    expect(error.message.length).toBeLessThan(2_100)
    expect(error.code).toBe('A<U+000A>')
  })
})

const outcomeOf = (id: OperationId, raw: RawAnswer): unknown => {
  try {
    return read(id, raw).body
  } catch (error) {
    return error
  }
}

test('whatever comes is an object or list that was promised, or an OciError that is safe to print', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  )
  const ids = fc.constantFrom<OperationId>('desktops.getDesktop', 'desktops.listDesktops', 'identity.listRegions')
  fc.assert(
    fc.property(ids, texts, fc.constantFrom(200, 202, 302, 404, 500), (id, text, status) => {
      const outcome = outcomeOf(id, answer(text, { status }))
      expect(outcome).toBeTypeOf('object')
      expect(outcome instanceof Error && !(outcome instanceof OciError)).toBe(false)
      expect(outcome instanceof OciError ? outcome.message : '').not.toMatch(/\p{Cc}/u)
    }),
    { numRuns: 500 },
  )
})

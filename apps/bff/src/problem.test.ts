import { problemStatus } from '@gatehouse/contract'
import { OciError, type OciErrorKind } from '@gatehouse/oci-client'
import { expect, test } from 'vitest'
import { Problem, toProblem } from './problem.ts'

const service = (status: number, code = 'SomeCode') =>
  new OciError('service', 'The words of OCI', { status, code, opcRequestId: 'A/B/C', retryAfterSeconds: 7 })

for (const [status, code, problemCode] of [
  [400, 'InvalidParameter', 'invalid_input'],
  [400, 'LimitExceeded', 'conflict'],
  [401, 'NotAuthenticated', 'upstream'],
  [403, 'NotAuthorized', 'forbidden'],
  [404, 'NotAuthorizedOrNotFound', 'not_found'],
  [409, 'IncorrectState', 'conflict'],
  [412, 'NoEtagMatch', 'stale'],
  [413, 'PayloadTooLarge', 'too_large'],
  [418, 'Teapot', 'upstream'],
  [429, 'TooManyRequests', 'upstream_throttled'],
  [500, 'InternalServerError', 'upstream'],
  [501, 'MethodNotImplemented', 'upstream'],
  [503, 'ServiceUnavailable', 'unavailable'],
  [504, 'GatewayTimeout', 'upstream_timeout'],
] as const)
  test(`${status} ${code} of OCI is ${problemCode} here, with OCI's code and request id`, () => {
    const details = toProblem(service(status, code)).toDetails('ours')
    expect(details).toMatchObject({
      code: problemCode,
      status: problemStatus[problemCode],
      requestId: 'ours',
      ociCode: code,
      opcRequestId: 'A/B/C',
      retryAfterSeconds: 7,
    })
    expect(details.detail).toMatch(/^[A-Z]/)
  })

test('what OCI says of a conflict is passed on, for it says what to do', () => {
  expect(toProblem(service(409)).message).toBe('The words of OCI')
})

for (const [kind, code] of [
  ['network', 'unavailable'],
  ['timeout', 'upstream_timeout'],
  ['aborted', 'unavailable'],
  ['bad-answer', 'upstream'],
  ['bad-profile', 'upstream'],
] as [OciErrorKind, string][])
  test(`an OCI call that ends with ${kind} is ${code}, and tells nothing of our insides`, () => {
    const problem = toProblem(new OciError(kind, 'connect ECONNREFUSED 10.0.0.7:443', { code: 'ECONNREFUSED' }))
    expect(problem.code).toBe(code)
    expect(JSON.stringify(problem.toDetails('ours'))).not.toContain('10.0.0.7')
    expect(problem.toDetails('ours')).not.toHaveProperty('ociCode')
  })

test('the details of an internal error are not sent', () => {
  const problem = toProblem(new TypeError('secret is not a function'))
  expect(problem.code).toBe('internal')
  expect(problem.message).not.toContain('secret')
  expect(problem.cause).toBeInstanceOf(TypeError)
})

test('a Problem stays what it is', () => {
  const problem = new Problem('stale', 'It changed.')
  expect(toProblem(problem)).toBe(problem)
})

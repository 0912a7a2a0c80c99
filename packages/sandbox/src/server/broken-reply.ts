import type { FaultRule } from './faults.ts'
import type { WireReply } from './reply.ts'

const codes: Readonly<Record<number, string>> = {
  400: 'InvalidParameter',
  401: 'NotAuthenticated',
  404: 'NotAuthorizedOrNotFound',
  409: 'IncorrectState',
  412: 'NoEtagMatch',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  501: 'MethodNotImplemented',
  503: 'ServiceUnavailable',
}

const messages: Readonly<Record<number, string>> = {
  409: 'It is being changed by something else',
  429: 'Too many requests for this tenancy; slow down',
  500: 'The service failed',
  503: 'The service is not available',
}

/** What a fault puts in the answer's place: undefined when it only delays, 'cut' when there shall be none. */
export function brokenReply(rule: FaultRule): WireReply | 'cut' | undefined {
  if (rule.break === 'cut') return 'cut'
  const retryAfter: Record<string, string> =
    rule.retryAfterSeconds === undefined ? {} : { 'retry-after': String(rule.retryAfterSeconds) }
  if (rule.break === 'garbage')
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"items":[{"id":"ocid1.' }
  if (rule.break === 'portal')
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><head><title>Sign in to the network</title></head><body>Accept the terms to go on.</body></html>\n',
      isForeign: true,
    }
  if (rule.break === 'html')
    return {
      status: 502,
      headers: { 'content-type': 'text/html', ...retryAfter },
      body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n',
    }
  if (rule.status === undefined) return undefined
  return {
    status: rule.status,
    headers: { 'content-type': 'application/json', ...retryAfter },
    body: JSON.stringify({
      code: rule.code ?? codes[rule.status] ?? 'InternalServerError',
      message: rule.message ?? messages[rule.status] ?? 'A fault asked for through the control API',
    }),
  }
}

import type { Operation } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'
import { readAnswerBody } from './answer-body.ts'
import { clockAdvice } from './clock.ts'
import { missingInConfirmation, missingMembers } from './confirmation.ts'
import { OciError } from './error.ts'
import type { OciErrorDetails } from './error.ts'

/** An answer before it is checked. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** The result of a call: the body, and the values of its headers. */
export interface OciReply<Body> {
  /** Undefined when the operation has no response body. Members that were null are absent. */
  readonly body: Body
  readonly status: number
  /** The version of the resource, for `ifMatch`; absent when OCI sends none. */
  readonly etag: string | undefined
  /** The `page` of the next call; absent on the last. */
  readonly nextPage: string | undefined
  /** The OCID of the work request that was started; absent when there is none. */
  readonly workRequestId: string | undefined
  /** The `opc-request-id` of the answer. Only the answer to a read may lack it. */
  readonly requestId: string | undefined
  /** How long OCI asks to wait before asking again, in seconds. */
  readonly retryAfter: number | undefined
}

/**
 * Checks an answer against the operation and returns the reply. Throws `service` and `bad-answer`. The answer to a call
 * that changes something must also confirm the change: see `confirmation.ts`.
 */
export function readAnswer(
  operation: Operation,
  { status, headers, body }: RawAnswer,
  sentRequestId: string | undefined,
  allowControlCharacters: boolean,
): OciReply<unknown> {
  const header = (name: string) => {
    const value = headers[name]
    return (Array.isArray(value) ? value[0] : value) || undefined
  }
  const about: OciErrorDetails = {
    operation: operation.id,
    status,
    opcRequestId: header('opc-request-id'),
    sentRequestId,
    retryAfterSeconds: secondsFrom(header('retry-after')),
  }
  if (status < 200 || status > 299) {
    // OCI's message about a refused signature rarely names the reason.
    const advice = status === 401 ? clockAdvice(header('date')) : undefined
    throw refusalOf(operation, status, body, about, advice)
  }
  const missing = missingInConfirmation(operation, status, header)
  if (missing.length > 0) {
    throw new OciError(
      'bad-answer',
      `The answer to ${operation.id} with status ${status} does not confirm it: it has ${missing.join(', ')}.`,
      about,
    )
  }
  return {
    body: operation.response === null ? undefined : promisedBody(operation, body, about, allowControlCharacters),
    status,
    etag: header('etag'),
    nextPage: header('opc-next-page'),
    workRequestId: header('opc-work-request-id'),
    requestId: about.opcRequestId,
    retryAfter: about.retryAfterSeconds,
  }
}

/**
 * The error of an answer with an error status, with OCI's code and message:
 * docs.oracle.com/iaas/Content/API/References/apierrors.htm. An answer without an `opc-request-id` may come from a proxy,
 * so its words are only quoted and its code is ignored.
 */
function refusalOf(
  operation: Operation,
  status: number,
  body: Buffer,
  about: OciErrorDetails,
  advice: string | undefined,
): OciError {
  const withAdvice = (message: string) =>
    advice === undefined ? message : `${message.replace(/[^.!?]$/, '$&.')} ${advice}`
  const answered = `${operation.id} was answered with status ${status}`
  const refusal = ociErrorIn(body)
  if (!refusal) {
    const content = body.byteLength === 0 ? 'and no explanation' : `and not with an error of OCI: ${beginning(body)}`
    return new OciError('service', withAdvice(`${answered} ${content}.`), about)
  }
  const { code, message } = refusal
  if (about.opcRequestId === undefined) {
    const content = `without an opc-request-id, so perhaps not by OCI: ${code}, "${message}"`
    return new OciError('service', withAdvice(`${answered} ${content}.`), about)
  }
  return new OciError('service', withAdvice(message), { ...about, code, fromOci: true })
}

/** Code and message of an error in OCI's form, made printable. */
function ociErrorIn(body: Buffer): { code: string; message: string } | undefined {
  // Control characters are allowed, because `printable` replaces them.
  const parsed = readAnswerBody(body, true)
  if (!parsed.ok || !isObject(parsed.value)) return undefined
  const { code, message } = parsed.value
  if (typeof code !== 'string' || typeof message !== 'string' || message === '') return undefined
  return { code: printable(code, 100), message: printable(message, maxMessageLength) }
}

function promisedBody(
  operation: Operation,
  bytes: Buffer,
  about: OciErrorDetails,
  allowControlCharacters: boolean,
): unknown {
  const bad = (what: string) => new OciError('bad-answer', `The answer to ${operation.id} ${what}.`, about)
  if (bytes.byteLength === 0) throw bad('is empty')
  const body = readAnswerBody(bytes, allowControlCharacters)
  if (!body.ok) throw bad(`${body.problem}: it begins ${beginning(bytes)}`)
  const { value } = body
  if (operation.responseIsArray) {
    if (!Array.isArray(value)) throw bad(`is not the array that was promised: it begins ${beginning(bytes)}`)
    return value
  }
  if (!isObject(value)) throw bad(`is not the object that was promised: it begins ${beginning(bytes)}`)
  const missing = operation.method === 'GET' ? [] : missingMembers(operation, value)
  if (missing.length > 0) throw bad(`does not confirm it: its body has no ${missing.join(', no ')}`)
  if (promisesItems(operation) && !Array.isArray(value['items'])) throw bad('has no array of items, which was promised')
  return value
}

function promisesItems({ service, response }: Operation): boolean {
  const properties = schemas[service].definitions[response ?? '']?.['properties']
  return isObject(properties) && isObject(properties['items']) && properties['items']['type'] === 'array'
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `retry-after` is a number of seconds or a date (RFC 9110, 10.2.3). */
function secondsFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  const seconds = (Date.parse(text) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

const maxMessageLength = 2_000
const maxBeginningLength = 80

const beginning = (body: Buffer) =>
  `"${printable(Buffer.from(body.subarray(0, maxBeginningLength * 4)).toString('utf8'), maxBeginningLength)}"`

/** Makes text safe for logs and terminals: control, bidirectional and line-breaking characters become `<U+…>`. */
function printable(text: string, maxLength: number): string {
  const shown = text.slice(0, maxLength).toWellFormed()
  const safe = shown.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `<${codePoint(character.codePointAt(0) ?? 0)}>`,
  )
  return text.length > maxLength ? `${safe}…` : safe
}

const codePoint = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

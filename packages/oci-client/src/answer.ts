import type { Operation } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'
import { readAnswerBody } from './answer-body.ts'
import { clockAdvice } from './clock.ts'
import { missingInConfirmation, missingMembers } from './confirmation.ts'
import { OciError } from './error.ts'
import type { OciErrorDetails } from './error.ts'

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** What a call gives: the body, and what the headers say about it. */
export interface OciReply<Body> {
  /** Undefined where OCI promises none. Members that were null are absent. */
  readonly body: Body
  readonly status: number
  /** The version of what was read or changed, for `ifMatch`; absent where OCI sends none. */
  readonly etag: string | undefined
  /** The `page` of the next call; absent on the last. */
  readonly nextPage: string | undefined
  /** The OCID of the work that was started; absent where none was. */
  readonly workRequestId: string | undefined
  /** OCI's own `opc-request-id`; absent where the answer has none, which only a read's may. */
  readonly requestId: string | undefined
  /** How long OCI asks to wait before asking again, in seconds. */
  readonly retryAfter: number | undefined
}

/**
 * What an answer says, if it is what the operation promises. Throws `service` and `bad-answer`. The answer to a call that
 * changes something is a success only if it is OCI's and whole: see `confirmation.ts`.
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
    // OCI's message about a signature that it refuses seldom says why
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
 * OCI's own code and message where the answer is OCI's: docs.oracle.com/iaas/Content/API/References/apierrors.htm. Without
 * an `opc-request-id`, an answer in the same form may be that of a proxy; its words are quoted, and its code is not taken.
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
  // control characters do no harm here, as they are made printable
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

/** Text that may go into a log or onto a screen: nothing that moves a cursor, turns a line around or breaks it. */
function printable(text: string, maxLength: number): string {
  const shown = text.slice(0, maxLength).toWellFormed()
  const safe = shown.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `<${codePoint(character.codePointAt(0) ?? 0)}>`,
  )
  return text.length > maxLength ? `${safe}…` : safe
}

const codePoint = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

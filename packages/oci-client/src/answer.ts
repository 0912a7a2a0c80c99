import type { Operation } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'
import { OciError } from './error.ts'
import type { OciErrorDetails } from './error.ts'

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Uint8Array
}

/** What a call gives: the body, and what the headers say about it. */
export interface OciReply<Body> {
  /** Undefined where OCI promises none. Members that were null are absent. */
  readonly body: Body
  readonly status: number
  readonly etag: string | undefined
  /** What to give as `page` to get the next one; absent on the last. */
  readonly nextPage: string | undefined
  readonly workRequestId: string | undefined
  /** OCI's `opc-request-id`. */
  readonly requestId: string | undefined
  /** How long OCI asks to wait before asking again, in seconds. */
  readonly retryAfter: number | undefined
}

/** What an answer says, if it is what the operation promises. Throws `service` and `bad-answer`. */
export function readAnswer(
  operation: Operation,
  { status, headers, body }: RawAnswer,
  sentRequestId?: string,
): OciReply<unknown> {
  const header = (name: string) => {
    const value = headers[name]
    return (Array.isArray(value) ? value[0] : value) || undefined
  }
  const about: OciErrorDetails = {
    operation: operation.id,
    status,
    opcRequestId: header('opc-request-id') ?? sentRequestId,
    retryAfterSeconds: secondsFrom(header('retry-after')),
  }
  if (status < 200 || status > 299) throw refusalOf(operation, status, body, about)
  return {
    body: operation.response === null ? undefined : promisedBody(operation, body, about),
    status,
    etag: header('etag'),
    nextPage: header('opc-next-page'),
    workRequestId: header('opc-work-request-id'),
    requestId: about.opcRequestId,
    retryAfter: about.retryAfterSeconds,
  }
}

/** OCI's own words where it has any. docs.oracle.com/iaas/Content/API/References/apierrors.htm */
function refusalOf(operation: Operation, status: number, body: Uint8Array, about: OciErrorDetails): OciError {
  const parsed = parse(body)
  if (parsed.ok && isObject(parsed.value)) {
    const { code, message } = parsed.value
    if (typeof code === 'string' && typeof message === 'string' && message !== '') {
      return new OciError('service', printable(message, maxMessageLength), { ...about, code: printable(code, 100) })
    }
  }
  const said = body.byteLength === 0 ? 'and no explanation' : `and not with an error of OCI: ${beginning(body)}`
  return new OciError('service', `${operation.id} was answered with status ${status} ${said}.`, about)
}

function promisedBody(operation: Operation, body: Uint8Array, about: OciErrorDetails): unknown {
  const bad = (what: string) => new OciError('bad-answer', `The answer to ${operation.id} ${what}.`, about)
  if (body.byteLength === 0) throw bad('is empty')
  const parsed = parse(body)
  if (!parsed.ok) throw bad(`${parsed.problem}: it begins ${beginning(body)}`)
  let value: unknown
  try {
    value = withoutNulls(parsed.value)
  } catch {
    throw bad(`is nested too deeply: it begins ${beginning(body)}`)
  }
  if (operation.responseIsArray) {
    if (!Array.isArray(value)) throw bad(`is not the array that was promised: it begins ${beginning(body)}`)
    return value
  }
  if (!isObject(value)) throw bad(`is not the object that was promised: it begins ${beginning(body)}`)
  if (promisesItems(operation) && !Array.isArray(value['items'])) throw bad('has no array of items, which was promised')
  return value
}

function promisesItems({ service, response }: Operation): boolean {
  const properties = schemas[service].definitions[response ?? '']?.['properties']
  return isObject(properties) && isObject(properties['items']) && properties['items']['type'] === 'array'
}

const decoder = new TextDecoder('utf-8', { fatal: true })

type Parsed = { ok: true; value: unknown } | { ok: false; problem: string }

/** Strict: what is not UTF-8 or not JSON is said to be so, and never guessed at. */
function parse(body: Uint8Array): Parsed {
  let text: string
  try {
    text = decoder.decode(body)
  } catch {
    return { ok: false, problem: 'is not UTF-8' }
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown } // narrows any
  } catch {
    return {
      ok: false,
      problem: onlyControlCharacters(text) ? 'has raw control characters in its strings' : 'is not JSON',
    }
  }
}

/** Whether it would be JSON but for characters that must not stand in a string as they are (RFC 8259, 7). */
function onlyControlCharacters(text: string): boolean {
  try {
    JSON.parse(text.replaceAll(/\p{Cc}/gu, ' '))
    return true
  } catch {
    return false
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** No model of these services is nested even a tenth of this. */
const maxDepth = 100

/** OCI writes some absent members as null; the types know only absent ones. Throws RangeError when nested too deeply. */
function withoutNulls(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) throw new RangeError('Nested too deeply')
  if (Array.isArray(value)) return value.filter((item) => item !== null).map((item) => withoutNulls(item, depth + 1))
  if (!isObject(value)) return value
  for (const [name, member] of Object.entries(value)) {
    // assigned below, a member of the second name would become the object's prototype
    if (member === null || name === '__proto__') delete value[name]
    else if (typeof member === 'object') value[name] = withoutNulls(member, depth + 1)
  }
  return value
}

/** `retry-after` is a number of seconds or a date (RFC 9110, 10.2.3). */
function secondsFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  const seconds = (Date.parse(text) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

const maxMessageLength = 2_000
const maxBeginningLength = 80

const beginning = (body: Uint8Array) =>
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

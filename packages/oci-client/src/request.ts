import { randomUUID } from 'node:crypto'
import type { JsonSchema, Operation, OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import { OciError } from './error.ts'

/** One call as it goes out, but for where to and the signature. Sent again as it is when it is retried. */
export interface OciRequest {
  readonly operation: Operation
  /** Path and query, encoded. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

/**
 * Builds the request of an operation. An `opc-request-id` and, where the operation takes one, an `opc-retry-token` are
 * made when they are not given. Throws `bad-input` for whatever the operation does not take, and for what it needs.
 */
export function buildRequest(id: OperationId, input: object): OciRequest {
  if (!Object.hasOwn(operations, id)) throw new OciError('bad-input', `There is no operation named "${id}".`)
  const operation = operations[id]
  const given: Record<string, unknown> = { ...input }
  refuseUnknown(operation, given)
  return {
    operation,
    target: targetOf(operation, given),
    headers: headersOf(operation, given),
    body: bodyOf(operation, given),
  }
}

/** `ifMatch` for `if-match`. */
const camel = (header: string) => header.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const refusal = ({ id }: Operation, what: string) => new OciError('bad-input', `${id} ${what}`, { operation: id })

function refuseUnknown(operation: Operation, given: Record<string, unknown>) {
  const known = [
    ...operation.pathParameters,
    ...operation.query.map(({ name }) => name),
    ...(operation.body ? ['body'] : []),
    ...operation.headers.map(camel),
  ]
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown !== undefined) throw refusal(operation, `takes no "${unknown}". It takes ${known.join(', ')}.`)
}

function targetOf(operation: Operation, given: Record<string, unknown>): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = text(operation, name, given[name])
    if (value === '') throw refusal(operation, `needs ${name}, which is missing.`)
    // whatever a path is cleaned by on its way would take these for "here" and "up"
    if (value === '.' || value === '..') throw refusal(operation, `cannot take "${value}" as ${name}.`)
    return encodeURIComponent(value)
  })
  const query = operation.query.flatMap(({ name, required, schema }) => {
    const value = given[name] ?? undefined
    if (required && (value === undefined || value === '')) throw refusal(operation, `needs ${name}, which is missing.`)
    if (value === undefined) return []
    return queryTexts(operation, name, value, schema).map((one) => `${name}=${encodeURIComponent(one)}`)
  })
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

function queryTexts(operation: Operation, name: string, value: unknown, schema: JsonSchema): string[] {
  switch (schema['type']) {
    case 'array':
      if (!Array.isArray(value)) throw refusal(operation, `needs an array as ${name}.`)
      return value.map((one) => text(operation, name, one))
    case 'integer':
      if (!Number.isSafeInteger(value)) throw refusal(operation, `needs a whole number as ${name}.`)
      return [String(value)]
    case 'boolean':
      if (typeof value !== 'boolean') throw refusal(operation, `needs true or false as ${name}.`)
      return [String(value)]
    default:
      return [schema['format'] === 'date-time' ? time(operation, name, value) : text(operation, name, value)]
  }
}

/** As OCI writes times itself: UTC, with milliseconds. */
function time(operation: Operation, name: string, value: unknown): string {
  const date = value instanceof Date ? value : new Date(typeof value === 'string' && rfc3339.test(value) ? value : NaN)
  if (Number.isNaN(date.valueOf())) {
    throw refusal(operation, `needs a Date or a time such as 2026-01-02T03:04:05.678Z as ${name}.`)
  }
  return date.toISOString()
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

function text(operation: Operation, name: string, value: unknown): string {
  if (value === undefined || value === null) throw refusal(operation, `needs ${name}, which is missing.`)
  if (typeof value !== 'string') throw refusal(operation, `needs a string as ${name}.`)
  if (!value.isWellFormed()) throw refusal(operation, `cannot send ${name}, which holds half of a character.`)
  return value
}

function headersOf(operation: Operation, given: Record<string, unknown>): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  for (const name of operation.headers) {
    const value = given[camel(name)] ?? madeHeader(name)
    if (value === undefined) continue
    if (typeof value !== 'string' || !headerText.test(value)) {
      throw refusal(operation, `needs plain text without line breaks as ${camel(name)}.`)
    }
    headers[name] = value
  }
  return headers
}

const headerText = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/

function madeHeader(name: string): string | undefined {
  if (name !== 'opc-request-id' && name !== 'opc-retry-token') return undefined
  return randomUUID().replaceAll('-', '')
}

function bodyOf(operation: Operation, given: Record<string, unknown>): Buffer | undefined {
  if (operation.body === null) return undefined
  const { body } = given
  if (body === undefined || body === null) throw refusal(operation, `needs a body, a ${operation.body}.`)
  if (typeof body !== 'object' || Array.isArray(body))
    throw refusal(operation, `needs an object as body, a ${operation.body}.`)
  try {
    return Buffer.from(JSON.stringify(body))
  } catch (cause) {
    throw new OciError('bad-input', `${operation.id} cannot send a body that is not JSON.`, {
      operation: operation.id,
      cause,
    })
  }
}

import type { JsonSchema, Operation } from '@gatehouse/oci-api'
import { OciError } from './error.ts'

/* Encodes input values for a path, a query or a header. All functions here throw `bad-input`. */

/** `desktops.getDesktop needs a string as desktopId.` */
export const refusal = ({ id }: Operation, what: string) =>
  new OciError('bad-input', `${id} ${what}`, { operation: id })

/** The unencoded texts of a query parameter; several for an array. */
export function queryTexts(operation: Operation, name: string, value: unknown, schema: JsonSchema): readonly string[] {
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

/** The format that OCI itself uses: UTC, with milliseconds. */
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

/** One segment of a path, encoded. */
export function segment(operation: Operation, name: string, input: unknown): string {
  const value = text(operation, name, input)
  if (value === '') throw refusal(operation, `needs ${name}, which is missing.`)
  // A proxy that normalises paths would read these as "this folder" and "the parent".
  if (value === '.' || value === '..') throw refusal(operation, `cannot take "${value}" as ${name}.`)
  return encodeURIComponent(value)
}

/** The value of a header. Line breaks are refused, because they would inject further headers. */
export function headerText(operation: Operation, name: string, value: unknown): string {
  if (typeof value !== 'string' || !plainText.test(value)) {
    throw refusal(operation, `needs plain text without line breaks as ${name}.`)
  }
  return value
}

const plainText = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/

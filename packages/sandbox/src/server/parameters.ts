import type { JsonSchema, Operation } from '@gatehouse/oci-api'
import { invalidParameter, missingParameter } from '../fault.ts'
import { isDateTime } from './date-time.ts'
import { isOcid } from './ocid.ts'

type Reader = (text: string) => unknown

/** Reads one call's path and query parameters into an input; made once for an operation. Throws InvalidParameter or MissingParameter. */
export interface ParameterReader {
  path(parameters: Readonly<Record<string, string>>): Record<string, string>
  query(text: string): Record<string, unknown>
}

export function createParameterReader(operation: Operation): ParameterReader {
  const known = new Map(
    operation.query.map(({ name, schema }) => [
      name,
      { read: readerOf(name, itemsOf(schema)), isList: isList(schema) },
    ]),
  )
  const required = operation.query.filter((parameter) => parameter.required).map(({ name }) => name)
  return {
    path(parameters) {
      const input: Record<string, string> = {}
      for (const name of operation.pathParameters) input[name] = readOcid(name, parameters[name] ?? '')
      return input
    },
    query(text) {
      if (/%(?![0-9A-Fa-f]{2})/.test(text)) throw invalidParameter('The query holds a % that begins no escape')
      const input: Record<string, unknown> = {}
      for (const [name, value] of new URLSearchParams(text)) {
        const parameter = known.get(name)
        if (!parameter) throw invalidParameter(`${operation.name} has no query parameter ${name}`)
        const read = parameter.read(value)
        if (parameter.isList) input[name] = [...((input[name] as unknown[] | undefined) ?? []), read] // its own list
        else if (name in input) throw invalidParameter(`The query parameter ${name} is given twice`)
        else input[name] = read
      }
      for (const name of required)
        if (!(name in input)) throw missingParameter(`The query parameter ${name} is required`)
      return input
    },
  }
}

const isList = (schema: JsonSchema) => schema['type'] === 'array'

const itemsOf = (schema: JsonSchema) => (isList(schema) ? (schema['items'] as JsonSchema) : schema) // as lists have

function readerOf(name: string, schema: JsonSchema): Reader {
  const values = schema['enum'] as string[] | undefined // as JSON Schema has it
  if (values) return (text) => readEnum(name, text, values)
  if (schema['type'] === 'integer') return (text) => readInteger(name, text, schema)
  if (schema['type'] === 'boolean') return (text) => readEnum(name, text, ['true', 'false']) === 'true'
  if (schema['format'] === 'date-time') return (text) => readDateTime(name, text)
  if (name === 'id' || name.endsWith('Id')) return (text) => readOcid(name, text)
  return (text) => readText(name, text)
}

function readOcid(name: string, text: string): string {
  if (isOcid(text)) return text
  throw invalidParameter(`${name} is not an OCID: ${shown(text)}`)
}

function readEnum(name: string, text: string, values: readonly string[]): string {
  if (values.includes(text)) return text
  throw invalidParameter(`${name} must be one of ${values.join(', ')}, and is ${shown(text)}`)
}

function readInteger(name: string, text: string, schema: JsonSchema): number {
  const { minimum = -(2 ** 31), maximum = 2 ** 31 - 1 } = schema as { minimum?: number; maximum?: number } // as JSON Schema has them
  const number = /^-?\d{1,10}$/.test(text) ? Number(text) : NaN
  if (number >= minimum && number <= maximum) return number
  throw invalidParameter(`${name} must be a whole number from ${minimum} to ${maximum}, and is ${shown(text)}`)
}

function readDateTime(name: string, text: string): string {
  if (isDateTime(text)) return text
  throw invalidParameter(`${name} must be a date and time as in RFC 3339, and is ${shown(text)}`)
}

/** Assumed; OCI's longest documented names have 1,024 characters. */
const longestText = 1024

function readText(name: string, text: string): string {
  if (text.length <= longestText) return text
  throw invalidParameter(`${name} has ${text.length} characters; at most ${longestText} are taken`)
}

const shown = (text: string) => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)

import type { Operation } from '@gatehouse/oci-api'
import type { ErrorObject, ValidateFunction } from 'ajv'
import type { Fault } from '../fault.ts'
import { cannotParseRequest, invalidParameter, missingParameter } from '../fault.ts'
import { whyUnknown } from './unknown-fields.ts'

/**
 * The body as its operation's model, or undefined for an operation that takes none (`{}` passes there too, since some
 * clients send it). Nothing at all is read as `{}`: that is how Oracle's TypeScript SDK sends it. Fields given as null
 * count as left out, and moments are written as OCI does: in UTC, to the millisecond. Throws CannotParseRequest,
 * MissingParameter or InvalidParameter, which name the field.
 */
export function readBody(
  operation: Operation,
  validate: ValidateFunction | undefined,
  bytes: Buffer,
  contentType: string | undefined,
): unknown {
  if (bytes.length === 0) return operation.body ? checked(operation, {}, validate) : undefined
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? ''))
    throw cannotParseRequest('The content-type of a body must be application/json')
  const body = withoutNulls(parse(bytes), 0)
  if (validate) return checked(operation, body, validate)
  if (typeof body !== 'object' || Array.isArray(body) || Object.keys(body ?? {}).length > 0)
    throw invalidParameter(`${operation.name} takes no body`)
  return undefined
}

function checked(operation: Operation, body: unknown, validate: ValidateFunction | undefined): unknown {
  if (!validate) return body
  if (!validate(body)) throw faultOf(operation, validate.errors?.[0])
  return mapped(body as object, (name, value) => (/^time[A-Z]/.test(name) ? inUtc(String(value)) : value)) // every body is an object
}

/** No model has a moment deeper inside than its own fields. */
const inUtc = (moment: string) => new Date(moment).toISOString()

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw cannotParseRequest('The body is not JSON in UTF-8')
  }
}

/** Deeper than any model; what is deeper still would be too much for whoever walks through it. */
const deepest = 64

function withoutNulls(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) throw cannotParseRequest(`The body is nested more than ${deepest} levels deep`)
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth + 1))
  const given = Object.entries(value).filter(([, field]) => field !== null)
  return mapped(Object.fromEntries(given), (_name, field) => withoutNulls(field, depth + 1))
}

const mapped = (value: object, change: (name: string, field: unknown) => unknown) =>
  Object.fromEntries(Object.entries(value).map(([name, field]) => [name, change(name, field)]))

const nouns: Readonly<Record<string, string>> = {
  'date-time': 'a date and time as in RFC 3339',
  ocid: 'an OCID',
  'ocid-or-empty': 'an OCID, nor empty',
}

/** Says it as `startSchedule.cronExpression …`. */
function faultOf(operation: Operation, error: ErrorObject | undefined): Fault {
  const steps = (error?.instancePath ?? '').split('/').slice(1)
  const path = steps.join('.')
  const inside = path ? `${path}.` : ''
  const parameters = (error?.params ?? {}) as {
    missingProperty?: string
    additionalProperty?: string
    allowedValues?: string[]
    format?: string
  } // by keyword
  if (error?.keyword === 'required') return missingParameter(`${inside}${parameters.missingProperty} is required`)
  if (error?.keyword === 'additionalProperties')
    return invalidParameter(whyUnknown(operation, steps, parameters.additionalProperty ?? ''))
  if (error?.keyword === 'enum')
    return invalidParameter(`${path} must be one of ${parameters.allowedValues?.join(', ')}`)
  if (error?.keyword === 'format') return invalidParameter(`${path} is not ${nouns[parameters.format ?? '']}`)
  return invalidParameter(`${path || 'The body'} ${error?.message ?? 'is not valid'}`)
}

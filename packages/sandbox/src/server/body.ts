import type { Operation } from '@gatehouse/oci-api'
import type { ErrorObject, ValidateFunction } from 'ajv'
import type { Fault } from '../fault.ts'
import { cannotParseRequest, invalidParameter, missingParameter } from '../fault.ts'

/**
 * The body as its operation's model, or undefined for an operation that takes none (`{}` passes there too, since some
 * clients send it). Nothing at all is read as `{}`: that is how Oracle's TypeScript SDK sends it. Fields given as null
 * count as left out. Throws CannotParseRequest, MissingParameter or
 * InvalidParameter, which name the field.
 */
export function readBody(
  operation: Operation,
  validate: ValidateFunction | undefined,
  bytes: Buffer,
  contentType: string | undefined,
): unknown {
  if (bytes.length === 0) return operation.body ? checked({}, validate) : undefined
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? ''))
    throw cannotParseRequest('The content-type of a body must be application/json')
  const body = withoutNulls(parse(bytes))
  if (validate) return checked(body, validate)
  if (typeof body !== 'object' || Array.isArray(body) || Object.keys(body ?? {}).length > 0)
    throw invalidParameter(`${operation.name} takes no body`)
  return undefined
}

function checked(body: unknown, validate: ValidateFunction | undefined): unknown {
  if (validate && !validate(body)) throw faultOf(validate.errors?.[0])
  return body
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw cannotParseRequest('The body is not JSON in UTF-8')
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null)
      .map(([name, field]) => [name, withoutNulls(field)]),
  )
}

/** Says it as `startSchedule.cronExpression …`. */
function faultOf(error: ErrorObject | undefined): Fault {
  const path = (error?.instancePath ?? '').slice(1).replaceAll('/', '.')
  const inside = path ? `${path}.` : ''
  const parameters = (error?.params ?? {}) as {
    missingProperty?: string
    additionalProperty?: string
    allowedValues?: string[]
  } // by keyword
  if (error?.keyword === 'required') return missingParameter(`${inside}${parameters.missingProperty} is required`)
  if (error?.keyword === 'additionalProperties')
    return invalidParameter(`${inside}${parameters.additionalProperty} is not a field of this request`)
  if (error?.keyword === 'enum')
    return invalidParameter(`${path} must be one of ${parameters.allowedValues?.join(', ')}`)
  return invalidParameter(`${path || 'The body'} ${error?.message ?? 'is not valid'}`)
}

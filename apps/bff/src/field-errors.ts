import type { TLocalizedValidationError } from 'typebox/error'

/** Something wrong with one field, named by its path: `comment`, `auditTypes[0]`, or nothing for the whole. */
export interface FieldError {
  field: string
  message: string
}

/** What the validator found, in words that complete "comment …". */
export function fieldErrors(errors: readonly TLocalizedValidationError[]): FieldError[] {
  const unions = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath))
  const found = errors.flatMap((error): FieldError[] => {
    const field = pathOf(error.instancePath)
    switch (error.keyword) {
      // `additionalProperties` reports the same error at the object.
      case 'boolean':
        return []
      case 'required':
        return error.params.requiredProperties.map((name) => ({ field: below(field, name), message: 'is missing' }))
      case 'additionalProperties':
        return error.params.additionalProperties.map((name) => ({
          field: below(field, name),
          message: 'is not known here',
        }))
      case 'anyOf':
        return [{ field, message: oneOf(errors, error.instancePath) }]
      default:
        // Each alternative of a union reports an error, and so does the union itself. Only the union's error is kept.
        return unions.has(error.instancePath) ? [] : [{ field, message: wordsFor(error) }]
    }
  })
  return [...new Map(found.map((error) => [`${error.field} ${error.message}`, error])).values()]
}

/** `comment is missing; seen must not be empty`, a whole sentence but for its beginning and end. */
export const inWords = (errors: readonly FieldError[]) =>
  errors.map(({ field, message }) => `${field || 'it'} ${message}`).join('; ')

function wordsFor(error: TLocalizedValidationError): string {
  switch (error.keyword) {
    case 'type':
      return `must be ${[error.params.type].flat().map(withArticle).join(' or ')}`
    case 'enum':
      return `must be one of ${error.params.allowedValues.join(', ')}`
    case 'const':
      return `must be ${String(error.params.allowedValue)}`
    case 'format':
      return formats[error.params.format] ?? `must be a ${error.params.format}`
    case 'pattern':
      return patternWords(String(error.params.pattern))
    case 'minLength':
      return error.params.limit === 1 ? 'must not be empty' : `must have at least ${error.params.limit} characters`
    case 'maxLength':
      return `must have at most ${error.params.limit} characters`
    case 'minItems':
      return `must have at least ${error.params.limit} of them`
    case 'maxItems':
      return `must have at most ${error.params.limit} of them`
    case 'minimum':
      return `must be at least ${error.params.limit}`
    case 'maximum':
      return `must be at most ${error.params.limit}`
    default:
      return error.message
  }
}

const formats: Record<string, string | undefined> = {
  'date-time': 'must be a time such as 2026-01-02T03:04:05Z',
  uuid: 'must be a UUID',
}

function patternWords(pattern: string): string {
  if (pattern === '\\S') return 'must not be blank'
  if (pattern.startsWith('^ocid1')) return 'must be an OCID'
  return `must match ${pattern}`
}

function oneOf(errors: readonly TLocalizedValidationError[], instancePath: string): string {
  const allowed = errors.flatMap((error) =>
    error.keyword === 'const' && error.instancePath === instancePath ? [String(error.params.allowedValue)] : [],
  )
  return allowed.length > 0 ? `must be one of ${allowed.join(', ')}` : 'has none of the forms it may have'
}

const withArticle = (type: string) => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`)

/** A JSON pointer (RFC 6901) as people write it. */
const pathOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : below(path, part)), '')

const below = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)

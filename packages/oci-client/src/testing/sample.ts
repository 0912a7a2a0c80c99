import type { JsonSchema, Operation, ServiceId } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'

/** An input with every parameter of an operation, and values that its schemas allow. */
export function sampleInput(operation: Operation): Record<string, unknown> {
  const body = operation.body && schemas[operation.service].definitions[operation.body]
  return {
    ...Object.fromEntries(operation.pathParameters.map((name) => [name, `ocid1.sample.oc1..${name.toLowerCase()}`])),
    ...Object.fromEntries(operation.query.map(({ name, schema }) => [name, sampleOf(schema, operation.service)])),
    ...Object.fromEntries(operation.headers.map((name) => [camel(name), `sample-of-${name}`])),
    ...(body ? { body: sampleOf(body, operation.service) } : {}),
  }
}

/** A valid response body of an operation; undefined when it has none. */
export function sampleAnswer({ response, responseIsArray, service }: Operation): unknown {
  if (response === null) return undefined
  return responseIsArray ? [] : sampleOf(schemas[service].definitions[response] ?? {}, service)
}

export const camel = (header: string) => header.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A value that fits a schema, with every property it names. */
function sampleOf(schema: JsonSchema, service: ServiceId): unknown {
  const { $ref, type, format, minimum, properties, additionalProperties, items } = schema
  if (typeof $ref === 'string')
    return sampleOf(schemas[service].definitions[$ref.split('/').at(-1) ?? ''] ?? {}, service)
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  switch (type) {
    case 'object':
      if (isSchema(properties)) {
        return Object.fromEntries(
          Object.entries(properties).map(([name, property]) => [
            name,
            isSchema(property) && sampleOf(property, service),
          ]),
        )
      }
      return { sample: isSchema(additionalProperties) ? sampleOf(additionalProperties, service) : {} }
    case 'array':
      return isSchema(items) ? [sampleOf(items, service), sampleOf(items, service)] : []
    case 'integer':
    case 'number':
      return typeof minimum === 'number' ? minimum + 1 : 7
    case 'boolean':
      return true
    default:
      return format === 'date-time' ? '2026-01-02T03:04:05.678Z' : 'Sample-1_of~text'
  }
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

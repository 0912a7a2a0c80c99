import type { JsonSchema, Operation } from '@gatehouse/oci-api'
import { operations, schemas } from '@gatehouse/oci-api'

/**
 * Why a body has no such field, in words: because what it says is settled when the thing is made, because another
 * operation changes it, because nobody but the service writes it, or because there is none. `path` leads to the object
 * that holds it.
 */
export function whyUnknown(operation: Operation, path: string[], name: string): string {
  const field = [...path, name].join('.')
  const none = `${field} is not a field of this request`
  if (!operation.name.startsWith('update')) return none
  const noun = operation.name.slice('update'.length)
  const mover = `change${noun}Compartment`
  if (field === 'compartmentId' && operationExists(operation, mover))
    return `compartmentId cannot be changed by an update, only by ${mover}`
  if (has(operation, `Create${noun}Details`, path, name)) return `${field} cannot be changed after creation`
  if (has(operation, noun, path, name)) return `${field} is written by the service and cannot be changed`
  return none
}

const operationExists = ({ service }: Operation, name: string) => `${service}.${name}` in operations

/** Whether the model has the field, at the end of that path. */
function has({ service }: Operation, model: string, path: string[], name: string): boolean {
  const { definitions } = schemas[service]
  let schema: JsonSchema | undefined = definitions[model]
  for (const step of path) {
    const inner = propertiesOf(schema)[step]
    const reference = inner?.['$ref'] as string | undefined // as JSON Schema has it
    schema = reference ? definitions[reference.replace('#/definitions/', '')] : inner
  }
  return name in propertiesOf(schema)
}

const propertiesOf = (schema: JsonSchema | undefined) => (schema?.['properties'] ?? {}) as Record<string, JsonSchema> // as JSON Schema has them

import type { JsonSchema, Operation, OperationId } from '@gatehouse/oci-api'
import { operationIds, operations, schemas } from '@gatehouse/oci-api'
import type { ValidateFunction } from 'ajv'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

/**
 * Validators of every operation's body and answer, made once. Both refuse fields that the models do not have: in a
 * body because a misspelt field would be lost silently, in an answer because no client could know it.
 */
export function compileBodies(): Record<OperationId, ValidateFunction | undefined> {
  return compile((operation) => operation.body && reference(operation, operation.body))
}

export function compileAnswers(): Record<OperationId, ValidateFunction | undefined> {
  return compile((operation) => {
    if (!operation.response) return null
    const model = reference(operation, operation.response)
    return operation.responseIsArray ? { type: 'array', items: model } : model
  })
}

const reference = (operation: Operation, model: string) => ({ $ref: `${operation.service}#/definitions/${model}` })

function compile(schemaOf: (operation: Operation) => JsonSchema | null | '') {
  const ajv = new Ajv({ allErrors: false, strict: true, strictTypes: false, strictRequired: false })
  formats.default(ajv)
  for (const { $id, definitions } of Object.values(schemas))
    ajv.addSchema({ $id, definitions: Object.fromEntries(Object.entries(definitions).map(closed)) })
  const validators = operationIds.map((id) => {
    const schema = schemaOf(operations[id])
    return [id, schema ? ajv.compile(schema) : undefined]
  })
  return Object.fromEntries(validators) as Record<OperationId, ValidateFunction | undefined> // one for each id
}

/** Models are plain objects; only a map (free-form tags) says itself what other keys it takes. */
const closed = ([name, schema]: [string, JsonSchema]): [string, JsonSchema] => [name, close(schema)]

function close(schema: JsonSchema): JsonSchema {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined // as JSON Schema has it
  if (!properties) return schema
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).map(closed)),
    additionalProperties: schema['additionalProperties'] ?? false,
  }
}

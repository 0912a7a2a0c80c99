import type { JsonSchema, Operation } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'
import type { ValidateFunction } from 'ajv'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

/*
 * Both validators refuse fields that the models do not have: in a body because a misspelt field would be lost silently,
 * in an answer because no client could know it. Ajv compiles a model when it is first asked for, and keeps it.
 */

/** Of an operation's body; undefined when it takes none. */
export const bodyValidator = (operation: Operation): ValidateFunction | undefined =>
  operation.body ? validatorOf(reference(operation, operation.body)) : undefined

/** Of an operation's answer; undefined when it has no body. */
export function answerValidator(operation: Operation): ValidateFunction | undefined {
  if (!operation.response) return undefined
  const model = reference(operation, operation.response)
  if (!operation.responseIsArray) return validatorOf(model)
  const id = `${operation.id}[]`
  return ajv.getSchema(id) ?? ajv.compile({ $id: id, type: 'array', items: { $ref: model } })
}

function validatorOf(model: string): ValidateFunction {
  const validator = ajv.getSchema(model)
  if (!validator) throw new Error(`There is no schema ${model}`)
  return validator
}

const reference = (operation: Operation, model: string) => `${operation.service}#/definitions/${model}`

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

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false })
formats.default(ajv)
for (const { $id, definitions } of Object.values(schemas))
  ajv.addSchema({ $id, definitions: Object.fromEntries(Object.entries(definitions).map(closed)) })

import type { JsonSchema, Operation, ServiceId } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'
import type { ValidateFunction } from 'ajv'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { isDateTime } from './date-time.ts'
import { isOcid } from './ocid.ts'

/*
 * Both validators refuse fields that the models do not have: in a body because a misspelt field would be lost silently,
 * in an answer because no client could know it. In a body every field that is an OCID by its name must look like one;
 * answers carry ids of other kinds too (an operator's). Ajv compiles a model when it is first asked for, and keeps it.
 */

/** Of an operation's body; undefined when it takes none. */
export const bodyValidator = (operation: Operation): ValidateFunction | undefined =>
  operation.body ? validatorOf(bodies, reference(operation, operation.body)) : undefined

/** Of an operation's answer; undefined when it has no body. */
export function answerValidator(operation: Operation): ValidateFunction | undefined {
  if (!operation.response) return undefined
  const model = reference(operation, operation.response)
  if (!operation.responseIsArray) return validatorOf(answers, model)
  const id = `${operation.id}[]`
  return answers.getSchema(id) ?? answers.compile({ $id: id, type: 'array', items: { $ref: model } })
}

/** Of one model as it goes out on the wire. */
export const modelValidator = (service: ServiceId, model: string): ValidateFunction =>
  validatorOf(answers, `${service}#/definitions/${model}`)

function validatorOf(ajv: Ajv, model: string): ValidateFunction {
  const validator = ajv.getSchema(model)
  if (!validator) throw new Error(`There is no schema ${model}`)
  return validator
}

const reference = (operation: Operation, model: string) => `${operation.service}#/definitions/${model}`

/** Models are plain objects; only a map (free-form tags) says itself what other keys it takes. */
function closed(schema: JsonSchema): JsonSchema {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined // as JSON Schema has it
  if (!properties) return schema
  return {
    ...schema,
    properties: mapped(properties, (_name, property) => closed(property)),
    additionalProperties: schema['additionalProperties'] ?? false,
  }
}

/** OCI wants it there even for "none". */
const mayBeEmpty = ['storageBackupPolicyId']

/** Says of each field whose name ends in Id or Ids that it holds OCIDs. */
function withOcids(schema: JsonSchema): JsonSchema {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined // as JSON Schema has it
  if (!properties) return schema
  const format = (name: string) => ({ type: 'string', format: mayBeEmpty.includes(name) ? 'ocid-or-empty' : 'ocid' })
  return {
    ...schema,
    properties: mapped(properties, (name, property) => {
      if (name.endsWith('Id')) return format(name)
      return name.endsWith('Ids') ? { ...property, items: format(name) } : withOcids(property)
    }),
  }
}

const mapped = <Value>(values: Record<string, Value>, change: (name: string, value: Value) => Value) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(name, value)]))

function ajvWith(change: (model: JsonSchema) => JsonSchema): Ajv {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false })
  formats.default(ajv)
  ajv.addFormat('date-time', isDateTime)
  ajv.addFormat('ocid', isOcid)
  ajv.addFormat('ocid-or-empty', (text) => text === '' || isOcid(text))
  for (const { $id, definitions } of Object.values(schemas))
    ajv.addSchema({ $id, definitions: mapped(definitions, (_name, model) => change(model)) })
  return ajv
}

const answers = ajvWith(closed)
const bodies = ajvWith((model) => withOcids(closed(model)))

import { Ajv } from 'ajv'
import ajvFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { operationIds, operations, schemas, services } from './index.ts'

// strict, so that a misspelt keyword or a format without a check is an error
const ajv = new Ajv({ strict: true, allErrors: true })
ajvFormats.default(ajv)
for (const schema of Object.values(schemas)) ajv.addSchema(schema)

const models = Object.values(services).flatMap(({ id }) =>
  Object.keys(schemas[id].definitions).map((model) => ({ service: id, model })),
)

describe('every model is a schema that compiles', () => {
  test.each(models)('$service $model', ({ service, model }) => {
    const validate = ajv.getSchema(`${service}#/definitions/${model}`)
    expect(validate).toBeTypeOf('function')
    expect(validate!('not an object')).toBe(false) // found on the line above
  })
})

describe('every operation', () => {
  test.each(operationIds)('%s refers to models and a service that exist, and its parameters compile', (id) => {
    const operation = operations[id]
    const { definitions } = schemas[operation.service]
    for (const model of [operation.body, operation.response].filter((model) => model !== null)) {
      expect(definitions).toHaveProperty(model)
    }
    for (const { schema } of operation.query) expect(ajv.compile(schema)).toBeTypeOf('function')
    expect(operation.path.startsWith(`${services[operation.service].basePath}/`)).toBe(true)
    expect(id).toBe(`${operation.service}.${operation.name}`)
  })

  const collections = Object.values(operations).filter(({ paged, responseIsArray }) => paged && !responseIsArray)

  test.each(collections)('$id, which pages, answers with a collection of items', ({ service, response }) => {
    expect(schemas[service].definitions[response ?? '']).toMatchObject({ properties: { items: { type: 'array' } } })
  })
})

test('a model tells a right value from a wrong one', () => {
  const validate = ajv.getSchema('desktops#/definitions/ChangeDesktopPoolCompartmentDetails')!
  expect(validate({ compartmentId: 'ocid1.compartment.oc1..a' })).toBe(true)
  expect(validate({ compartmentId: 7 })).toBe(false)
  expect(validate({})).toBe(false)
})

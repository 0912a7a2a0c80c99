import type { JsonSchema, Operation } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { likelyNumbers } from './likely.ts'
import type { WireRequest } from './rig.ts'

/** What an operation is called with, before it is written onto the wire. */
export interface DrawnInput {
  path: Record<string, string>
  query: Record<string, QueryValue>
  body?: unknown
}

export type QueryValue = string | number | boolean | string[] | undefined

export type LikelyValues = ReadonlyMap<string, readonly string[]>

/** Inputs that the operation's own schemas allow: likely values as a rule, anything at all now and then. */
export function validInputs(operation: Operation, likely: LikelyValues): fc.Arbitrary<DrawnInput> {
  const draw = (name: string, schema: JsonSchema) => valueOf(schema, { operation, likely, name })
  const path = Object.fromEntries(operation.pathParameters.map((name) => [name, ocidOf(likely, name)]))
  const query = Object.fromEntries(
    operation.query.filter(({ name }) => name !== 'page').map(({ name, schema }) => [name, draw(name, schema)]),
  )
  const required = operation.query.filter(({ required }) => required).map(({ name }) => name)
  const body = operation.body === null ? fc.constant(undefined) : draw('', { $ref: `#/definitions/${operation.body}` })
  return fc.record({
    path: fc.record(path),
    query: fc.record(query, { requiredKeys: required }) as fc.Arbitrary<DrawnInput['query']>, // no parameter is an object
    body,
  })
}

/** An input without anything that need not be there, and with nothing wrong in it as far as names and schemas tell. */
export function plainInput(operation: Operation, likely: LikelyValues): DrawnInput {
  const plain = (name: string, schema: JsonSchema) => plainValue(schema, { operation, likely, name })
  const required = operation.query.filter(({ required }) => required)
  return {
    path: Object.fromEntries(operation.pathParameters.map((name) => [name, likely.get(name)?.[0] ?? ''])),
    query: Object.fromEntries(required.map(({ name, schema }) => [name, plain(name, schema) as QueryValue])), // no parameter is an object
    body: operation.body === null ? undefined : plain('', { $ref: `#/definitions/${operation.body}` }),
  }
}

/** The smallest value of a field. */
export function plainValue(schema: JsonSchema, place: Place): unknown {
  const { $ref, type, properties = {}, required = [], minimum = 0, ...given } = schema as Schema // the keywords that oci-api's schemas use
  if ($ref) return plainValue(definitionOf($ref, place.operation), place)
  if (given.enum) return given.enum[0]
  if (type === 'object')
    return Object.fromEntries(required.map((name) => [name, plainValue(properties[name] ?? {}, { ...place, name })]))
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return likelyNumbers.get(place.name)?.[0] ?? minimum
  if (given.format === 'date-time') return '2026-11-22T10:00:00.000Z'
  const text = place.likely.get(place.name)?.[0] ?? (isOcidName(place.name) ? 'ocid1.thing.oc1..a' : 'text')
  return type === 'array' ? [text] : text
}

export const isOcidName = (name: string) => /^id$|Ids?$/.test(name)

export interface Place {
  operation: Operation
  likely: LikelyValues
  /** The field's; an item has its list's. */
  name: string
}

function valueOf(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  const given = schema as Schema // the keywords that oci-api's schemas use
  if (given.$ref) return valueOf(definitionOf(given.$ref, place.operation), place)
  if (given.enum) return fc.constantFrom(...given.enum)
  if (given.type === 'object') return objectOf(given, place)
  if (given.type === 'array') return fc.array(valueOf(given.items ?? {}, place), { maxLength: 4 })
  if (given.type === 'boolean') return fc.boolean()
  if (given.type === 'integer') return integerOf(given, place)
  if (given.type === 'number') return fc.double({ min: given.minimum ?? -1e9, max: given.maximum ?? 1e9, noNaN: true })
  if (given.type === 'string') return textOf(given, place)
  throw new Error(`Nothing says how to draw ${place.name}, which is ${JSON.stringify(schema)}`)
}

interface Schema {
  $ref?: string
  type?: string
  enum?: string[]
  format?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: JsonSchema
  maxProperties?: number
  propertyNames?: { maxLength?: number }
  items?: JsonSchema
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

/** The model that a reference within a service's schemas means. */
export function definitionOf(reference: string, { service }: Operation): JsonSchema {
  const definition = schemas[service].definitions[reference.replace('#/definitions/', '')]
  if (!definition) throw new Error(`${service} has no model ${reference}`)
  return definition
}

function objectOf({ properties, required = [], ...map }: Schema, place: Place): fc.Arbitrary<object> {
  if (properties) {
    const fields = Object.entries(properties).map(([name, schema]): [string, fc.Arbitrary<unknown>] => {
      const value = valueOf(schema, { ...place, name })
      return [name, required.includes(name) ? value : rarely(value)]
    })
    return fc.record(Object.fromEntries(fields))
  }
  const keys = fc.string({ minLength: 1, maxLength: Math.min(12, map.propertyNames?.maxLength ?? 12) })
  const values = map.additionalProperties
    ? valueOf(map.additionalProperties, { ...place, name: '' })
    : (fc.dictionary(keys, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }) as fc.Arbitrary<unknown>)
  return fc.dictionary(keys, values, { maxKeys: Math.min(3, map.maxProperties ?? 3) })
}

/** Left out as a rule: the more fields there are, the likelier one of them is refused. */
const rarely = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

/** Small ones, and those at the edges of what the schema and the wire can hold. */
function integerOf({ minimum = -(2 ** 31), maximum = 2 ** 31 - 1 }: Schema, { name }: Place): fc.Arbitrary<number> {
  const usual = likelyNumbers.get(name)
  const any = fc.oneof(
    fc.integer({ min: minimum, max: Math.min(maximum, Math.max(minimum, 0) + 200) }),
    fc.constantFrom(minimum, maximum),
    fc.integer({ min: minimum, max: maximum }),
  )
  return usual ? fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, any) : any
}

/** RFC 3339 lets a moment be written in many ways. */
const moments = fc.oneof(
  fc
    .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    '2026-11-22T10:00:00Z',
    '2027-02-28T23:59:59.999999Z',
    '2026-12-01T00:00:00+14:00',
    '2028-02-29T12:00:00-11:30',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ),
)

function textOf({ format, minLength = 0, maxLength = 60 }: Schema, { likely, name }: Place): fc.Arbitrary<string> {
  if (format === 'date-time') return moments
  const anything = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(60, maxLength) }).filter(
    // a grapheme may have more than one character
    (text) => text.length <= maxLength,
  )
  const other = isOcidName(name) ? strangeOcids : anything
  const values = likely.get(name) ?? []
  return values.length > 0 ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, other) : other
}

/** Well formed, and of nothing that is there. */
const strangeOcids = fc
  .tuple(fc.constantFrom('desktoppool', 'vmcluster', 'image', 'onstopic'), fc.stringMatching(/^[a-z2-7]{8,60}$/))
  .map(([type, unique]) => `ocid1.${type}.oc1.eu-frankfurt-1.${unique}`)

const ocidOf = (likely: LikelyValues, name: string) => {
  const values = likely.get(name)
  return values?.length ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, strangeOcids) : strangeOcids
}

/** The input as it goes over the wire; lists in a query are repeated parameters. */
export function onTheWire(operation: Operation, { path, query, body }: DrawnInput): WireRequest {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]))
    .map((pair) => pair.map(escaped).join('='))
  return {
    method: operation.method,
    target: pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

/** Also what `encodeURIComponent` leaves alone and a URL parser would write in another way than it was signed. */
export const escaped = (text: string) => encodeURIComponent(text).replaceAll("'", '%27')

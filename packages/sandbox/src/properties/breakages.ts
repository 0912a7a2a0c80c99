import type { JsonSchema, Operation } from '@gatehouse/oci-api'
import type { DrawnInput, Place } from './inputs.ts'
import type { LikelyValues } from './inputs.ts'
import { definitionOf, escaped, onTheWire, plainValue } from './inputs.ts'
import type { WireRequest } from './rig.ts'

/** A call with one thing wrong, which is refused with 400 whatever else is so. */
export interface Breakage {
  /** `a number below its bound`, so that a table of them reads as one of kinds. */
  kind: string
  /** What the message must name. */
  names: string
  code: 'InvalidParameter' | 'MissingParameter' | 'CannotParseRequest'
  request: WireRequest
}

/** Every way to spoil this input that there is a word for. */
export function breakages(operation: Operation, input: DrawnInput, likely: LikelyValues): Breakage[] {
  return [
    ...pathBreakages(operation, input),
    ...queryBreakages(operation, input),
    ...headerBreakages(operation, input),
    ...bodyBreakages(operation, input, likely),
  ]
}

const malformedOcids = ['pool', 'ocid1.', `ocid1.a.oc1..${'x'.repeat(260)}`]

function pathBreakages(operation: Operation, input: DrawnInput): Breakage[] {
  return operation.pathParameters.flatMap((name) =>
    malformedOcids.map((id) => ({
      kind: 'a malformed OCID in the path',
      names: name,
      code: 'InvalidParameter' as const,
      request: onTheWire(operation, { ...input, path: { ...input.path, [name]: id } }),
    })),
  )
}

const longText = 'x'.repeat(5000)

function queryBreakages(operation: Operation, input: DrawnInput): Breakage[] {
  const request = onTheWire(operation, input)
  const withQuery = (text: string) => {
    const target = `${request.target}${request.target.includes('?') ? '&' : '?'}${text}`
    return { ...request, target }
  }
  const without = (name: string) => {
    const query = Object.fromEntries(Object.entries(input.query).filter(([other]) => other !== name))
    return onTheWire(operation, { ...input, query })
  }
  const wrong = (kind: string, names: string, changed: WireRequest, code: Breakage['code'] = 'InvalidParameter') => ({
    kind,
    names,
    code,
    request: changed,
  })
  return [
    wrong('an unknown query parameter', 'colour', withQuery('colour=red')),
    wrong('an escape that is none', '%', withQuery('colour=100%')),
    ...operation.query.flatMap(({ name, required, schema }) => {
      const set = (value: string) => {
        const { target, ...rest } = without(name)
        return { ...rest, target: `${target}${target.includes('?') ? '&' : '?'}${name}=${value}` }
      }
      const isList = schema['type'] === 'array'
      return [
        ...(required ? [wrong('a required query parameter left out', name, without(name), 'MissingParameter')] : []),
        ...(isList || input.query[name] === undefined || typeof input.query[name] === 'object'
          ? []
          : [wrong('a query parameter given twice', name, withQuery(`${name}=${escaped(String(input.query[name]))}`))]),
        ...wrongTexts(name, (isList ? schema['items'] : schema) as JsonSchema).map(([kind, text]) =>
          // a list's items have one
          wrong(`${kind} in the query`, name, set(escaped(text))),
        ),
      ]
    }),
  ]
}

/** Texts that a query parameter of that schema cannot be. */
function wrongTexts(name: string, schema: JsonSchema): [kind: string, text: string][] {
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number } // as integers have them
  if (schema['enum']) return [['an unknown value', 'COFFEE']]
  if (schema['type'] === 'boolean') return [['another type', 'maybe']]
  if (schema['format'] === 'date-time')
    return [
      ['a malformed time', '2026-02-30T10:00:00Z'],
      ['a malformed time', 'yesterday'],
    ]
  if (schema['type'] === 'integer')
    return [
      ['another type', 'ten'],
      ['another type', '1.5'],
      ...(minimum === undefined
        ? []
        : ([
            ['a number below its bound', String(minimum - 1)],
            ['a negative number', '-1'],
          ] as [string, string][])),
      ...(maximum === undefined ? [] : ([['a number above its bound', String(maximum + 1)]] as [string, string][])),
    ]
  if (name === 'page') return [['a page token that was made up', 'bm90LWEtdG9rZW4']]
  if (name === 'id' || name.endsWith('Id')) return malformedOcids.map((id) => ['a malformed OCID', id])
  return [['an over-long text', longText]]
}

function headerBreakages(operation: Operation, input: DrawnInput): Breakage[] {
  if (!operation.headers.includes('opc-retry-token')) return []
  return ['', 'x'.repeat(65)].map((token) => ({
    kind: 'a retry token of the wrong length',
    names: 'opc-retry-token',
    code: 'InvalidParameter' as const,
    request: { ...onTheWire(operation, input), headers: { 'opc-retry-token': token } },
  }))
}

function bodyBreakages(operation: Operation, input: DrawnInput, likely: LikelyValues): Breakage[] {
  if (operation.method === 'GET' || operation.method === 'DELETE') return []
  const request = onTheWire(operation, input)
  const send = (kind: string, body: string, names: string, code: Breakage['code'], contentType?: string) => ({
    kind,
    names,
    code,
    request: { ...request, body, ...(contentType ? { contentType } : {}) },
  })
  const text = request.body ?? '{}'
  const always = [
    send('a body that is no JSON', '{"a":', 'JSON', 'CannotParseRequest'),
    send('a body that is not called JSON', text, 'application/json', 'CannotParseRequest', 'text/plain'),
    send('a body of another type', '[]', operation.body ? 'object' : 'takes no body', 'InvalidParameter'),
    send(
      'an unknown field',
      withField(text, 'colour', 'red'),
      operation.body ? 'colour' : 'takes no body',
      'InvalidParameter',
    ),
  ]
  if (operation.body === null) return always
  return [
    ...always,
    ...spoilt(input.body, { $ref: `#/definitions/${operation.body}` }, { operation, likely }, []).map(
      ({ kind, names, code, value }) => send(kind, JSON.stringify(value), names, code),
    ),
  ]
}

const withField = (body: string, name: string, value: unknown) =>
  JSON.stringify({ ...(JSON.parse(body) as object), [name]: value })

type Context = Omit<Place, 'name'>

interface Spoilt {
  kind: string
  names: string
  code: Breakage['code']
  value: unknown
}

/** The value with one thing in it wrong, in every way that its schema gives. */
function spoilt(value: unknown, schema: JsonSchema, place: Context, path: string[]): Spoilt[] {
  const reference = schema['$ref'] as string | undefined // as JSON Schema has it
  if (reference) return spoilt(value, definitionOf(reference, place.operation), place, path)
  const name = path.join('.')
  const one = (kind: string, other: unknown): Spoilt => ({ kind, names: name, code: 'InvalidParameter', value: other })
  if (schema['type'] === 'object')
    return [...(path.length > 0 ? [one('another type', 'text')] : []), ...spoiltFields(value, schema, place, path)]
  if (schema['enum']) return [one('an unknown value', 'COFFEE'), one('another type', 7)]
  if (schema['type'] === 'array')
    return [
      one('another type', 'text'),
      one('an item of another type', [7]),
      ...(name.endsWith('Ids') ? [one('a malformed OCID', ['pool'])] : []),
    ]
  if (schema['type'] === 'boolean') return [one('another type', 'yes')]
  if (schema['type'] === 'string') return spoiltText(schema, name, one)
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number } // as numbers have them
  return [
    one('another type', '7'),
    ...(schema['type'] === 'integer' ? [one('another type', 1.5)] : []),
    ...(minimum === undefined ? [] : [one('a number below its bound', minimum - 1)]),
    ...(maximum === undefined ? [] : [one('a number above its bound', maximum + 1)]),
  ]
}

function spoiltText(schema: JsonSchema, name: string, one: (kind: string, value: unknown) => Spoilt): Spoilt[] {
  const { minLength, maxLength, format } = schema as { minLength?: number; maxLength?: number; format?: string } // as texts have them
  return [
    one('another type', 7),
    ...(minLength ? [one('a text that is too short', '')] : []),
    ...(maxLength ? [one('an over-long text', 'x'.repeat(maxLength + 1))] : []),
    ...(format === 'date-time'
      ? ['yesterday', '2026-02-30T10:00:00Z', '2016-12-31T23:59:60Z', '2026-11-22'].map((time) =>
          one('a malformed time', time),
        )
      : []),
    ...(/(^|\.)id$|Id$/.test(name) ? malformedOcids.map((id) => one('a malformed OCID', id)) : []),
  ]
}

function spoiltFields(value: unknown, schema: JsonSchema, place: Context, path: string[]): Spoilt[] {
  const fields = (value ?? plainValue(schema, { ...place, name: '' })) as Record<string, unknown> // drawn for this schema
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema> // as JSON Schema has them
  const required = (schema['required'] ?? []) as string[] // as JSON Schema has it
  const longKey = 'k'.repeat(101)
  if (!schema['properties'])
    return schema['maxProperties'] === undefined
      ? []
      : [
          { kind: 'too many tags', names: path.join('.'), code: 'InvalidParameter', value: elevenTags },
          { kind: 'an over-long text', names: path.join('.'), code: 'InvalidParameter', value: { [longKey]: 'value' } },
          {
            kind: 'an over-long text',
            names: path.join('.'),
            code: 'InvalidParameter',
            value: { key: 'x'.repeat(257) },
          },
        ]
  return [
    ...required.map((name): Spoilt => {
      const left = Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name))
      return {
        kind: 'a required field left out',
        names: [...path, name].join('.'),
        code: 'MissingParameter',
        value: left,
      }
    }),
    ...(path.length > 0
      ? [
          {
            kind: 'an unknown field',
            names: [...path, 'colour'].join('.'),
            code: 'InvalidParameter' as const,
            value: { ...fields, colour: 'red' },
          },
        ]
      : []),
    ...Object.entries(properties).flatMap(([name, inner]) =>
      spoilt(fields[name], inner, place, [...path, name]).map((wrong) => ({
        ...wrong,
        value: { ...fields, [name]: wrong.value },
      })),
    ),
  ]
}

const elevenTags = Object.fromEntries(Array.from({ length: 11 }, (_, place) => [`key${place}`, 'value']))

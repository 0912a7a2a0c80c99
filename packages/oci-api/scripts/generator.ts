/** Reads the service descriptions of data/ and writes TypeScript: models as types, models as JSON Schemas, and the table of operations. */

interface Field {
  name: string
  required: boolean
  type: string
  meaning?: string
}

interface OperationData {
  name: string
  method: string
  path: string
  summary: string
  requestHeaders: string[]
  query: Field[]
  body: string | null
  response: string | null
  responseHeaders: string[]
}

interface ServiceData {
  service: string
  sdkPackage: string
  clients: { name: string; basePath: string; endpoint: string; ops: OperationData[] }[]
  enums: Record<string, string[]>
  models: Record<string, { fields: Field[] }>
}

interface Assumed {
  fields: Record<string, Record<string, unknown> & { optional?: boolean }>
  limit: { minimum: number; maximum: number }
  retryToken: { minLength: number; maxLength: number }
  freeformTags: { maxProperties: number; maxKeyLength: number; maxValueLength: number }
}

type Schema = Record<string, unknown>

export const serviceIds = ['desktops', 'operator-access-control', 'delegate-access-control', 'identity']

const banner = '// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.\n\n'

/** File name → text, unformatted. `read` gives the parsed data file of that name. */
export function generate(read: (name: string) => unknown): Record<string, string> {
  const services = serviceIds.map((id) => read(id) as ServiceData)
  const assumed = read('assumed') as Assumed
  return {
    ...Object.fromEntries(services.flatMap((data) => serviceFiles(data, assumed))),
    'operations.ts': operationsFile(services, assumed),
  }
}

function serviceFiles(data: ServiceData, assumed: Assumed): [string, string][] {
  const words = createWords(data, assumed)
  const enums = Object.entries(data.enums).map(
    ([name, values]) => `export type ${name} = ${values.map(quote).join(' | ')}\n`,
  )
  const models = Object.entries(data.models).map(([name, { fields }]) => {
    const lines = fields.map((field) => {
      const required = field.required && !words.constraint(name, field.name)?.optional
      return `${comment(field.meaning)}${field.name}${required ? '' : '?'}: ${words.type(field.type)}`
    })
    return `export interface ${name} {\n${lines.join('\n')}\n}\n`
  })
  const definitions = Object.fromEntries(
    Object.entries(data.models).map(([name, model]) => [name, words.modelSchema(name, model.fields)]),
  )
  return [
    [`${data.service}.types.ts`, banner + [...enums, ...models].join('\n')],
    [
      `${data.service}.schemas.ts`,
      `${banner}/** JSON Schemas (draft 07) of the models of ${data.service}. */\nexport const schemas = ${json({ $id: data.service, definitions })}\n`,
    ],
  ]
}

function operationsFile(services: ServiceData[], assumed: Assumed): string {
  const imports = services.map(({ service }) => `import type * as ${pascal(service)} from './${service}.types.ts'`)
  const rows: string[] = []
  const types: string[] = []
  for (const data of services) {
    const words = createWords(data, assumed, `${pascal(data.service)}.`)
    for (const client of data.clients) {
      for (const operation of client.ops) {
        const id = `${data.service}.${operation.name}`
        const pathParameters = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
        const headers = operation.requestHeaders.length > 0 ? operation.requestHeaders : ['opc-request-id']
        rows.push(
          `${quote(id)}: ${json({
            id,
            service: data.service,
            client: client.name,
            name: operation.name,
            method: operation.method,
            path: client.basePath + operation.path,
            summary: operation.summary,
            pathParameters,
            query: operation.query.map((field) => ({
              name: field.name,
              required: field.required,
              schema: field.name === 'limit' ? words.limit : words.schema(field.type),
            })),
            headers,
            body: operation.body,
            response: operation.response?.replace(/^array<(.+)>$/, '$1') ?? null,
            responseIsArray: operation.response?.startsWith('array<') ?? false,
            responseHeaders: operation.responseHeaders,
            paged: operation.query.some((field) => field.name === 'page'),
          })}`,
        )
        const input = [
          ...pathParameters.map((name) => `${name}: string`),
          ...operation.query.map(
            (field) =>
              `${field.name}${field.required ? '' : '?'}: ${field.type === 'date-time' ? 'string | Date' : words.type(field.type)}`,
          ),
          ...(operation.body ? [`body: ${words.type(operation.body)}`] : []),
          ...headers.map((name) => `${camel(name)}?: string`),
        ]
        types.push(
          `${comment(operation.summary)}${quote(id)}: { input: { ${input.join('; ')} }; output: ${operation.response ? words.type(operation.response) : 'undefined'} }`,
        )
      }
    }
  }
  const endpoints = services.map(
    ({ service, clients }) =>
      `${quote(service)}: ${json({ id: service, basePath: clients[0]!.basePath, endpoint: clients[0]!.endpoint })}`,
  )
  return `${banner}${imports.join('\n')}

/** Each operation with what it takes (path, query, body, and headers in camelCase) and the body it answers with. */
export interface Operations {
${types.join('\n')}
}

export const services = { ${endpoints.join(',\n')} } as const

export const operations = {
${rows.join(',\n')}
} as const
`
}

function createWords(data: ServiceData, assumed: Assumed, prefix = '') {
  const constraint = (model: string, field: string) =>
    assumed.fields[`${data.service}.${model}.${field}`] ??
    (model.endsWith('Details') ? assumed.fields[`${data.service}.*.${field}`] : undefined)

  const enumValues = (type: string): string[] => {
    const values = type.slice('enum '.length).split(' ')
    return values.length === 1 ? (data.enums[values[0]!] ?? values) : values
  }

  function type(text: string): string {
    const item = /^array<(.+)>$/.exec(text)?.[1]
    if (item) return `Array<${type(item)}>`
    if (text.startsWith('enum ')) {
      const name = text.slice('enum '.length)
      return name in data.enums ? prefix + name : enumValues(text).map(quote).join(' | ')
    }
    if (text.startsWith('map<string,map')) return 'Record<string, Record<string, unknown>>'
    if (text.startsWith('map<')) return 'Record<string, string>'
    if (text === 'string' || text === 'date-time') return 'string'
    if (text === 'boolean') return 'boolean'
    if (text.startsWith('integer') || text.startsWith('number')) return 'number'
    if (text in data.models) return prefix + text
    throw new Error(`${data.service}: unknown type ${text}`)
  }

  function schema(text: string): Schema {
    const item = /^array<(.+)>$/.exec(text)?.[1]
    if (item) return { type: 'array', items: schema(item) }
    if (text.startsWith('enum ')) return { type: 'string', enum: enumValues(text) }
    if (text.startsWith('map<string,map')) {
      return { type: 'object', additionalProperties: { type: 'object' } }
    }
    if (text.startsWith('map<')) {
      return { type: 'object', additionalProperties: { type: 'string' } }
    }
    if (text === 'date-time') return { type: 'string', format: 'date-time' }
    if (text === 'string' || text === 'boolean') return { type: text }
    if (text.startsWith('integer')) return { type: 'integer' }
    if (text.startsWith('number')) return { type: 'number' }
    if (text in data.models) return { $ref: `#/definitions/${text}` }
    throw new Error(`${data.service}: unknown type ${text}`)
  }

  function fieldSchema(model: string, field: Field): Schema {
    const { optional: _optional, source: _source, ...bounds } = constraint(model, field.name) ?? {}
    const tags =
      model.endsWith('Details') && field.name === 'freeformTags'
        ? {
            maxProperties: assumed.freeformTags.maxProperties,
            propertyNames: { maxLength: assumed.freeformTags.maxKeyLength },
            additionalProperties: { type: 'string', maxLength: assumed.freeformTags.maxValueLength },
          }
        : {}
    return { ...schema(field.type), ...bounds, ...tags }
  }

  function modelSchema(model: string, fields: Field[]): Schema {
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(model, field)])),
      required: fields
        .filter((field) => field.required && !constraint(model, field.name)?.optional)
        .map((field) => field.name),
    }
  }

  const { minimum, maximum } = assumed.limit
  return { type, schema, modelSchema, constraint, limit: { type: 'integer', minimum, maximum } }
}

const quote = (text: string) => `'${text}'`
const json = (value: unknown) => JSON.stringify(value, null, 2)
const comment = (text: string | undefined) => (text ? `/** ${text} */\n` : '')
const camel = (header: string) => header.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (id: string) => camel(`-${id}`)

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Operation, ServiceId } from './index.ts'
import { operations, services } from './index.ts'

/** Oracle's package of each service, how many operations of ours it is to confirm, and which of its own we leave out. */
const sdkPackages: Record<ServiceId, { name: string; count: number; leftOut: (operation: string) => boolean }> = {
  desktops: { name: 'oci-desktops', count: 21, leftOut: () => false },
  'operator-access-control': { name: 'oci-operatoraccesscontrol', count: 26, leftOut: () => false },
  'delegate-access-control': { name: 'oci-delegateaccesscontrol', count: 30, leftOut: () => false },
  // of identity, only the reads that a compartment picker needs
  identity: { name: 'oci-identity', count: 6, leftOut: (operation) => !(`identity.${operation}` in operations) },
}

describe.each(Object.values(services))("$id is what Oracle's package declares", ({ id, basePath, endpoint }) => {
  const { name: packageName, count, leftOut } = sdkPackages[id]
  const library = dirname(createRequire(import.meta.url).resolve(packageName)) + '/lib'
  const client = readFileSync(join(library, 'client.js'), 'utf8')
  const declared = new Map(declarations(client).map((declaration) => [declaration.name, declaration]))
  const ours = Object.values(operations).filter(({ service }) => service === id)

  test('the operations are all there', () => {
    expect(ours).toHaveLength(count)
    const theirs = [...declared.keys()].filter((name) => !leftOut(name))
    expect(ours.map(({ name }) => name).sort()).toEqual(theirs.sort())
  })

  test('the version and the address are the same', () => {
    expect(client).toContain(`this._endpoint + "${basePath}"`)
    expect(client).toContain(`"${endpoint}"`)
  })

  test.each(ours)('$name has the same client, method, path, query, headers and body', (operation) => {
    const declaration = declared.get(operation.name)
    expect(inWordsOfTheSdk(operation, basePath)).toEqual(declaration)
  })

  test.each(ours)('$name takes the same fields, and needs the same', (operation) => {
    expect(fieldsOf(operation)).toEqual(requestFields(library, operation.name))
  })
})

interface Declaration {
  client: string
  name: string
  method: string
  path: string
  pathParameters: string[]
  query: string[]
  headers: string[]
  responseHeaders: string[]
  body: string | null
  response: string | null
  responseIsArray: boolean
}

/** The operations of a client.js, one per method that names itself. */
function declarations(client: string): Declaration[] {
  const blocks = client.matchAll(/^ {4}\w+\(\w+\) \{\n[^]*?^ {4}\}$/gm)
  return [...blocks].flatMap(([block]) => {
    if (!block.includes('Calling operation')) return []
    const one = (pattern: RegExp) => pattern.exec(block)?.[1] ?? 'not found'
    const all = (pattern: RegExp, text = block) => [...text.matchAll(pattern)].map(([, name = '']) => name).sort()
    const names = (variable: string) => {
      const [, text = ''] = new RegExp(`${variable} = \\{([^}]*)\\}`).exec(block.replaceAll(/[{}](?=\w|")/g, '')) ?? []
      return all(/"([\w-]+)": \w+\.\w+/g, text)
    }
    const [, array, type] = /type: "(Array<)?(?:model\.)?(\w+)>?"/.exec(block) ?? []
    return {
      client: one(/Calling operation (\w+)#/),
      name: one(/Calling operation \w+#(\w+)/),
      method: one(/method: "(\w+)"/),
      path: one(/path: "([^"]+)"/),
      pathParameters: all(/"\{(\w+)\}": /g),
      query: names('queryParams'),
      headers: names('headerParams').filter((name) => name !== 'Content-Type'),
      responseHeaders: all(/headers\.get\("([\w-]+)"\)/g, block.toLowerCase()),
      body: /ObjectSerializer\.serialize\([\w.]+, "(\w+)"/.exec(block)?.[1] ?? null,
      response: type ?? null,
      responseIsArray: array !== undefined,
    }
  })
}

function inWordsOfTheSdk(operation: Operation, basePath: string): Declaration {
  return {
    client: operation.client,
    name: operation.name,
    method: operation.method,
    path: operation.path.slice(basePath.length),
    pathParameters: [...operation.pathParameters].sort(),
    query: operation.query.map(({ name }) => name).sort(),
    // identity declares no request headers; every OCI service takes an opc-request-id all the same
    headers: operation.headers
      .filter((name) => operation.service !== 'identity' || name !== 'opc-request-id')
      .toSorted(),
    responseHeaders: [...operation.responseHeaders].sort(),
    body: operation.body,
    response: operation.response,
    responseIsArray: operation.responseIsArray,
  }
}

/** Name of each field of a request interface, and whether it must be given. */
function requestFields(library: string, operation: string): Record<string, boolean> {
  const file = operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const text = readFileSync(join(library, 'request', `${file}-request.d.ts`), 'utf8')
  return Object.fromEntries(
    [...text.matchAll(/^ {4}"(\w+)"(\??): /gm)].map(([, name = '', mark]) => [name, mark === '']),
  )
}

function fieldsOf(operation: Operation): Record<string, boolean> {
  const headers = operation.service === 'identity' ? [] : operation.headers
  return {
    ...Object.fromEntries(operation.pathParameters.map((name) => [name, true])),
    ...Object.fromEntries(operation.query.map(({ name, required }) => [name, required])),
    ...Object.fromEntries(headers.map((name) => [camel(name), false])),
    ...(operation.body ? { [operation.body.charAt(0).toLowerCase() + operation.body.slice(1)]: true } : {}),
  }
}

const camel = (header: string) => header.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

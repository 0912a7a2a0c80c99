import { endpoints } from '@gatehouse/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStack, type Stack } from '../testing/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.close())

interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, { description: string; requestBody?: object; responses: object } | undefined>>
}

test('the OpenAPI document has every endpoint of the contract, with the permission it needs', async () => {
  const reply = await (await stack.signIn('viewer')).get('/api/docs/json')
  const { openapi, paths }: OpenApi = reply.json()
  expect(openapi).toBe('3.1.0')
  for (const { method, url, permission, schema } of endpoints) {
    const operation = paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect(operation?.description, `${method} ${url}`).toBe(`Needs: ${permission}.`)
    expect(Object.keys(operation?.responses ?? {})).toEqual(Object.keys(schema.response))
    expect(operation?.requestBody !== undefined).toBe(schema.body !== undefined)
  }
})

test('it needs a session', async () => {
  expect((await (await stack.signIn()).get('/api/docs/json')).statusCode).toBe(401)
})

import { operations } from '@gatehouse/oci-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OciClient } from './client.ts'
import { createOciClient } from './client.ts'
import { principal, publicKey } from './testing/keys.ts'
import { camel, sampleAnswer, sampleInput } from './testing/sample.ts'
import { callWithSdk, inputForSdk } from './testing/sdk.ts'
import type { ReceivedRequest, RecordingServer } from './testing/server.ts'
import { sendJson, startServer } from './testing/server.ts'
import { isSignedBy, readSignature } from './testing/signature.ts'

/** For every operation and the same input, this client and Oracle's SDK send the same. */
let server: RecordingServer
let client: OciClient

beforeAll(async () => {
  server = await startServer((response, request) => {
    const operation = Object.values(operations).find(({ method, path }) => {
      const pattern = new RegExp(`^/prefix${path.replaceAll(/\{\w+\}/g, '[^/]+')}(\\?|$)`)
      return method === request.method && pattern.test(request.target)
    })
    sendJson(response, 200, operation && sampleAnswer(operation))
  })
  client = createOciClient({ principal, endpoint: `${server.url}/prefix`, retry: false })
})

afterAll(async () => {
  await client.close()
  await server.close()
})

describe.each(Object.values(operations))('$id', (operation) => {
  test("is sent as Oracle's SDK sends it", async () => {
    const input = sampleInput(operation)
    server.requests.length = 0
    await client.call(operation.id, input)
    await callWithSdk(`${server.url}/prefix`, operation, inputForSdk(operation, input))
    const [ours, theirs, ...more] = server.requests
    expect(more).toEqual([])
    if (!ours || !theirs) throw new Error('A request is missing')

    expect(essence(ours)).toEqual(essence(theirs))
    expect(isSignedBy(publicKey, ours)).toBe(true)
    expect(isSignedBy(publicKey, theirs)).toBe(true)
    // identity declares no opc-request-id, so the SDK sends one of its own
    const headers = operation.headers.filter((name) => operation.service !== 'identity' || name !== 'opc-request-id')
    expect(headers.map((name) => [name, ours.headers[name]])).toEqual(headers.map((name) => [name, input[camel(name)]]))
    expect(headers.map((name) => theirs.headers[name])).toEqual(headers.map((name) => ours.headers[name]))
  })
})

function essence(request: ReceivedRequest) {
  const { pathname, searchParams } = new URL(request.target, 'http://oci.test')
  const { keyId, algorithm, version, headers } = readSignature(request)
  const signed = headers.toSorted()
  return {
    method: request.method,
    path: request.target.split('?')[0],
    pathname,
    query: [...searchParams].map(([name, value]) => `${name}=${value}`).sort(),
    body: request.body.length > 0 ? parsed(request.body) : undefined,
    signature: { keyId, algorithm, version, signed },
    signedValues: signed
      .filter((name) => !['(request-target)', 'x-date', 'x-content-sha256', 'content-length'].includes(name))
      .map((name) => request.headers[name]),
  }
}

const parsed = (body: Buffer): unknown => JSON.parse(body.toString())

import { getEventListeners } from 'node:events'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OciCallEvent } from './call.ts'
import { createOciClient } from './client.ts'
import { OciError } from './error.ts'
import { clientOf, failureOf } from './testing/client.ts'
import { principal } from './testing/keys.ts'
import type { Respond } from './testing/server.ts'
import { sendJson } from './testing/server.ts'
import { readSignature } from './testing/signature.ts'

const getDesktop = { desktopId: 'ocid1.desktop' }

describe('a call', () => {
  test('gives the body and what OCI says about it', async () => {
    const { client, server } = await clientOf((response) =>
      sendJson(response, 200, { id: 'ocid1.desktop', displayName: null }, { etag: 'e1' }),
    )
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({
      body: { id: 'ocid1.desktop' },
      status: 200,
      etag: 'e1',
      requestId: 'from-the-server',
    })
    expect(server.requests).toMatchObject([{ method: 'GET', target: '/20220618/desktops/ocid1.desktop' }])
  })

  test('names who calls, and gives away nothing else', async () => {
    const { client, server } = await clientOf((response) => sendJson(response, 200, {}), { userAgent: 'gatehouse/1' })
    await client.call('desktops.getDesktop', { ...getDesktop, opcRequestId: 'mine' })
    expect(Object.keys(server.requests[0]?.headers ?? {}).sort()).toEqual(
      ['accept', 'authorization', 'connection', 'host', 'opc-request-id', 'user-agent', 'x-date'], // there was one call
    )
    expect(server.requests[0]?.headers).toMatchObject({ 'user-agent': 'gatehouse/1', 'opc-request-id': 'mine' })
  })

  test('carries the request id of its input, and reports the one of the answer', async () => {
    const { client, server } = await clientOf((response, { headers }) =>
      sendJson(response, 200, [], { 'opc-request-id': `${String(headers['opc-request-id'])}/of-oci` }),
    )
    expect(await client.call('desktops.startDesktop', { ...getDesktop, opcRequestId: 'mine' })).toMatchObject({
      requestId: 'mine/of-oci',
    })
    const { requestId } = await client.call('identity.listRegions', {})
    expect(requestId).toBe(`${String(server.requests[1]?.headers['opc-request-id'])}/of-oci`)
  })

  test('sends a body as JSON, and its tokens', async () => {
    const { client, server } = await clientOf((response) =>
      sendJson(response, 202, undefined, { 'opc-work-request-id': 'w1' }),
    )
    const reply = await client.call('operator-access-control.approveAccessRequest', {
      accessRequestId: 'ocid1',
      ifMatch: 'e1',
      opcRetryToken: 'once',
      body: { approverComment: 'Für heute genehmigt' },
    })
    expect(reply).toMatchObject({ status: 202, workRequestId: 'w1', body: undefined })
    const [request] = server.requests
    expect(JSON.parse(request?.body.toString() ?? '')).toEqual({ approverComment: 'Für heute genehmigt' })
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'if-match': 'e1',
      'opc-retry-token': 'once',
    })
  })

  test('keeps its connection for the next', async () => {
    const ports = new Set<number | undefined>()
    const { client } = await clientOf((response) => {
      ports.add(response.socket?.remotePort)
      sendJson(response, 200, {})
    })
    for (let i = 0; i < 5; i++) await client.call('desktops.getDesktop', getDesktop)
    expect(ports.size).toBe(1)
  })

  test('leaves nothing on a signal that many calls share', async () => {
    const { client } = await clientOf((response) => sendJson(response, 200, {}))
    const { signal } = new AbortController()
    await client.call('desktops.getDesktop', getDesktop, { signal })
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  test('is refused before it is sent when the input is wrong', async () => {
    const { client, server } = await clientOf((response) => sendJson(response, 200, {}))
    expect(await failureOf(client.call('desktops.getDesktop', { desktopId: '' }))).toMatchObject({ kind: 'bad-input' })
    expect(server.requests).toEqual([])
  })
})

describe('a call that fails', () => {
  test('has the words of OCI', async () => {
    const { client } = await clientOf((response) =>
      sendJson(response, 409, { code: 'IncorrectState', message: 'The desktop is UPDATING.' }),
    )
    expect(await failureOf(client.call('desktops.startDesktop', getDesktop))).toMatchObject({
      name: 'OciError',
      kind: 'service',
      status: 409,
      code: 'IncorrectState',
      message: 'The desktop is UPDATING.',
      operation: 'desktops.startDesktop',
      opcRequestId: 'from-the-server',
    })
  })

  test('says that the connection was refused', async () => {
    const { client, server } = await clientOf(() => undefined)
    await server.close()
    const error = await failureOf(client.call('desktops.getDesktop', { ...getDesktop, opcRequestId: 'mine' }))
    expect(error).toMatchObject({ kind: 'network', code: 'ECONNREFUSED', status: undefined, opcRequestId: undefined })
    expect(error.message).toBe(
      `desktops.getDesktop got no answer from ${server.url}: the connection was refused (ECONNREFUSED).`,
    )
    expect(error.cause).toBeInstanceOf(Error)
  })

  test.each<[string, Respond]>([
    ['before the answer', (response) => response.destroy()],
    [
      'in the middle of a body of known length',
      (response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"id":')
        setTimeout(() => response.destroy(), 20)
      },
    ],
    [
      'in the middle of a body of unknown length',
      (response) => {
        response.writeHead(200).write('{"id":')
        setTimeout(() => response.destroy(), 20)
      },
    ],
  ])('says that the connection was cut %s', async (_, respond) => {
    const { client, server } = await clientOf(respond)
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({ kind: 'network' })
    expect(server.requests).toHaveLength(3)
  })

  test.each<[string, Respond]>([
    ['is garbage', (response) => response.socket?.end('garbage\r\n\r\n')],
    ['has headers without end', (response) => sendJson(response, 200, {}, { 'x-long': 'x'.repeat(100_000) })],
  ])('says that the answer is not HTTP when it %s', async (_, respond) => {
    const { client, server } = await clientOf(respond)
    const error = await failureOf(client.call('desktops.getDesktop', getDesktop))
    expect(error.kind).toBe('bad-answer')
    expect(error.message).toBe(`The answer to desktops.getDesktop from ${server.url} is not HTTP.`)
  })

  test('says that the answer is too large, without reading it', async () => {
    const { client } = await clientOf((response) => {
      const piece = Buffer.alloc(1024 * 1024, ' ')
      const write = () => {
        while (response.writable && response.write(piece));
      }
      response.writeHead(200).on('drain', write)
      write()
    })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({
      kind: 'bad-answer',
      message: 'The answer to desktops.getDesktop is larger than is accepted.',
    })
  })

  test('shows neither key nor headers', async () => {
    const { client, server } = await clientOf((response) => response.destroy(), { retry: false })
    const error = await failureOf(client.call('desktops.startDesktop', getDesktop))
    const { signature } = readSignature(server.requests[0]!) // there was one call
    const shown = inspect(error, { depth: 10, showHidden: true })
    expect(shown).not.toContain(signature)
    expect(shown).not.toContain('Signature version')
  })
})

describe('a principal', () => {
  test('that has no key makes the call fail with what it says', async () => {
    const { client } = await clientOf(() => undefined, {
      principal: {
        keyId: () => Promise.reject(new Error('no metadata')),
        key: () => Promise.reject(new Error('no key')),
      },
    })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({
      kind: 'bad-profile',
      operation: 'desktops.getDesktop',
      message: 'desktops.getDesktop could not be signed.',
      cause: expect.objectContaining({ message: 'no metadata' }),
    })
  })

  test('may fail in both ways at once', async () => {
    const { client } = await clientOf(() => undefined, {
      principal: {
        keyId: () => Promise.reject(new Error('no metadata')),
        key: () => {
          throw new Error('no key')
        },
      },
    })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({ kind: 'bad-profile' })
  })

  test('that has a mistake makes the call fail with what it says', async () => {
    const mistake = new OciError('bad-profile', 'The session token expired.')
    const { client, server } = await clientOf(() => undefined, {
      principal: {
        keyId: () => {
          throw mistake
        },
        key: () => Promise.reject(mistake),
      },
    })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({
      kind: 'bad-profile',
      operation: 'desktops.getDesktop',
      message: 'The session token expired.',
    })
    expect(server.requests).toEqual([])
  })

  test('has a region, which holds unless the client has one', () => {
    expect(() => createOciClient({ principal: { ...principal, region: undefined } })).toThrow('there is no region')
    expect(() => createOciClient({ principal, region: 'nowhere' })).toThrow(
      '"nowhere" is not the identifier of a region',
    )
  })
})

describe('a callback', () => {
  test('is called with every attempt', async () => {
    const events: OciCallEvent[] = []
    const { client } = await clientOf(
      (response, _, count) =>
        count === 1
          ? sendJson(response, 429, { code: 'TooManyRequests', message: 'Slow down.' })
          : sendJson(response, 200, {}),
      { onCall: (event) => events.push(event) },
    )
    await client.call('desktops.getDesktop', { ...getDesktop, opcRequestId: 'mine' })
    expect(events).toEqual([
      {
        operation: 'desktops.getDesktop',
        attempt: 1,
        durationMs: expect.any(Number),
        status: 429,
        error: { kind: 'service', code: 'TooManyRequests' },
        opcRequestId: 'from-the-server',
        sentRequestId: 'mine',
        retryInMs: expect.any(Number),
      },
      {
        operation: 'desktops.getDesktop',
        attempt: 2,
        durationMs: expect.any(Number),
        status: 200,
        error: undefined,
        opcRequestId: 'from-the-server',
        sentRequestId: 'mine',
        retryInMs: undefined,
      },
    ])
  })

  test('cannot break a call', async () => {
    const warnings: Error[] = []
    const listener = (warning: Error) => warnings.push(warning)
    process.on('warning', listener)
    onTestFinished(() => void process.off('warning', listener))
    const { client } = await clientOf((response) => sendJson(response, 200, {}), {
      onCall: () => {
        throw new Error('The callback failed')
      },
    })
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ status: 200 })
    await expect.poll(() => warnings.map(({ message }) => message)).toContain('The callback failed')
  })
})

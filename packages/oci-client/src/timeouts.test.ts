import { describe, expect, test } from 'vitest'
import { clientOf, failureOf } from './testing/client.ts'
import type { Respond } from './testing/server.ts'
import { sendJson } from './testing/server.ts'
import { timeoutsOf } from './timeouts.ts'

const getDesktop = { desktopId: 'ocid1.desktop' }

describe('the timeouts of a client', () => {
  test.each<[Parameters<typeof timeoutsOf>[0], ReturnType<typeof timeoutsOf>]>([
    [undefined, { connectMs: 10_000, readMs: 20_000, callMs: 60_000 }],
    [5_000, { connectMs: 5_000, readMs: 5_000, callMs: 60_000 }],
    [{ connectMs: 1_000 }, { connectMs: 1_000, readMs: 20_000, callMs: 60_000 }],
    [{ callMs: 1_500 }, { connectMs: 10_000, readMs: 20_000, callMs: 1_500 }],
    // a call is not cut off while it may still be silent
    [90_000, { connectMs: 90_000, readMs: 90_000, callMs: 90_000 }],
    [{ readMs: Infinity }, { connectMs: 10_000, readMs: Infinity, callMs: Infinity }],
  ])('%j are %j', (option, expected) => {
    expect(timeoutsOf(option)).toEqual(expected)
  })

  test.each([0, -1, NaN, { connectMs: 0 }, { readMs: NaN }, { callMs: -5 }])(
    'are refused when they are %j',
    (option) => {
      expect(() => timeoutsOf(option)).toThrow(
        expect.objectContaining({
          kind: 'bad-profile',
          message: expect.stringMatching(/^The timeout \w+Ms is in milliseconds, and must be above 0\.$/),
        }),
      )
    },
  )
})

describe('a server that falls silent', () => {
  const readMs = 100

  test.each<[string, string, Respond]>([
    ['before its answer', 'UND_ERR_HEADERS_TIMEOUT', () => undefined],
    ['in the middle of its answer', 'UND_ERR_BODY_TIMEOUT', (response) => response.writeHead(200).write('{')],
  ])('%s is given up, long before the deadline', async (_, code, respond) => {
    const { client, server } = await clientOf(respond, { timeouts: { readMs }, retry: false })
    const error = await failureOf(client.call('desktops.getDesktop', getDesktop))
    expect(error).toMatchObject({ kind: 'timeout', code })
    expect(error.message).toBe(
      `desktops.getDesktop got no answer from ${server.url}: it was silent for too long (${code}).`,
    )
  })

  test('is called again, where that is safe', async () => {
    const heard = new Set<string>()
    const { client, server } = await clientOf(
      (response, { method, target }) => {
        if (heard.has(`${method} ${target}`)) sendJson(response, 200, {})
        heard.add(`${method} ${target}`)
      },
      { timeouts: { readMs } },
    )
    const [read, started, deletion] = await Promise.all([
      client.call('desktops.getDesktop', getDesktop),
      client.call('desktops.startDesktop', getDesktop),
      failureOf(client.call('desktops.deleteDesktop', getDesktop)),
    ])
    expect([read.status, started.status, deletion.kind]).toEqual([200, 200, 'timeout'])
    const sent = server.requests.map(({ method, headers }) => `${method} ${String(headers['opc-request-id'])}`)
    expect(sent).toHaveLength(5)
    expect(new Set(sent).size).toBe(3)
  })

  test.each([Infinity, 0.5 + readMs])('may be given %d ms', async (silenceMs) => {
    const { client } = await clientOf((response) => sendJson(response, 200, {}), { timeouts: { readMs: silenceMs } })
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ status: 200 })
  })

  test('is given up as soon as a call says, which leaves its client as it is', async () => {
    const { client, server } = await clientOf((response, { target }) => {
      if (target.endsWith('other')) setTimeout(() => sendJson(response, 200, {}), 1_700)
    })
    const startedAt = performance.now()
    const [quick, usual] = await Promise.all([
      failureOf(client.call('desktops.getDesktop', getDesktop, { readMs, retry: false })),
      client.call('desktops.getDesktop', { desktopId: 'other' }),
    ])
    expect(quick).toMatchObject({ kind: 'timeout', code: 'UND_ERR_HEADERS_TIMEOUT', sent: true })
    expect(usual.status).toBe(200)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    expect(server.requests).toHaveLength(2)
  })

  test('may be given longer by a call than its client allows a whole call', async () => {
    const { client } = await clientOf((response) => setTimeout(() => sendJson(response, 200, {}), 1_700), {
      timeouts: { readMs, callMs: 1_000 },
      retry: false,
    })
    expect(await client.call('desktops.getDesktop', getDesktop, { readMs: 10_000 })).toMatchObject({ status: 200 })
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({ kind: 'timeout' })
  })

  test.each([0, -1, NaN])('cannot be given %d ms by a call', async (ownReadMs) => {
    const { client, server } = await clientOf((response) => sendJson(response, 200, {}))
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop, { readMs: ownReadMs }))).toMatchObject({
      kind: 'bad-input',
      sent: false,
      message: 'The readMs of desktops.getDesktop is in milliseconds, and must be above 0.',
    })
    expect(server.requests).toEqual([])
  })
})

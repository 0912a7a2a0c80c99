import { describe, expect, test } from 'vitest'
import { clientOf, failureOf } from './testing/client.ts'
import type { Respond } from './testing/server.ts'
import { sendJson } from './testing/server.ts'
import { timeoutsOf } from './timeouts.ts'

const getDesktop = { desktopId: 'ocid1.desktop' }

describe('the timeouts of a client', () => {
  test.each<[Parameters<typeof timeoutsOf>[0], ReturnType<typeof timeoutsOf>]>([
    [undefined, { connectMs: 10_000, readMs: 60_000, callMs: 60_000 }],
    [5_000, { connectMs: 5_000, readMs: 5_000, callMs: 60_000 }],
    [{ connectMs: 1_000 }, { connectMs: 1_000, readMs: 60_000, callMs: 60_000 }],
    [{ callMs: 1_500 }, { connectMs: 10_000, readMs: 60_000, callMs: 1_500 }],
    // a call is not cut off while it may still be silent
    [90_000, { connectMs: 90_000, readMs: 90_000, callMs: 90_000 }],
    [{ readMs: Infinity }, { connectMs: 10_000, readMs: Infinity, callMs: Infinity }],
  ])('%j are %j', (given, expected) => {
    expect(timeoutsOf(given)).toEqual(expected)
  })

  test.each([0, -1, NaN, { connectMs: 0 }, { readMs: NaN }, { callMs: -5 }])(
    'are refused when they are %j',
    (given) => {
      expect(() => timeoutsOf(given)).toThrow(
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

  test('is asked again, where that is safe', async () => {
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

  test.each([Infinity, 0.5 + readMs])('may be given %d ms', async (patienceMs) => {
    const { client } = await clientOf((response) => sendJson(response, 200, {}), { timeouts: { readMs: patienceMs } })
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ status: 200 })
  })
})

import { describe, expect, test } from 'vitest'
import type { OciCallEvent } from './call.ts'
import type { Principal } from './principal.ts'
import { clientOf, failureOf } from './testing/client.ts'
import { principal, privateKey } from './testing/keys.ts'
import type { Respond } from './testing/server.ts'
import { sendJson } from './testing/server.ts'
import { readSignature } from './testing/signature.ts'

const desktop = { desktopId: 'ocid1.desktop' }

/** A principal whose token has a number; the server accepts the second one and those after it. */
function renewable(renewed: () => Promise<void> = () => Promise.resolve()) {
  let token = 1
  const renewing: Principal = {
    keyId: () => `ST$${token}`,
    key: () => privateKey,
    async renew() {
      await renewed()
      token++
    },
  }
  return renewing
}

const refuseFirstToken: Respond = (response, request) =>
  readSignature(request).keyId === 'ST$1'
    ? sendJson(response, 401, { code: 'NotAuthenticated', message: 'The token is not valid.' })
    : sendJson(response, 200, {})

const refuseAll: Respond = (response) =>
  sendJson(response, 401, { code: 'NotAuthenticated', message: 'The token is not valid.' })

describe('a call whose signature is refused', () => {
  test.each(['desktops.getDesktop', 'desktops.stopDesktop'] as const)(
    'is signed anew and sent once more after the token is renewed, without retries, too: %s',
    async (operation) => {
      const events: OciCallEvent[] = []
      const { client, server } = await clientOf(refuseFirstToken, {
        principal: renewable(),
        retry: false,
        onCall: (event) => events.push(event),
      })
      expect(await client.call(operation, desktop)).toMatchObject({ status: 200 })
      expect(server.requests.map((request) => readSignature(request).keyId)).toEqual(['ST$1', 'ST$2'])
      expect(new Set(server.requests.map(({ headers }) => headers['opc-retry-token'])).size).toBe(1)
      expect(events).toMatchObject([{ status: 401, retryInMs: 0 }, { status: 200 }])
    },
  )

  test('is not sent more than once more', async () => {
    const { client, server } = await clientOf(refuseAll, { principal: renewable() })
    const error = await failureOf(client.call('desktops.getDesktop', desktop))
    expect(error).toMatchObject({ kind: 'service', status: 401, code: 'NotAuthenticated', fromOci: true })
    expect(server.requests).toHaveLength(2)
  })

  test("is not sent again after the 401 of a proxy, which is not OCI's", async () => {
    const { client, server } = await clientOf((response) => response.writeHead(401).end(), { principal: renewable() })
    const error = await failureOf(client.call('desktops.stopDesktop', desktop))
    expect(error).toMatchObject({ status: 401, fromOci: false, sent: true })
    expect(server.requests).toHaveLength(1)
  })

  test('is not sent again when it is not safe to repeat', async () => {
    const { client, server } = await clientOf(refuseFirstToken, { principal: renewable() })
    expect(await failureOf(client.call('desktops.deleteDesktop', desktop))).toMatchObject({ status: 401 })
    expect(server.requests).toHaveLength(1)
  })

  test.each<[string, Principal]>([
    ['there is nothing to renew', principal],
    ['the renewal fails', renewable(() => Promise.reject(new Error('No token')))],
    [
      'the renewal throws',
      {
        ...principal,
        renew: () => {
          throw new Error('No token')
        },
      },
    ],
  ])("fails with OCI's refusal when %s", async (_, signer) => {
    const { client, server } = await clientOf(refuseAll, { principal: signer })
    const error = await failureOf(client.call('desktops.getDesktop', desktop))
    expect(error).toMatchObject({ status: 401, code: 'NotAuthenticated', fromOci: true, sent: true })
    expect(server.requests).toHaveLength(1)
  })

  test('ends at its deadline when the renewal hangs', async () => {
    const { client } = await clientOf(refuseAll, { principal: renewable(() => new Promise(() => undefined)) })
    const startedAt = performance.now()
    await failureOf(client.call('desktops.getDesktop', desktop, { callMs: 200 }))
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })
})

test('an API key has nothing to renew', () => {
  expect(principal).not.toHaveProperty('renew')
})

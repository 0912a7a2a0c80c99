import { operations } from '@gatehouse/oci-api'
import { describe, expect, test } from 'vitest'
import type { RetryOptions } from './retry.ts'
import type { TestOptions } from './testing/client.ts'
import { clientOf, failureOf, quickRetry } from './testing/client.ts'
import { publicKey } from './testing/keys.ts'
import { sampleAnswer } from './testing/sample.ts'
import type { Respond } from './testing/server.ts'
import { sendJson } from './testing/server.ts'
import { isSignedBy } from './testing/signature.ts'

const getDesktop = { desktopId: 'ocid1.desktop' }

describe('a call is sent again', () => {
  const twiceBusy: Respond = (response, _, count) =>
    count < 3
      ? sendJson(response, 503, { code: 'ServiceUnavailable', message: 'Busy.' })
      : sendJson(response, 200, sampleAnswer(operations['desktops.createDesktopPool']))

  test('with the same body, request id and token, but signed anew', async () => {
    const { client, server } = await clientOf(twiceBusy)
    await client.call('desktops.createDesktopPool', { body: { displayName: 'a' } as never }) // the server looks at no body
    expect(server.requests).toHaveLength(3)
    const [first, , last] = server.requests.map(({ headers, body }) => ({
      body: body.toString(),
      requestId: headers['opc-request-id'],
      token: headers['opc-retry-token'],
    }))
    expect(last).toEqual(first)
    expect(server.requests.every((request) => isSignedBy(publicKey, request))).toBe(true)
  })

  test('but not what is not safe to repeat', async () => {
    const { client, server } = await clientOf(twiceBusy)
    expect(await failureOf(client.call('desktops.deleteDesktop', getDesktop))).toMatchObject({ status: 503 })
    expect(server.requests).toHaveLength(1)
  })

  test.each<[string, TestOptions, RetryOptions | false | undefined, number]>([
    ['not when the client says so', { retry: false }, undefined, 1],
    ['not when the call says so', {}, false, 1],
    ['when the call says so against its client', { retry: false }, quickRetry, 3],
    ['as often as the call says', {}, { attempts: 2 }, 2],
  ])('%s', async (_, options, retry, times) => {
    const { client, server } = await clientOf(twiceBusy, options)
    await client.call('desktops.getDesktop', getDesktop, { retry }).catch(() => undefined)
    expect(server.requests).toHaveLength(times)
  })

  test('when the connection breaks once', async () => {
    const { client } = await clientOf((response, _, count) =>
      count === 1 ? response.destroy() : sendJson(response, 200, {}),
    )
    expect(await client.call('desktops.getDesktop', getDesktop)).toMatchObject({ status: 200 })
  })

  test('after as long as OCI asks', async () => {
    const { client } = await clientOf((response, _, count) =>
      count === 1 ? sendJson(response, 429, {}, { 'retry-after': '1' }) : sendJson(response, 200, {}),
    )
    const startedAt = performance.now()
    await client.call('desktops.getDesktop', getDesktop)
    expect(performance.now() - startedAt).toBeGreaterThan(990)
  })

  test('but never past the deadline, and then at once with the refusal of OCI', async () => {
    const { client } = await clientOf((response) => sendJson(response, 429, {}, { 'retry-after': '30' }))
    const startedAt = performance.now()
    const error = await failureOf(client.call('desktops.getDesktop', getDesktop, { callMs: 5_000 }))
    expect(error).toMatchObject({ kind: 'service', status: 429, retryAfterSeconds: 30 })
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })
})

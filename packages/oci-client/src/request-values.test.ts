import type { Sandbox } from '@gatehouse/sandbox'
import { startSandbox } from '@gatehouse/sandbox'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OciClient } from './client.ts'
import { createOciClient } from './client.ts'
import { apiKeyPrincipal } from './principal.ts'
import { clientOf, failureOf } from './testing/client.ts'
import { publicKey } from './testing/keys.ts'
import { sendJson } from './testing/server.ts'
import { isSignedBy } from './testing/signature.ts'

/**
 * Whatever a value is, the sandbox, which shares no code with the client, has the same one in the end; or the client refuses
 * it. What lies between would be another request, validly signed.
 */
let sandbox: Sandbox
let client: OciClient

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, life: false })
  const { id: userId, privateKeyPem } = sandbox.users.find(({ name }) => name === 'administrator')! // one of its roles
  client = createOciClient({
    principal: apiKeyPrincipal({ tenancyId: sandbox.tenancyId, userId, privateKey: privateKeyPem() }),
    endpoint: sandbox.url,
    retry: false,
    circuitBreaker: false,
  })
})

afterAll(async () => {
  await client.close()
  await sandbox.close()
})

const meaningful = fc.constantFrom(
  ...Array.from('&=?#%+/\\.;: "\r\n\t\u0000\u007fé日🙂'),
  '..',
  '%2e',
  '&compartmentId=',
)
const anyText = fc
  .array(fc.oneof(meaningful, fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(''))
const halfOfACharacter = fc.tuple(anyText, fc.integer({ min: 0xd800, max: 0xdfff })).map(([text, code]) => {
  return `${text}a${String.fromCharCode(code)}`
})

describe('whatever text', () => {
  test('is asked for in a query finds what has that name, in its compartment and in no other', async () => {
    const [compartmentId = '', other = ''] = sandbox.compartments.map(({ id }) => id)
    const operation = 'operator-access-control.listOperatorControls'
    const terms = { approverGroupsList: ['group'], isFullyPreApproved: false }
    const { body: control } = await client.call('operator-access-control.createOperatorControl', {
      body: { ...terms, compartmentId, operatorControlName: 'first', resourceType: 'EXADATAINFRASTRUCTURE' },
    })
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const displayName = `${text}&compartmentId=${other}`
        await client.call('operator-access-control.updateOperatorControl', {
          operatorControlId: control.id,
          body: { ...terms, operatorControlName: displayName },
        })
        const found = await Array.fromAsync(client.items(operation, { compartmentId, displayName }))
        expect(found.map(({ id, operatorControlName }) => [id, operatorControlName])).toEqual([
          [control.id, displayName],
        ])
        expect(await Array.fromAsync(client.items(operation, { compartmentId: other, displayName }))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('is named in a path is what is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (desktopId) => {
        fc.pre(desktopId !== '.' && desktopId !== '..') // they are refused
        const operation = 'desktops.getDesktop'
        await sandbox.control.faults.set({ operation, resourceId: desktopId, times: 1, status: 503, code: 'Found' })
        expect((await failureOf(client.call(operation, { desktopId }))).code).toBe('Found')
        // the fault comes before the signature is looked at; then it is a name that is no OCID
        expect((await failureOf(client.call(operation, { desktopId }))).code).toBe('InvalidParameter')
      }),
      { numRuns: 60 },
    )
  })

  test('that is plain arrives in a header as it is', async () => {
    const { client, server } = await clientOf((response) => sendJson(response, 202, undefined))
    const plain = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => text === text.trim())
    await fc.assert(
      fc.asyncProperty(plain, async (text) => {
        const input = { desktopId: 'a', ifMatch: text, opcRequestId: text, opcRetryToken: text }
        await client.call('desktops.startDesktop', input)
        const request = server.requests.at(-1)! // the one that was just sent
        expect(request.headers).toMatchObject({ 'if-match': text, 'opc-request-id': text, 'opc-retry-token': text })
        expect(isSignedBy(publicKey, request)).toBe(true)
      }),
    )
  })

  test('that is not plain is refused as a header', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...Array.from('\r\n\t\u0000\u007fé日🙂')), async (text, odd) => {
        for (const ifMatch of [`${odd}${text}`, `${text}${odd}`, `${text}${odd}${text}`, ` ${text}`, `${text} `]) {
          const call = client.call('desktops.startDesktop', { desktopId: 'a', ifMatch })
          expect(await failureOf(call)).toMatchObject({ kind: 'bad-input' })
        }
      }),
    )
  })

  test('that holds half of a character is refused, wherever it stands', async () => {
    const refused = { kind: 'bad-input' }
    await fc.assert(
      fc.asyncProperty(halfOfACharacter, async (text) => {
        const input = { compartmentId: 'a', displayName: text }
        expect(await failureOf(client.call('desktops.listDesktops', input))).toMatchObject(refused)
        expect(await failureOf(client.call('desktops.getDesktop', { desktopId: text }))).toMatchObject(refused)
        const headers = { desktopId: 'a', ifMatch: text }
        expect(await failureOf(client.call('desktops.startDesktop', headers))).toMatchObject(refused)
      }),
    )
  })
})

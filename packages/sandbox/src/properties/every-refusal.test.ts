import type { ServiceId } from '@gatehouse/oci-api'
import { operationIds, operations } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breakages } from './breakages.ts'
import { plainInput, validInputs } from './inputs.ts'
import { likelyValues } from './likely.ts'
import type { Rig } from './rig.ts'
import { createRig } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())

describe('with one thing wrong a call is refused with 400, naming the field', () => {
  test.each(operationIds)('by %s', async (id) => {
    const operation = operations[id]
    const likely = likelyValues(rig.world, operation.service)
    const wrong: string[] = []
    for (const { kind, names, code, request } of breakages(operation, plainInput(operation, likely), likely)) {
      const { status, body } = await rig.call(request)
      if (status !== 400 || body.code !== code || !body.message.includes(names))
        wrong.push(`${kind} (${names}, ${code}): ${status} ${JSON.stringify(body)}`)
    }
    expect(wrong).toEqual([])
  })
})

const everywhere = ['a malformed OCID in the path', 'an unknown query parameter', 'an escape that is none']
const inLists = [
  'a required query parameter left out',
  'a query parameter given twice',
  'an unknown value in the query',
  'another type in the query',
  'a number below its bound in the query',
  'a negative number in the query',
  'a number above its bound in the query',
  'a page token that was made up in the query',
  'an over-long text in the query',
]
const inBodies = [
  'a body that is no JSON',
  'a body that is not called JSON',
  'a body of another type',
  'an unknown field',
  'a required field left out',
  'another type',
  'an item of another type',
  'an unknown value',
  'an over-long text',
  'too many tags',
  'a malformed OCID',
  'a retry token of the wrong length',
]
const kinds: Record<ServiceId, string[]> = {
  identity: [...everywhere, ...inLists],
  desktops: [...everywhere, ...inLists, ...inBodies, 'a malformed OCID in the query', 'a number below its bound'],
  'operator-access-control': [...everywhere, ...inLists, ...inBodies, 'a malformed time', 'a number above its bound'],
  'delegate-access-control': [...everywhere, ...inLists, ...inBodies, 'a malformed time', 'a number above its bound'],
}

test.each(Object.entries(kinds))('%s is tried with everything that can be wrong there', (service, expected) => {
  const tried = operationIds
    .map((id) => operations[id])
    .filter((operation) => operation.service === service)
    .flatMap((operation) => {
      const likely = likelyValues(rig.world, operation.service)
      return breakages(operation, plainInput(operation, likely), likely).map(({ kind }) => kind)
    })
  expect(expected.filter((kind) => !tried.includes(kind))).toEqual([])
})

test('whatever else a call holds, one thing wrong is enough', async () => {
  const wrongCalls = fc.constantFrom(...operationIds).chain((id) => {
    const operation = operations[id]
    const likely = likelyValues(rig.world, operation.service)
    return validInputs(operation, likely)
      .map((input) => breakages(operation, input, likely))
      .filter((ways) => ways.length > 0)
      .chain((ways) => fc.constantFrom(...ways))
  })
  await fc.assert(
    fc.asyncProperty(wrongCalls, async ({ kind, request }) => {
      const { status, body } = await rig.call(request)
      // a page token is looked at when there is something to turn the pages of
      const mayBeMissing = kind.startsWith('a page token')
      expect(mayBeMissing && status === 404 ? 400 : status).toBe(400)
      expect(body).toEqual({ code: expect.stringMatching(/^[A-Z]\w+$/), message: expect.stringMatching(/\w.{10}/) })
      expect(rig.failures).toEqual([])
    }),
    { numRuns: 600 },
  )
})

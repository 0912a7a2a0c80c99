import { operationIds, operations } from '@gatehouse/oci-api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import { tellOfAssignments, tellOfOperatorAccess, tellOfOperatorControls } from './operator-access-control.story.ts'
import { tellOfDelegatedAccess, tellOfDelegationControls } from './delegate-access-control.story.ts'
import { tellOfDesktops, tellOfPools, tellOfPoolWork } from './desktops.story.ts'
import { tellOfTenancy } from './identity.story.ts'
import type { Oracle } from './oracle.ts'
import { createOracle } from './oracle.ts'

let sandbox: Sandbox
let oracle: Oracle

beforeAll(async () => {
  // the SDK tells of every call that fails there
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  sandbox = await startSandbox({ life: false, paceMs: 1000 })
  oracle = createOracle(sandbox)
})
afterAll(async () => {
  oracle.close()
  await sandbox.close()
  vi.restoreAllMocks()
})

describe("Oracle's own SDK", () => {
  test('reads the tenancy, its regions and its compartments', () => tellOfTenancy(oracle, sandbox))
  test('makes, changes, moves and deletes a desktop pool', () => tellOfPools(oracle, sandbox))
  test('stops, starts and lists the desktops of a pool', () => tellOfDesktops(oracle, sandbox))
  test('follows and cancels the work of desktops', () => tellOfPoolWork(oracle, sandbox))
  test('makes, changes, moves and deletes an operator control', () => tellOfOperatorControls(oracle, sandbox))
  test('assigns an operator control', () => tellOfAssignments(oracle, sandbox))
  test('decides on access by operators', () => tellOfOperatorAccess(oracle, sandbox))
  test('subscribes to a service provider and puts resources under control', () =>
    tellOfDelegationControls(oracle, sandbox))
  test('decides on delegated access, and follows its work', () => tellOfDelegatedAccess(oracle, sandbox))

  test.each([
    ['an unknown thing', 404, 'NotAuthorizedOrNotFound', 'ocid1.desktoppool.oc1.eu-frankfurt-1.aaaa'],
    ['a malformed OCID', 400, 'InvalidParameter', 'pool'],
  ])('understands how the sandbox refuses %s', async (_name, statusCode, serviceCode, desktopPoolId) => {
    await expect(oracle.call('desktops.getDesktopPool', { desktopPoolId })).rejects.toMatchObject({
      statusCode,
      serviceCode,
      opcRequestId: expect.stringMatching(/^[^/]+\/[0-9A-F]{32}\/[0-9A-F]{32}$/),
    })
  })

  // a list of what everybody may see takes nothing that could be wrong
  const refusable = operationIds.filter((id) => {
    const { pathParameters, query } = operations[id]
    return pathParameters.length > 0 || query.some(({ required }) => required) || operations[id].body !== null
  })
  test.each(refusable)('understands how %s is refused', async (id) => {
    const operation = operations[id]
    const unknown = { compartmentId: 'ocid1.compartment.oc1..unknown' }
    const path = Object.fromEntries(operation.pathParameters.map((name) => [name, 'ocid1.thing.oc1..unknown']))
    const input = { ...unknown, ...path, ...(operation.body ? { body: unknown } : {}) } as never // wrong on purpose
    const refusal: unknown = await oracle.call(id, input).catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      statusCode: expect.toSatisfy((status: number) => status === 400 || status === 404),
      serviceCode: expect.stringMatching(/^[A-Z]\w+$/),
      message: expect.stringMatching(/\w.{10}/),
      opcRequestId: expect.stringMatching(/^[^/]+\/[0-9A-F]{32}\/[0-9A-F]{32}$/),
    })
  })

  test('has called every operation', () => {
    expect(operationIds.filter((id) => !oracle.answered.has(id))).toEqual([])
  })
})

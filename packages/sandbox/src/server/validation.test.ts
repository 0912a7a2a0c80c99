import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestCall, TestClient } from '../testing-client.ts'
import { createTestClient } from '../testing-client.ts'

let sandbox: Sandbox
let call: TestClient
let finance: string
let platform: string

beforeAll(async () => {
  sandbox = await startSandbox({ life: false })
  call = createTestClient(sandbox)
  const id = (name: string) => sandbox.compartments.find((compartment) => compartment.name === name)!.id
  finance = id('desktops-finance')
  platform = id('platform')
})
afterAll(() => sandbox.close())

const refused = (status: number, code: string, message: string) => ({
  status,
  body: { code, message: expect.stringContaining(message) },
})

describe('a path', () => {
  test.each([
    ['/', 404],
    ['/20160918', 404],
    ['/20160918/regions/', 404],
    ['/20991231/regions', 404],
    ['/mars-north-1/20160918/regions', 404],
  ])('%s is unknown', async (path, status) => {
    const answer = await call(path)
    expect(answer).toMatchObject(refused(status, 'NotFound', path))
    expect(answer.headers.get('opc-request-id')).toBeTruthy()
  })

  test('answers 405 to a method that it does not have, and says which it has', async () => {
    const answer = await call({ method: 'PATCH', path: `/20220618/desktopPools/${finance}` })
    expect(answer).toMatchObject(refused(405, 'MethodNotAllowed', 'GET'))
    expect(answer.headers.get('allow')?.split(', ').toSorted()).toEqual(['DELETE', 'GET', 'PUT'])
  })

  test.each([
    '',
    'pool',
    'ocid1',
    'ocid1.desktoppool.oc1',
    'ocid1.desktoppool.oc1..%2e%2e%2f',
    `ocid1.a.b..${'x'.repeat(300)}`,
  ])('with %s for an OCID is refused, naming the field', async (id) => {
    expect(await call(`/20220618/desktopPools/${id}`)).toMatchObject(refused(400, 'InvalidParameter', 'desktopPoolId'))
  })

  test('with an escape that is none is refused', async () => {
    expect(await call('/20220618/desktopPools/%zz')).toMatchObject(refused(400, 'InvalidParameter', 'path'))
  })

  test('that names what is not there, or something of another kind, answers 404', async () => {
    for (const id of [finance, sandbox.tenancyId, 'ocid1.desktoppool.oc1.eu-frankfurt-1.aaaa'])
      expect(await call(`/20220618/desktopPools/${id}`)).toMatchObject(refused(404, 'NotAuthorizedOrNotFound', ''))
  })
})

describe('a query', () => {
  const pools = (query: string) => call(`/20220618/desktopPools?${query}`)

  test.each([
    ['', 'MissingParameter', 'compartmentId'],
    ['compartmentId=here', 'InvalidParameter', 'compartmentId'],
    ['compartmentId=F&compartmentId=F', 'InvalidParameter', 'twice'],
    ['compartmentId=F&compartmentID=F', 'InvalidParameter', 'compartmentID'],
    ['compartmentId=F&limit=0', 'InvalidParameter', 'limit'],
    ['compartmentId=F&limit=1001', 'InvalidParameter', 'limit'],
    ['compartmentId=F&limit=ten', 'InvalidParameter', 'limit'],
    ['compartmentId=F&limit=1e2', 'InvalidParameter', 'limit'],
    ['compartmentId=F&sortOrder=UP', 'InvalidParameter', 'ASC, DESC'],
    ['compartmentId=F&sortBy=timeCreated', 'InvalidParameter', 'TIMECREATED'],
    ['compartmentId=F&id=pool', 'InvalidParameter', 'id'],
    ['compartmentId=F&displayName=100%', 'InvalidParameter', '%'],
    [`compartmentId=F&displayName=${'x'.repeat(1025)}`, 'InvalidParameter', '1025'],
  ])('%s is refused', async (query, code, message) => {
    expect(await pools(query.replaceAll('F', finance))).toMatchObject(refused(400, code, message))
  })

  test('with a compartment that is unknown or out of sight answers 404', async () => {
    const unknown = 'ocid1.compartment.oc1..aaaaaaaaunknown'
    expect(await pools(`compartmentId=${unknown}`)).toMatchObject(
      refused(404, 'NotAuthorizedOrNotFound', 'compartment'),
    )
    const asRestricted = { path: `/20220618/desktopPools?compartmentId=${platform}`, user: 'restricted' } as const
    expect(await call(asRestricted)).toMatchObject(refused(404, 'NotAuthorizedOrNotFound', 'compartment'))
    expect(await call({ ...asRestricted, user: 'approver' })).toMatchObject({ status: 200 })
  })

  test('takes dates as RFC 3339 says, and refuses others', async () => {
    const since = (text: string) =>
      call(`/20200630/accessRequests?compartmentId=${finance}&timeStart=${encodeURIComponent(text)}`)
    expect(await since('2026-01-02T05:06:07Z')).toMatchObject({ status: 200 })
    expect(await since('2026-01-02T05:06:07.123+02:00')).toMatchObject({ status: 200 })
    for (const text of ['2026-01-02', '2026-01-02T5:06:07Z', '2026-13-02T05:06:07Z', 'yesterday'])
      expect(await since(text)).toMatchObject(refused(400, 'InvalidParameter', 'timeStart'))
  })

  test('may repeat a parameter that is a list', async () => {
    const actions = (query: string) =>
      call(`/20230801/serviceProviderActions?compartmentId=${sandbox.tenancyId}${query}`)
    const repeated = '&serviceProviderServiceType=TROUBLESHOOTING&serviceProviderServiceType=ASSISTED_PATCHING'
    expect(await actions(repeated)).toMatchObject({ status: 200 })
    expect(await actions(`${repeated}&serviceProviderServiceType=COFFEE`)).toMatchObject(
      refused(400, 'InvalidParameter', 'serviceProviderServiceType'),
    )
  })
})

describe('a body', () => {
  const control = () => ({
    operatorControlName: 'control',
    approverGroupsList: [sandbox.world.groups.get('access-approvers')],
    isFullyPreApproved: false,
    resourceType: 'EXADATAINFRASTRUCTURE',
    compartmentId: finance,
  })
  const create = (body: unknown, more: Partial<TestCall> = {}) =>
    call({ method: 'POST', path: '/20200630/operatorControls', body, ...more })

  test('that is right makes the thing', async () => {
    expect(await create(control())).toMatchObject({ status: 200, body: { compartmentId: finance } })
  })

  test.each([
    ['left out', () => undefined, 'MissingParameter', 'operatorControlName'],
    ['that is no JSON', () => '{"a":', 'CannotParseRequest', 'JSON'],
    ['that is a list', () => [control()], 'InvalidParameter', 'object'],
    ['that is null', () => 'null', 'InvalidParameter', 'object'],
    ['without a required field', () => ({ ...control(), resourceType: undefined }), 'MissingParameter', 'resourceType'],
    [
      'with null for a required field',
      () => ({ ...control(), resourceType: null }),
      'MissingParameter',
      'resourceType',
    ],
    ['with a misspelt field', () => ({ ...control(), descriptoin: 'x' }), 'InvalidParameter', 'descriptoin'],
    [
      'with a field of another type',
      () => ({ ...control(), isFullyPreApproved: 'no' }),
      'InvalidParameter',
      'isFullyPreApproved',
    ],
    [
      'with a value that is not among the known',
      () => ({ ...control(), resourceType: 'TOASTER' }),
      'InvalidParameter',
      'EXADATAINFRASTRUCTURE',
    ],
    [
      'with a text that is too long',
      () => ({ ...control(), description: 'x'.repeat(4001) }),
      'InvalidParameter',
      'description',
    ],
    [
      'with a number that is too large',
      () => ({ ...control(), numberOfApprovers: 11 }),
      'InvalidParameter',
      'numberOfApprovers',
    ],
  ])('%s is refused, naming what is wrong', async (_name, body, code, message) => {
    expect(await create(body())).toMatchObject(refused(400, code, message))
  })

  test('with null for an optional field is as if it were left out', async () => {
    expect(await create({ ...control(), operatorControlName: 'nulled', description: null })).toMatchObject({
      status: 200,
    })
  })

  test('that is not called JSON is refused', async () => {
    expect(await create(control(), { faulty: { contentType: 'text/plain' } })).toMatchObject(
      refused(400, 'CannotParseRequest', 'application/json'),
    )
    const named = { ...control(), operatorControlName: 'with a charset' }
    const contentType = 'application/json; charset=utf-8'
    expect(await create(named, { faulty: { contentType } })).toMatchObject({ status: 200 })
  })

  test('larger than 1 MiB answers 413', async () => {
    expect(await create({ ...control(), description: 'x'.repeat(1024 * 1024) })).toMatchObject(
      refused(413, 'PayloadTooLarge', '1 MiB'),
    )
  })

  test('that names a compartment out of sight is refused as something related', async () => {
    const answer = await create({ ...control(), compartmentId: 'ocid1.compartment.oc1..aaaaaaaaunknown' })
    expect(answer).toMatchObject(refused(400, 'RelatedResourceNotAuthorizedOrNotFound', 'compartmentId'))
  })

  test('is taken by no operation that has none, except an empty object', async () => {
    const pool = 'ocid1.desktoppool.oc1.eu-frankfurt-1.aaaa'
    const start = (body: unknown) =>
      call({ method: 'POST', path: `/20220618/desktopPools/${pool}/actions/start`, body })
    expect(await start({ force: true })).toMatchObject(refused(400, 'InvalidParameter', 'takes no body'))
    expect(await start([])).toMatchObject(refused(400, 'InvalidParameter', 'takes no body'))
    expect(await start({})).toMatchObject(refused(404, 'NotAuthorizedOrNotFound', ''))
  })
})

test('headers that are too large are answered in the form of OCI', async () => {
  const response = await fetch(`${sandbox.url}/20160918/regions`, { headers: { 'x-long': 'x'.repeat(20_000) } })
  expect(response.status).toBe(431)
  expect(await response.json()).toMatchObject({ code: 'RequestHeaderFieldsTooLarge' })
})

test("a client's request id comes back with the service's parts behind it", async () => {
  const answer = await call({ path: '/20160918/regions', headers: { 'opc-request-id': 'mine/1' } })
  expect(answer.headers.get('opc-request-id')).toMatch(/^mine\/1\/[0-9A-F]{32}\/[0-9A-F]{32}$/)
  const strange = await call({ path: '/20160918/regions', headers: { 'opc-request-id': 'a b<c>' } })
  expect(strange.headers.get('opc-request-id')).toMatch(/^[0-9A-F]{32}(\/[0-9A-F]{32}){2}$/)
})

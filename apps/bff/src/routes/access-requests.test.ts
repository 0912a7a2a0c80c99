import {
  getAccessRequest,
  listAccessRequests,
  type AccessRequest,
  type AccessRequestSummary,
  type Window,
} from '@gatehouse/contract'
import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { accessServices, raise, urlOf, type AccessService } from '../testing/access-requests.ts'
import { eventually } from '../testing/eventually.ts'
import { quickPace } from '../testing/pace.ts'
import { startStack, type Browser, type Stack } from '../testing/stack.ts'

let stack: Stack
let admin: Browser

beforeAll(async () => {
  stack = await startStack(quickPace)
  admin = await stack.signIn('admin')
})
afterAll(() => stack.close())

beforeEach(() => stack.sandbox.control.reset())
afterEach(() => stack.sandbox.control.faults.clear())

async function read(service: AccessService, wire: { id: string }): Promise<AccessRequest> {
  const reply = await admin.get(urlOf(service, wire))
  expect(reply.statusCode).toBe(200)
  expect(Value.Errors(getAccessRequest.schema.response[200], reply.json())).toEqual([])
  return reply.json()
}

/** OCI has looked at what is pre-approved by then. */
const readWhen = (service: AccessService, wire: { id: string }, phase: AccessRequest['phase']) =>
  eventually(async () => {
    const request = await read(service, wire)
    expect(request).toMatchObject({ phase, state: expect.not.stringMatching('^CREATED$') as string })
    return request
  })

async function list(query = ''): Promise<Window<AccessRequestSummary>> {
  const reply = await admin.get(`/api/access-requests${query}`)
  expect(reply.statusCode).toBe(200)
  expect(Value.Errors(listAccessRequests.schema.response[200], reply.json())).toEqual([])
  return reply.json()
}

test('the access requests of both services, both regions and all compartments are one list', async () => {
  const { rows, total, freshness } = await list()
  expect([rows.length, total]).toEqual([40, 40])
  expect(freshness).toMatchObject({ sources: { connections: 2, regions: 2, compartments: 9 }, unread: [] })
  expect(new Set(rows.map(({ service }) => service))).toEqual(new Set(accessServices))
  expect(rows.filter(({ phase }) => phase === 'unknown')).toEqual([])
  expect(rows.every(({ compartment }) => compartment !== null)).toBe(true)
})

test('a compartment that cannot be read is named, the rest is there, and its rows stay', async () => {
  await list()
  await stack.sandbox.control.faults.set({
    operation: 'operator-access-control.listAccessRequests',
    status: 501,
    code: 'MethodNotImplemented',
    message: 'Not here.',
  })
  await eventually(async () => {
    const { rows, freshness } = await list()
    expect(freshness.unreadTotal).toBe(18)
    expect(freshness.unread[0]).toMatchObject({
      service: 'operator-access-control',
      compartment: { path: expect.any(String) as string },
      reason: 'OCI did not answer as expected.',
      opcRequestId: expect.any(String) as string,
    })
    expect(rows.length).toBeGreaterThanOrEqual(40)
  })
  await stack.sandbox.control.faults.clear()
  await eventually(async () => expect((await list()).freshness.unreadTotal).toBe(0))
})

test('an access request that OCI has forgotten stays, and says since when', async () => {
  const wire = await raise(stack, 'operator-access-control')
  await eventually(async () => expect((await list()).rows.map(({ id }) => id)).toContain(wire.id))
  await readWhen('operator-access-control', wire, 'waiting')
  await stack.sandbox.control.reset()
  await eventually(async () => {
    const { rows } = await list()
    expect(rows.find(({ id }) => id === wire.id)?.forgottenAt).toEqual(expect.any(String))
    expect(rows.filter(({ forgottenAt }) => forgottenAt === null)).toHaveLength(40)
  })
  await eventually(async () =>
    expect(await read('operator-access-control', wire)).toMatchObject({ id: wire.id, forgottenAt: expect.any(String) }),
  )
})

test.for(accessServices)(
  'one of %s is told whole, with what its control and Oracle say of its actions',
  async (service) => {
    const wire = await raise(stack, service)
    const request = await readWhen(service, wire, 'waiting')
    expect(request).toMatchObject({
      id: wire.id,
      connectionId: 'frankfurt',
      severity: 'S3',
      missing: [],
      approvalsGiven: 0,
    })
    expect(request.control).toMatchObject({ name: expect.any(String) as string, problem: null })
    expect(request.requestedActions.length).toBeGreaterThan(0)
    for (const action of request.requestedActions) {
      expect(action.description).toMatch(/Risk/)
      expect(action.layer).not.toBeNull()
      expect(action.sshAllowed).not.toBeNull()
    }
    expect(request.requestedActions.some(({ preApproved }) => preApproved === false)).toBe(true)
    expect(request.history.length).toBeGreaterThan(0)
    expect(request.accessBeganAt).toBeNull()
  },
)

test('an unreadable part of an access request is named, and the rest is shown', async () => {
  // a control that no other test has read
  const { id } = await raise(stack, 'operator-access-control', { region: 'us-ashburn-1' })
  for (const operation of ['listInteractions', 'getOperatorControl'] as const)
    await stack.sandbox.control.faults.set({ operation: `operator-access-control.${operation}`, status: 500 })
  const request: AccessRequest = (await admin.get(`/api/access-requests/ashburn/operator-access-control/${id}`)).json()
  expect(request.missing.toSorted()).toEqual([
    'The control could not be read: OCI did not answer as expected.',
    'The conversation could not be read: OCI did not answer as expected.',
  ])
  expect(request.control?.problem).toBe('OCI did not answer as expected.')
  expect(request.requestedActions[0]?.preApproved).toBeNull()
  expect(request.history.length).toBeGreaterThan(0)
})

test('one that does not exist is not found, nor is one on a connection that there is not', async () => {
  const id = 'ocid1.opctlaccessrequest.oc1.eu-frankfurt-1.aaaabbbb'
  expect((await admin.get(`/api/access-requests/frankfurt/operator-access-control/${id}`)).statusCode).toBe(404)
  const reply = await admin.get(`/api/access-requests/nowhere/operator-access-control/${id}`)
  expect(reply.statusCode).toBe(404)
  expect(reply.json()).toMatchObject({ code: 'not_found', detail: 'There is no connection named "nowhere".' })
})

import {
  getAccessRequest,
  listAccessRequests,
  type AccessRequest,
  type AccessRequestSummary,
  type Listing,
} from '@gatehouse/contract'
import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { accessServices, raise, urlOf, type AccessService } from '../testing/access-requests.ts'
import { eventually } from '../testing/eventually.ts'
import { startStack, type Browser, type Stack } from '../testing/stack.ts'

let stack: Stack
let admin: Browser

beforeAll(async () => {
  stack = await startStack({ pace: { fastMs: 30, slowMs: 100, lingerMs: 60 } })
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

async function list(): Promise<Listing<AccessRequestSummary>> {
  const reply = await admin.get('/api/access-requests')
  expect(reply.statusCode).toBe(200)
  expect(Value.Errors(listAccessRequests.schema.response[200], reply.json())).toEqual([])
  return reply.json()
}

test('the access requests of both services, both regions and all compartments are one list', async () => {
  const { items, sources, unread } = await list()
  expect(items).toHaveLength(40)
  expect(unread).toEqual([])
  expect(sources).toEqual({ connections: 2, regions: 2, compartments: 18 })
  expect(new Set(items.map(({ service }) => service))).toEqual(new Set(accessServices))
  expect(items.filter(({ phase }) => phase === 'unknown')).toEqual([])
  expect(items.every(({ compartment }) => compartment !== null)).toBe(true)
})

test('a compartment that cannot be read is named, and the rest is there', async () => {
  await stack.sandbox.control.faults.set({
    operation: 'operator-access-control.listAccessRequests',
    times: 1,
    // the client retries a read after every other 5xx
    status: 501,
    code: 'MethodNotImplemented',
    message: 'Not here.',
  })
  const listing = await list()
  expect(listing.unread).toHaveLength(1)
  expect(listing.unread[0]).toMatchObject({
    service: 'operator-access-control',
    compartment: { path: expect.any(String) as string },
    reason: 'OCI did not answer as expected.',
    opcRequestId: expect.any(String) as string,
  })
  expect(listing.items.length).toBeGreaterThan(20)
})

test('a whole service that is down is named for every compartment, and the other service is there', async () => {
  await stack.sandbox.control.faults.set({
    operation: 'delegate-access-control.listDelegatedResourceAccessRequests',
    status: 500,
  })
  const { items, unread } = await list()
  expect(unread).toHaveLength(18)
  expect(new Set(unread.map(({ service }) => service))).toEqual(new Set(['delegate-access-control']))
  expect(new Set(items.map(({ service }) => service))).toEqual(new Set(['operator-access-control']))
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

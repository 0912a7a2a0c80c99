import { randomUUID } from 'node:crypto'
import {
  getAccessRequest,
  listAccessRequests,
  type AccessRequest,
  type AccessRequestSummary,
  type Action,
  type Listing,
} from '@gatehouse/contract'
import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createBrowser, startStack, type Browser, type Stack } from '../testing/stack.ts'
import { createUser } from '../users/users.ts'

type Service = AccessRequestSummary['service']

let stack: Stack
let approver: Browser
let admin: Browser

beforeAll(async () => {
  stack = await startStack({ pace: { fastMs: 30, slowMs: 100, lingerMs: 60 } })
  approver = await stack.signIn('approver')
  admin = await stack.signIn('admin')
})
afterAll(() => stack.close())

beforeEach(() => stack.sandbox.control.reset())
afterEach(() => stack.sandbox.control.faults.clear())

const services: Service[] = ['operator-access-control', 'delegate-access-control']

const raise = (service: Service, more: object = {}) =>
  stack.sandbox.control.raiseAccessRequest({ service, severity: 'S3', ...more })

const urlOf = (service: Service, { id }: { id: string }) => `/api/access-requests/frankfurt/${service}/${id}`

async function read(service: Service, wire: { id: string }): Promise<AccessRequest> {
  const reply = await admin.get(urlOf(service, wire))
  expect(reply.statusCode).toBe(200)
  expect(Value.Errors(getAccessRequest.schema.response[200], reply.json())).toEqual([])
  return reply.json()
}

async function readWhen(service: Service, wire: { id: string }, phase: AccessRequest['phase']): Promise<AccessRequest> {
  return vi.waitFor(
    async () => {
      const request = await read(service, wire)
      expect(request.phase).toBe(phase)
      return request
    },
    { timeout: 5_000, interval: 40 },
  )
}

const decide = (browser: Browser, act: string, request: AccessRequest, body: object = {}) =>
  browser.post(`${urlOf(request.service, request)}/${act}`, {
    attemptId: randomUUID(),
    seen: request.version,
    comment: 'Agreed',
    ...body,
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
  expect(new Set(items.map(({ service }) => service))).toEqual(new Set(services))
  expect(items.filter(({ phase }) => phase === 'unknown')).toEqual([])
  expect(items.every(({ compartment }) => compartment !== null)).toBe(true)
})

test('a compartment that cannot be read is named, and the rest is there', async () => {
  await stack.sandbox.control.faults.set({
    operation: 'operator-access-control.listAccessRequests',
    times: 1,
    status: 500,
    code: 'InternalServerError',
    message: 'Try again later.',
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

test.for(services)('one of %s is told whole, with what its control and Oracle say of its actions', async (service) => {
  const wire = await raise(service)
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
})

test('what belongs to an access request and cannot be read is said, and the rest is there', async () => {
  const wire = await raise('operator-access-control')
  for (const operation of ['listInteractions', 'getOperatorControl'] as const)
    await stack.sandbox.control.faults.set({ operation: `operator-access-control.${operation}`, status: 500 })
  const request = await readWhen('operator-access-control', wire, 'waiting')
  expect(request.missing).toEqual([
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

test.for(services)('approving one of %s opens access, and names who approved', async (service) => {
  const request = await readWhen(service, await raise(service), 'waiting')
  const reply = await decide(approver, 'approve', request, { comment: 'Go ahead', additionalMessage: 'Call first' })
  expect(reply.statusCode).toBe(202)
  expect(reply.json<Action>()).toMatchObject({ act: 'approveAccessRequest', status: 'confirmed', comment: 'Go ahead' })

  const open = await vi.waitFor(
    async () => {
      const now = await read(service, request)
      expect(now.accessBeganAt).not.toBeNull()
      return now
    },
    { timeout: 5_000 },
  )
  expect(open.approvals).toMatchObject([
    {
      kind: 'initial',
      approverId: stack.sandbox.users.find(({ name }) => name === 'approver')?.id,
      approverName: 'approver',
      comment: 'Go ahead',
      message: 'Call first',
    },
  ])
  expect(Date.parse(open.accessEndsAt ?? '')).toBeGreaterThan(Date.now())
  expect(open.history.some(({ userName }) => userName === 'approver')).toBe(true)
})

test.for(services)('rejecting one of %s ends it', async (service) => {
  const request = await readWhen(service, await raise(service), 'waiting')
  expect((await decide(approver, 'reject', request)).statusCode).toBe(202)
  expect(await readWhen(service, request, 'ended')).toMatchObject({ state: 'REJECTED' })
})

test.for(services)('a revocation of %s is confirmed, then in effect when the service says so', async (service) => {
  const waiting = await readWhen(service, await raise(service), 'waiting')
  await decide(approver, 'approve', waiting)
  await vi.waitFor(async () => expect((await read(service, waiting)).state).toBe('DEPLOYED'), { timeout: 5_000 })
  expect((await decide(approver, 'revoke', await read(service, waiting))).statusCode).toBe(202)
  expect(await readWhen(service, waiting, 'ended')).toMatchObject({ state: 'REVOKED' })
})

test('a revocation that fails leaves the alarm that access may be open', async () => {
  const service = 'operator-access-control'
  const waiting = await readWhen(service, await raise(service, { revokeFails: true }), 'waiting')
  await decide(approver, 'approve', waiting)
  await vi.waitFor(async () => expect((await read(service, waiting)).state).toBe('DEPLOYED'), { timeout: 5_000 })
  await decide(approver, 'revoke', await read(service, waiting))
  expect(await readWhen(service, waiting, 'may-be-open')).toMatchObject({ state: 'REVOKEFAILED' })
})

test('an approval can name a later start', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(service), 'waiting')
  const startsAt = new Date(Date.now() + 3_600_000).toISOString()
  expect((await decide(approver, 'approve', request, { startsAt })).statusCode).toBe(202)
  expect(await readWhen(service, request, 'scheduled')).toMatchObject({ startsAt })
})

test('a start in the past is refused before anything is asked of OCI', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(service), 'waiting')
  const reply = await decide(approver, 'approve', request, { startsAt: '2020-01-01T00:00:00Z' })
  expect(reply.statusCode).toBe(400)
  expect(reply.json()).toMatchObject({ code: 'invalid_input', errors: [{ field: 'startsAt' }] })
})

test('rejecting and revoking need a comment, and so does approving what is severe', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(service, { severity: 'S1' }), 'waiting')
  for (const [act, comment] of [
    ['reject', undefined],
    ['revoke', '   '],
    ['approve', undefined],
  ] as const) {
    const reply = await decide(approver, act, request, { comment })
    expect(reply.statusCode, act).toBe(400)
    expect(reply.json().errors, act).toMatchObject([{ field: 'comment' }])
  }
  expect((await read(service, request)).phase).toBe('waiting')
})

test('the same attempt sent twice is one decision', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(service), 'waiting')
  const attemptId = randomUUID()
  const first = await decide(approver, 'approve', request, { attemptId })
  const second = await decide(approver, 'approve', request, { attemptId })
  expect([first.statusCode, second.statusCode]).toEqual([202, 202])
  expect(second.json()).toEqual(first.json())
  const { calls } = stack.sandbox.control
  expect((await calls.counts())['operator-access-control.approveAccessRequest']).toBe(1)
})

test('a decision on what has changed since it was seen is stale, and changes nothing', async () => {
  const service = 'delegate-access-control'
  const request = await readWhen(service, await raise(service), 'waiting')
  const reply = await decide(approver, 'approve', { ...request, version: 'what I saw' })
  expect(reply.statusCode).toBe(412)
  expect(reply.json()).toMatchObject({
    code: 'stale',
    detail: expect.stringContaining('has changed since you looked') as string,
  })
  expect((await read(service, request)).phase).toBe('waiting')
})

test.for(services)(
  'what somebody else decided in %s cannot be decided again, and the sentence says so',
  async (service) => {
    const request = await readWhen(service, await raise(service), 'waiting')
    await stack.sandbox.control.decide(request.id, { decision: 'reject', user: 'administrator' })
    const stale = await decide(approver, 'approve', request)
    expect(stale.json()).toMatchObject({ code: 'stale', detail: expect.stringContaining('it is REJECTED') as string })
    const conflict = await decide(approver, 'approve', await read(service, request))
    expect(conflict.statusCode).toBe(409)
    expect(conflict.json()).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('which is final') as string,
    })
  },
)

test.for(services)(
  'when somebody is faster by the blink of an eye in %s, OCI refuses and we say why',
  async (service) => {
    const request = await readWhen(service, await raise(service), 'waiting')
    const operation =
      service === 'operator-access-control'
        ? 'operator-access-control.approveAccessRequest'
        : 'delegate-access-control.approveDelegatedResourceAccessRequest'
    await stack.sandbox.control.faults.set({ operation, times: 1, delayMs: 400 })
    const [mine, theirs] = await Promise.all([
      decide(approver, 'approve', request),
      new Promise((turn) => setTimeout(turn, 150)).then(() => decide(admin, 'reject', request)),
    ])
    expect(theirs.statusCode).toBe(202)
    expect(mine.statusCode).toBe(409)
    expect(mine.json()).toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(/Somebody else decided .* it is REJECTED/) as string,
      opcRequestId: expect.any(String) as string,
    })
  },
)

test.for(services)(
  'of two approvals that %s asks for, two people with keys of their own give one each',
  async (service) => {
    const first = await readWhen(service, await raise(service, { approvers: 2 }), 'waiting')
    expect(first.approvalsRequired).toBe(2)
    expect((await decide(approver, 'approve', first)).statusCode).toBe(202)

    const second = await vi.waitFor(async () => {
      const now = await read(service, first)
      expect(now.approvalsGiven).toBe(1)
      return now
    })
    expect(second.phase).toBe('waiting')
    const again = await decide(approver, 'approve', second)
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({
      code: 'same_approver',
      detail: expect.stringContaining('Somebody else') as string,
    })

    const done = await decide(admin, 'approve', await read(service, first))
    expect(done.statusCode).toBe(202)
    await vi.waitFor(async () => expect((await read(service, first)).phase).not.toBe('waiting'), { timeout: 5_000 })
  },
)

test('the shared key is refused as the second approver, which is written down', async () => {
  const service = 'operator-access-control'
  const first = await readWhen(service, await raise(service, { approvers: 2 }), 'waiting')
  await decide(approver, 'approve', first)
  const colleague = await signInWithoutKey()
  const second = await read(service, first)
  const attemptId = randomUUID()
  const reply = await decide(colleague, 'approve', second, { attemptId })
  expect(reply.statusCode).toBe(409)
  expect(reply.json()).toMatchObject({
    code: 'same_approver',
    detail: expect.stringMatching(
      /Frankfurt are signed with the key that is shared.*cannot stand for a second person/,
    ) as string,
  })
  const { items } = (await admin.get(`/api/activity?subjectId=${first.id}`)).json()
  expect(items[0]).toMatchObject({ id: attemptId, status: 'refused' })
  expect((await read(service, first)).approvalsGiven).toBe(1)
})

test('an OCI user who is no approver is told that, not that there is no such access request', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(service), 'waiting')
  const reply = await decide(await signInWithoutKey(), 'approve', request)
  expect(reply.statusCode).toBe(403)
  expect(reply.json()).toMatchObject({
    code: 'forbidden',
    detail: expect.stringContaining('makes it an approver') as string,
  })
})

test('who may only look cannot decide', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(service), 'waiting')
  expect((await decide(await stack.signIn('viewer'), 'approve', request)).statusCode).toBe(403)
})

/** An approver for whom no OCI user was set up. */
async function signInWithoutKey(): Promise<Browser> {
  const name = `colleague-${randomUUID()}`
  const password = randomUUID()
  await createUser(stack.services.store, { name, role: 'approver', password })
  const browser = createBrowser(stack.app)
  expect((await browser.post('/api/session', { name, password })).statusCode).toBe(200)
  return browser
}

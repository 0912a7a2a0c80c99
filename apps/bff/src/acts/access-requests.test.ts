import { randomUUID } from 'node:crypto'
import { getAccessRequest, type AccessRequest, type Action } from '@gatehouse/contract'
import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  accessServices,
  decide,
  raise,
  signInWithoutKey,
  urlOf,
  type AccessService,
} from '../testing/access-requests.ts'
import { eventually } from '../testing/eventually.ts'
import { startStack, type Browser, type Stack } from '../testing/stack.ts'

let stack: Stack
let approver: Browser
let admin: Browser

beforeAll(async () => {
  stack = await startStack({ pace: { fastMs: 30, slowMs: 100, lingerMs: 60 }, acts: { followPace: 0.1 } })
  approver = await stack.signIn('approver')
  admin = await stack.signIn('admin')
})
afterAll(() => stack.close())

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

const settledAction = (attemptId: string) =>
  eventually(async () => {
    const action = (await admin.get(`/api/activity/${attemptId}`)).json<Action>()
    expect(['done', 'failed']).toContain(action.status)
    return action
  })

test.for(accessServices)('approving one of %s opens access, and names who approved', async (service) => {
  const request = await readWhen(service, await raise(stack, service), 'waiting')
  const reply = await decide(approver, 'approve', request, { comment: 'Go ahead', additionalMessage: 'Call first' })
  expect(reply.statusCode).toBe(202)
  expect(reply.json<Action>()).toMatchObject({ act: 'approveAccessRequest', status: 'accepted', comment: 'Go ahead' })

  const open = await eventually(async () => {
    const now = await read(service, request)
    expect(now.accessBeganAt).not.toBeNull()
    return now
  })
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

test.for(accessServices)('rejecting one of %s ends it', async (service) => {
  const request = await readWhen(service, await raise(stack, service), 'waiting')
  expect((await decide(approver, 'reject', request)).statusCode).toBe(202)
  expect(await readWhen(service, request, 'ended')).toMatchObject({ state: 'REJECTED' })
})

test.for(accessServices)('a revocation of %s is accepted, then done when the service says so', async (service) => {
  const waiting = await readWhen(service, await raise(stack, service), 'waiting')
  await decide(approver, 'approve', waiting)
  await eventually(async () => expect((await read(service, waiting)).state).toBe('DEPLOYED'))
  const attemptId = randomUUID()
  const revoking = await decide(approver, 'revoke', await read(service, waiting), { attemptId })
  expect(revoking.json()).toMatchObject({ status: 'accepted' })
  expect(await readWhen(service, waiting, 'ended')).toMatchObject({ state: 'REVOKED' })
  expect(await settledAction(attemptId)).toMatchObject({ status: 'done', completedAt: expect.any(String) as string })
})

test('a revocation that fails leaves the alarm that access may be open', async () => {
  const service = 'operator-access-control'
  const waiting = await readWhen(service, await raise(stack, service, { revokeFails: true }), 'waiting')
  await decide(approver, 'approve', waiting)
  await eventually(async () => expect((await read(service, waiting)).state).toBe('DEPLOYED'))
  const attemptId = randomUUID()
  await decide(approver, 'revoke', await read(service, waiting), { attemptId })
  expect(await readWhen(service, waiting, 'may-be-open')).toMatchObject({ state: 'REVOKEFAILED' })
  expect(await settledAction(attemptId)).toMatchObject({
    status: 'failed',
    problem: expect.stringContaining('Access may still exist') as string,
  })
})

test('an approval can name a later start', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(stack, service), 'waiting')
  const startsAt = new Date(Date.now() + 3_600_000).toISOString()
  expect((await decide(approver, 'approve', request, { startsAt })).statusCode).toBe(202)
  expect(await readWhen(service, request, 'scheduled')).toMatchObject({ startsAt })
})

test('a start in the past is refused before OCI is called', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(stack, service), 'waiting')
  const reply = await decide(approver, 'approve', request, { startsAt: '2020-01-01T00:00:00Z' })
  expect(reply.statusCode).toBe(400)
  expect(reply.json()).toMatchObject({ code: 'invalid_input', errors: [{ field: 'startsAt' }] })
})

test('rejecting and revoking need a comment, and so does approving what is severe', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(stack, service, { severity: 'S1' }), 'waiting')
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
  const request = await readWhen(service, await raise(stack, service), 'waiting')
  const attemptId = randomUUID()
  const { calls } = stack.sandbox.control
  await calls.clear()
  const first = await decide(approver, 'approve', request, { attemptId })
  const second = await decide(approver, 'approve', request, { attemptId })
  expect([first.statusCode, second.statusCode]).toEqual([202, 202])
  expect(second.json()).toMatchObject({ id: attemptId, sequence: first.json<Action>().sequence })
  expect((await calls.counts())['operator-access-control.approveAccessRequest']).toBe(1)
})

test('a decision on what has changed since it was seen is stale, and changes nothing', async () => {
  const service = 'delegate-access-control'
  const request = await readWhen(service, await raise(stack, service), 'waiting')
  const reply = await decide(approver, 'approve', { ...request, version: 'what I saw' })
  expect(reply.statusCode).toBe(412)
  expect(reply.json()).toMatchObject({
    code: 'stale',
    detail: expect.stringContaining('has changed since you read it') as string,
  })
  expect((await read(service, request)).phase).toBe('waiting')
})

test.for(accessServices)(
  'what somebody else decided in %s cannot be decided again, and the sentence says so',
  async (service) => {
    const request = await readWhen(service, await raise(stack, service), 'waiting')
    await stack.sandbox.control.decide(request.id, { decision: 'reject', user: 'administrator' })
    const stale = await decide(approver, 'approve', request)
    expect(stale.json()).toMatchObject({
      code: 'stale',
      detail: expect.stringContaining('Its state is REJECTED') as string,
    })
    const conflict = await decide(approver, 'approve', await read(service, request))
    expect(conflict.statusCode).toBe(409)
    expect(conflict.json()).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('which is final') as string,
    })
  },
)

test.for(accessServices)(
  'when somebody is faster by the blink of an eye in %s, OCI refuses and we say why',
  async (service) => {
    const request = await readWhen(service, await raise(stack, service), 'waiting')
    const operation =
      service === 'operator-access-control'
        ? 'operator-access-control.approveAccessRequest'
        : 'delegate-access-control.approveDelegatedResourceAccessRequest'
    await stack.sandbox.control.faults.set({ operation, times: 1, delayMs: 3_000 })
    const deciding = decide(approver, 'approve', request)
    // what is written down is on its way
    await eventually(async () => {
      const { items } = (await admin.get(`/api/activity?subjectId=${request.id}`)).json()
      expect(items).toMatchObject([{ status: 'sent' }])
    })
    await stack.sandbox.control.decide(request.id, { decision: 'reject', user: 'administrator' })
    const mine = await deciding
    expect(mine.statusCode).toBe(409)
    expect(mine.json()).toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(/changed a moment before your decision: it is REJECTED/) as string,
      opcRequestId: expect.any(String) as string,
    })
  },
)

test.for(accessServices)(
  'of two approvals that %s asks for, two people with keys of their own give one each',
  async (service) => {
    const first = await readWhen(service, await raise(stack, service, { approvers: 2 }), 'waiting')
    expect(first.approvalsRequired).toBe(2)
    expect((await decide(approver, 'approve', first)).statusCode).toBe(202)

    const second = await eventually(async () => {
      const now = await read(service, first)
      expect(now.approvalsGiven).toBe(1)
      return now
    })
    expect(second.phase).toBe('waiting')
    const again = await decide(approver, 'approve', second)
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({
      code: 'same_approver',
      detail: expect.stringContaining('must come from another person') as string,
    })

    const done = await decide(admin, 'approve', await read(service, first))
    expect(done.statusCode).toBe(202)
    await eventually(async () => expect((await read(service, first)).phase).not.toBe('waiting'))
  },
)

test('the shared key is refused as the second approver, which is written down', async () => {
  const service = 'operator-access-control'
  const first = await readWhen(service, await raise(stack, service, { approvers: 2 }), 'waiting')
  await decide(approver, 'approve', first)
  const colleague = await signInWithoutKey(stack)
  const second = await read(service, first)
  const attemptId = randomUUID()
  const reply = await decide(colleague, 'approve', second, { attemptId })
  expect(reply.statusCode).toBe(409)
  expect(reply.json()).toMatchObject({
    code: 'same_approver',
    detail: expect.stringMatching(
      /Frankfurt are signed with the connection's shared key.*cannot count as a second person/,
    ) as string,
  })
  const { items } = (await admin.get(`/api/activity?subjectId=${first.id}`)).json()
  expect(items[0]).toMatchObject({ id: attemptId, status: 'failed', wasSent: false })
  expect((await read(service, first)).approvalsGiven).toBe(1)
})

test('an OCI user who is not an approver gets that reason, not a 404', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(stack, service), 'waiting')
  const reply = await decide(await signInWithoutKey(stack), 'approve', request)
  expect(reply.statusCode).toBe(403)
  expect(reply.json()).toMatchObject({
    code: 'forbidden',
    detail: expect.stringContaining('makes it an approver') as string,
  })
})

test('a viewer cannot decide', async () => {
  const service = 'operator-access-control'
  const request = await readWhen(service, await raise(stack, service), 'waiting')
  expect((await decide(await stack.signIn('viewer'), 'approve', request)).statusCode).toBe(403)
})

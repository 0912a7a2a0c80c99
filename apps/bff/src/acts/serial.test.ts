import { randomUUID } from 'node:crypto'
import type { Action } from '@gatehouse/contract'
import { afterAll, afterEach, expect, test } from 'vitest'
import { verifyLedger } from '../ledger/verify.ts'
import { actionOf, callsOf, startActStack, waitingRequest } from '../testing/acts.ts'

const stack = await startActStack({ sandbox: { paceMs: 40 } })
const { control, approver } = stack
afterAll(() => stack.close())
afterEach(() => control.faults.clear())

const service = 'operator-access-control'
const approve = 'operator-access-control.approveAccessRequest'

test('of two approvals by one OCI user at the same moment, one is sent', async () => {
  const request = await waitingRequest(stack, service, { approvers: 2 })
  const seen = await request.read()
  const browsers = [approver, await stack.signIn('approver')]
  await control.faults.set({ operation: approve, delayMs: 300 })
  const replies = await Promise.all(browsers.map((browser) => request.decide('approve', randomUUID(), browser, seen)))
  expect(await callsOf(stack, approve)).toBe(1)
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([202, 412]))
})

test('an approval whose answer was lost counts for the rule that one key is not two approvers', async () => {
  const request = await waitingRequest(stack, service, { approvers: 2 })
  await control.faults.set({ operation: approve, break: 'cut' })
  const attemptId = randomUUID()
  expect((await request.decide('approve', attemptId)).json<Action>()).toMatchObject({ status: 'unknown' })
  const second = await request.decide('approve')
  expect(second.statusCode).toBe(409)
  expect(second.json()).toMatchObject({
    code: 'same_approver',
    detail: expect.stringContaining('is not settled yet') as string,
    attempt: { wasSent: false },
  })
})

test('text that is no text, a lone surrogate in a comment, leaves the ledger whole', async () => {
  const request = await waitingRequest(stack, service)
  const { version: seen } = await request.read()
  const attemptId = randomUUID()
  const reply = await approver.post(`/api/access-requests/frankfurt/${service}/${request.id}/reject`, {
    attemptId,
    seen,
    comment: 'No \ud800 way',
  })
  expect(reply.statusCode).toBe(202)
  expect(await actionOf(stack, attemptId)).toMatchObject({ comment: 'No \ufffd way' })
  expect((await verifyLedger(stack.services.store)).faults).toEqual([])
})

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Action } from '@gatehouse/contract'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { activePool, actionOf, becomes, callsOf, startActStack, waitingRequest } from '../testing/acts.ts'
import { eventually } from '../testing/eventually.ts'

const stack = await startActStack({ sandbox: { paceMs: 40 } })
const { control, approver } = stack
afterAll(() => stack.close())
afterEach(async () => {
  await control.faults.clear()
  await control.calls.clear()
  stack.resetClock()
})

const stop = 'desktops.stopDesktopPool'
const approve = 'operator-access-control.approveAccessRequest'
const revoke = 'operator-access-control.revokeAccessRequest'
const oac = 'operator-access-control'

/** Long enough for many reads of effects, and for what would be sent behind the person's back. */
const aWhile = () => wait(1_000)

describe('after a person saw that it is unknown', () => {
  test('an approval that did not reach OCI is never sent again, and is settled as failed', async () => {
    const request = await waitingRequest(stack, oac)
    await control.faults.set({ operation: approve, break: 'cut' })
    const attemptId = randomUUID()
    const reply = await request.decide('approve', attemptId)
    expect(reply.statusCode).toBe(202)
    expect(reply.json<Action>()).toMatchObject({ status: 'unknown', wasSent: true, mayTryAgain: true })

    await control.faults.clear()
    const calls = await callsOf(stack, approve)
    await aWhile()
    expect(await callsOf(stack, approve)).toBe(calls)
    expect(await request.read()).toMatchObject({ phase: 'waiting', approvalsGiven: 0 })
    expect(await actionOf(stack, attemptId)).toMatchObject({ status: 'unknown', following: { how: 'reading' } })

    stack.passSignatureLife()
    expect(await becomes(stack, attemptId, 'failed')).toMatchObject({
      problem: expect.stringContaining('no trace of it') as string,
    })
    expect(await callsOf(stack, approve)).toBe(calls)
    expect(await request.read()).toMatchObject({ phase: 'waiting', approvalsGiven: 0 })
  })

  test('a stop that OCI carried out is found by reading, with its work request, and not done twice', async () => {
    const pool = activePool(stack)
    const before = pool.stops()
    await control.faults.set({ operation: stop, break: 'cut', afterEffect: true })
    // Each further try reads first, finds the work request, and is not sent.
    const attemptId = randomUUID()
    const reply = await pool.stop(attemptId)
    expect(reply.statusCode).toBe(202)
    expect(await becomes(stack, attemptId, 'done')).toMatchObject({
      workRequestId: expect.stringMatching(/^ocid1\./) as string,
      effect: 'The work request succeeded.',
    })
    expect(pool.stops()).toBe(before + 1)
    expect(await callsOf(stack, stop)).toBe(1)
  })

  test('the person may try it again under the same token, and it is carried out once', async () => {
    const request = await waitingRequest(stack, oac)
    await control.faults.set({ operation: approve, break: 'cut' })
    const attemptId = randomUUID()
    await request.decide('approve', attemptId)
    await control.faults.clear()
    const again = await approver.post(`/api/activity/${attemptId}/try-again`, {})
    expect(again.json<Action>()).toMatchObject({ id: attemptId, status: 'accepted' })
    await becomes(stack, attemptId, 'done')
    expect((await request.read()).approvals).toHaveLength(1)
  })

  test('only the same person can try it again', async () => {
    const pool = activePool(stack)
    await control.faults.set({ operation: stop, break: 'cut' })
    const attemptId = randomUUID()
    await pool.stop(attemptId)
    const reply = await stack.admin.post(`/api/activity/${attemptId}/try-again`, {})
    expect(reply.statusCode).toBe(403)
    expect(reply.json().detail).toContain('Only operator, who made this attempt')
  })

  test('trying again sends nothing when the thing is no longer as it was', async () => {
    const request = await waitingRequest(stack, oac, { approvers: 2 })
    await control.faults.set({ operation: approve, break: 'cut' })
    const attemptId = randomUUID()
    await request.decide('approve', attemptId)
    await control.faults.clear()
    await control.decide(request.id, { decision: 'approve', user: 'administrator' })
    const calls = await callsOf(stack, approve)
    const again = await approver.post(`/api/activity/${attemptId}/try-again`, {})
    expect(again.statusCode).toBe(412)
    expect(again.json()).toMatchObject({ code: 'stale' })
    expect(await callsOf(stack, approve)).toBe(calls)
    expect(await request.read()).toMatchObject({ phase: 'waiting', approvalsGiven: 1 })
  })

  test('the same request once more is only answered, not sent', async () => {
    const pool = activePool(stack)
    await control.faults.set({ operation: stop, break: 'cut' })
    const attemptId = randomUUID()
    await pool.stop(attemptId)
    const calls = await callsOf(stack, stop)
    expect((await pool.stop(attemptId)).json<Action>()).toMatchObject({ id: attemptId, status: 'unknown' })
    expect(await callsOf(stack, stop)).toBe(calls)
  })
})

describe('while the person waits', () => {
  test('a call with a lost answer is retried while the person waits', async () => {
    const request = await waitingRequest(stack, oac)
    await control.faults.set({ operation: approve, break: 'cut', times: 1 })
    const reply = await request.decide('approve')
    expect(reply.json<Action>()).toMatchObject({ status: 'accepted' })
    expect(await callsOf(stack, approve)).toBe(2)
  })

  test('it is not sent again when another person approved in between', async () => {
    const request = await waitingRequest(stack, oac, { approvers: 2 })
    await control.faults.set({ operation: approve, break: 'cut', delayMs: 200, times: 1 })
    const attemptId = randomUUID()
    const deciding = request.decide('approve', attemptId)
    await eventually(async () => expect(await callsOf(stack, approve)).toBe(1))
    await control.decide(request.id, { decision: 'approve', user: 'administrator' })
    expect((await deciding).json<Action>()).toMatchObject({ status: 'unknown' })
    expect(await callsOf(stack, approve)).toBe(1)
    stack.passSignatureLife()
    await becomes(stack, attemptId, 'failed')
    expect(await request.read()).toMatchObject({ phase: 'waiting', approvalsGiven: 1 })
  })

  test('nothing is sent again once the person has closed the connection', async () => {
    await using listening = await startActStack({ listen: true, sandbox: { paceMs: 40 } })
    const pool = activePool(listening)
    await listening.control.faults.set({ operation: stop, break: 'cut', delayMs: 100 })
    const leaving = new AbortController()
    const attemptId = randomUUID()
    const asked = fetch(`${listening.url}/api/desktop-pools/frankfurt/${pool.id}/stop`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        cookie: listening.operator.cookie ?? '',
      },
      body: JSON.stringify({ attemptId }),
      signal: leaving.signal,
    }).catch(() => undefined)
    await eventually(async () => expect(await callsOf(listening, stop)).toBe(1))
    leaving.abort()
    await asked
    await becomes(listening, attemptId, 'unknown')
    await wait(1_500)
    expect(await callsOf(listening, stop)).toBe(1)
  })

  test('it is not sent again when the account has lost the permission', async () => {
    const pool = activePool(stack)
    await control.faults.set({ operation: stop, break: 'cut', delayMs: 200, times: 1 })
    const stopping = pool.stop()
    await eventually(async () => expect(await callsOf(stack, stop)).toBe(1))
    const { db } = stack.services.store
    await db.updateTable('users').set({ role: 'viewer' }).where('name', '=', 'operator').execute()
    expect((await stopping).json<Action>()).toMatchObject({ status: 'unknown' })
    expect(await callsOf(stack, stop)).toBe(1)
    await db.updateTable('users').set({ role: 'operator' }).where('name', '=', 'operator').execute()
  })
})

describe('doubt is not settled by a later refusal', () => {
  test('when the first answer was lost and the next ones are 429', async () => {
    const pool = activePool(stack)
    await control.faults.set({ operation: stop, break: 'cut', times: 1 })
    await control.faults.set({ operation: stop, status: 429, code: 'TooManyRequests' })
    const reply = await pool.stop()
    expect(reply.json<Action>()).toMatchObject({ status: 'unknown' })
  })

  test('when the first answer was lost and the next one says that it is not possible', async () => {
    const request = await waitingRequest(stack, oac)
    await control.faults.set({ operation: approve, status: 500, code: 'InternalServerError', times: 1 })
    await control.faults.set({ operation: approve, status: 404, code: 'NotAuthorizedOrNotFound', times: 1 })
    const attemptId = randomUUID()
    expect((await request.decide('approve', attemptId)).json<Action>()).toMatchObject({ status: 'unknown' })
    stack.passSignatureLife()
    await becomes(stack, attemptId, 'failed')
  })
})

describe('a refusal is final', () => {
  test('when OCI only throttled: nothing happened, and nothing is sent later', async () => {
    const pool = activePool(stack)
    await control.faults.set({ operation: stop, status: 429, code: 'TooManyRequests' })
    const attemptId = randomUUID()
    const reply = await pool.stop(attemptId)
    expect(reply.statusCode).toBe(503)
    expect(reply.json()).toMatchObject({ code: 'upstream_throttled', attempt: { id: attemptId, wasSent: true } })
    await control.faults.clear()
    const calls = await callsOf(stack, stop)
    await aWhile()
    expect(await callsOf(stack, stop)).toBe(calls)
    expect(await actionOf(stack, attemptId)).toMatchObject({ status: 'failed' })
    expect(pool.state()).toBe('ACTIVE')
  })

  test('and is answered again, though OCI would take it by now', async () => {
    const pool = activePool(stack)
    await control.refuseDesktopPool(pool.id, 'Not now')
    const attemptId = randomUUID()
    expect((await pool.stop(attemptId)).json().detail).toBe('Not now')
    await control.allowDesktopPool(pool.id)
    expect((await pool.stop(attemptId)).json()).toMatchObject({ code: 'conflict', detail: 'Not now' })
    expect(await callsOf(stack, stop)).toBe(1)
  })
})

describe('a revoke, which closes access,', () => {
  async function openAccess() {
    const request = await waitingRequest(stack, oac)
    await request.decide('approve')
    await eventually(async () => expect(await request.read()).toMatchObject({ state: 'DEPLOYED' }))
    return request
  }

  test('is sent again until OCI takes it, and says until when', async () => {
    const request = await openAccess()
    await control.faults.set({ operation: revoke, break: 'cut' })
    const attemptId = randomUUID()
    const reply = await request.decide('revoke', attemptId)
    expect(reply.json<Action>()).toMatchObject({
      status: 'unknown',
      following: { how: 'retrying', until: expect.any(String) as string },
    })
    await control.faults.clear()
    await becomes(stack, attemptId, 'done')
    expect(await request.read()).toMatchObject({ state: 'REVOKED' })
  })

  test('is not sent again once a person stopped it', async () => {
    const request = await openAccess()
    await control.faults.set({ operation: revoke, break: 'cut' })
    const attemptId = randomUUID()
    await request.decide('revoke', attemptId)
    const byPerson = await callsOf(stack, revoke)
    await eventually(async () => expect(await callsOf(stack, revoke)).toBeGreaterThan(byPerson))
    // Gatehouse is now in the middle of a resend, which would retry.
    const stopped = await approver.post(`/api/activity/${attemptId}/stop-trying`, {})
    expect(stopped.json<Action>()).toMatchObject({ following: { how: 'reading' } })
    await wait(50)
    const calls = await callsOf(stack, revoke)
    await aWhile()
    expect(await callsOf(stack, revoke)).toBe(calls)
  })
})

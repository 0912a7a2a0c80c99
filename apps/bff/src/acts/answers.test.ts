import { randomUUID } from 'node:crypto'
import type { Action } from '@gatehouse/contract'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { activePool, becomes, callsOf, startActStack } from '../testing/acts.ts'

const stack = await startActStack({ sandbox: { paceMs: 40 } })
const { control, operator } = stack
afterAll(() => stack.close())
afterEach(async () => {
  await control.faults.clear()
  await control.calls.clear()
})

const stop = 'desktops.stopDesktopPool'

describe('an answer counts only if it is from OCI', () => {
  for (const broken of ['portal', 'garbage'] as const)
    test(`so a 200 of something else (${broken}) confirms nothing`, async () => {
      await control.faults.set({ operation: stop, break: broken })
      const replies = await Promise.all(Array.from({ length: 2 }, () => activePool(stack).stop()))
      expect(replies.map((reply) => reply.json<Action>().status)).toEqual(['unknown', 'unknown'])
    })

  test('and a page that takes the place of everything keeps acts from being sent at all', async () => {
    const pool = activePool(stack)
    await control.faults.set({ operation: '*', break: 'portal' })
    const attemptId = randomUUID()
    const reply = await pool.stop(attemptId)
    expect(reply.statusCode).toBe(502)
    expect((await operator.get(`/api/activity/${attemptId}`)).statusCode).toBe(404)
    expect(await callsOf(stack, stop)).toBe(0)
  })
})

test('a stop whose work request fails half-way is failed, and says why', async () => {
  const pool = activePool(stack)
  await control.failNextWork(pool.id, [{ code: 'OutOfCapacity', message: 'Out of host capacity' }])
  const attemptId = randomUUID()
  expect((await pool.stop(attemptId)).json<Action>()).toMatchObject({
    status: 'accepted',
    following: { how: 'reading' },
  })
  expect(await becomes(stack, attemptId, 'failed')).toMatchObject({
    problem: expect.stringMatching(/the work request failed at \d+%: Out of host capacity/) as string,
    workRequestId: expect.any(String) as string,
    following: null,
  })
})

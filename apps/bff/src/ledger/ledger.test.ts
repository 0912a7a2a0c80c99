import type { Action } from '@gatehouse/contract'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { personOf, poolsIn, stopOf } from '../testing/pools.ts'
import { startStack, type Stack } from '../testing/stack.ts'
import { verifyLedger } from './chain.ts'

const stack: Stack = await startStack({ settleAfterMs: [30, 60, 120, 240], sandbox: { paceMs: 100_000 } })
const { ledger, store } = stack.services
const { control } = stack.sandbox
afterAll(() => stack.close())

let pool: { id: string; name: string }
beforeEach(async () => {
  await control.reset()
  const [first] = poolsIn(stack, 'ACTIVE')
  if (!first) throw new Error('The seed has no active pool in Frankfurt')
  pool = first
})

const stops = async () => (await control.calls.counts())['desktops.stopDesktopPool'] ?? 0
const stateNow = () => stack.sandbox.world.regions.get('eu-frankfurt-1')?.desktopPools.get(pool.id).wire.lifecycleState
const worksOnPool = () =>
  [...(stack.sandbox.world.regions.get('eu-frankfurt-1')?.workRequests.values() ?? [])].filter(({ wire }) =>
    wire.resources.some(({ identifier }) => identifier === pool.id),
  ).length
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('It was expected to be refused'),
    (error: unknown) => error as Problem, // looked at by the test
  )

async function settled(attemptId: string): Promise<Action> {
  for (;;) {
    const action = await ledger.find(attemptId)
    if (action?.status === 'confirmed' || action?.status === 'refused') return action
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('an act that OCI takes is confirmed, with who, what and the work it began', async () => {
  const action = await ledger.act(stopOf(stack, pool, { comment: 'maintenance' }))
  expect(action).toMatchObject({
    act: 'stopDesktopPool',
    status: 'confirmed',
    by: { name: 'operator', role: 'operator' },
    connectionId: 'frankfurt',
    subject: { service: 'desktops', ...pool },
    comment: 'maintenance',
    signedAs: stack.services.keyring.get('frankfurt').ociUserId,
    workRequestId: expect.stringMatching(/^ocid1\./),
    opcRequestId: expect.any(String),
    problem: null,
  })
  expect(stateNow()).not.toBe('ACTIVE')
})

test('it is written down before OCI is called', async () => {
  await control.faults.set({ operation: 'desktops.stopDesktopPool', delayMs: 150 })
  const act = stopOf(stack, pool)
  const acting = ledger.act(act)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await ledger.find(act.attemptId)).toMatchObject({ status: 'sent', completedAt: null })
  expect((await acting).status).toBe('confirmed')
})

test('an act that OCI refuses is recorded as refused, with its words', async () => {
  await control.refuseDesktopPool(pool.id, 'An image is being taken of the pool')
  const act = stopOf(stack, pool)
  const problem = await problemOf(ledger.act(act))
  expect(problem).toMatchObject({
    code: 'conflict',
    message: 'An image is being taken of the pool',
    ociCode: 'IncorrectState',
  })
  expect(await ledger.find(act.attemptId)).toMatchObject({
    status: 'refused',
    problem: 'An image is being taken of the pool',
    opcRequestId: problem.opcRequestId,
  })
})

describe('an attempt that is made twice', () => {
  test('is one act, and is answered as the first time', async () => {
    const act = stopOf(stack, pool)
    const first = await ledger.act(act)
    expect(await ledger.act(act)).toEqual(first)
    expect(await stops()).toBe(1)
  })

  test('at the same time is one act too', async () => {
    const act = stopOf(stack, pool)
    const actions = await Promise.all([ledger.act(act), ledger.act(act), ledger.act(act)])
    expect(new Set(actions.map(({ hash }) => hash)).size).toBe(1)
    expect(await stops()).toBe(1)
  })

  test('is refused again if it was refused, though OCI would take it by then', async () => {
    await control.refuseDesktopPool(pool.id, 'Not now')
    const act = stopOf(stack, pool)
    await problemOf(ledger.act(act))
    await control.allowDesktopPool(pool.id)
    expect(await problemOf(ledger.act(act))).toMatchObject({ code: 'conflict', message: 'Not now' })
    expect(await stops()).toBe(1)
  })

  test('for something else is a conflict', async () => {
    const act = stopOf(stack, pool)
    await ledger.act(act)
    const [, other] = poolsIn(stack, 'ACTIVE')
    for (const changed of [
      stopOf(stack, other ?? pool, { attemptId: act.attemptId, person: personOf('admin') }),
      { ...act, person: personOf('admin') },
      { ...act, comment: 'another reason' },
    ])
      expect(await problemOf(ledger.act(changed))).toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('attempt id'),
      })
  })
})

describe('when the answer is lost', () => {
  test('but OCI did it, it is found out, and not done twice', async () => {
    await control.faults.set({ operation: 'desktops.stopDesktopPool', break: 'cut', afterEffect: true, times: 3 })
    const before = worksOnPool()
    const act = stopOf(stack, pool)
    const problem = await problemOf(ledger.act(act))
    expect(problem.message).toContain('is being found out')
    expect(await ledger.find(act.attemptId)).toMatchObject({ status: 'unknown' })
    expect(await settled(act.attemptId)).toMatchObject({ status: 'confirmed', workRequestId: expect.any(String) })
    expect(worksOnPool()).toBe(before + 1)
  })

  test('once only, the person does not notice', async () => {
    await control.faults.set({ operation: 'desktops.stopDesktopPool', break: 'cut', afterEffect: true, times: 1 })
    expect((await ledger.act(stopOf(stack, pool))).status).toBe('confirmed')
  })

  test('and asked for again by the person, the same attempt settles it', async () => {
    await control.faults.set({
      operation: 'desktops.stopDesktopPool',
      status: 500,
      code: 'InternalServerError',
      times: 1,
    })
    const act = stopOf(stack, pool)
    expect(await problemOf(ledger.act(act))).toMatchObject({ code: 'upstream' })
    expect((await ledger.act(act)).status).toBe('confirmed')
  })

  test('because OCI was throttling throughout, nothing was done and it says so', async () => {
    await control.faults.set({ operation: 'desktops.stopDesktopPool', status: 429, code: 'TooManyRequests' })
    const act = stopOf(stack, pool)
    expect(await problemOf(ledger.act(act))).toMatchObject({ code: 'upstream_throttled' })
    expect((await ledger.find(act.attemptId))?.status).toBe('refused')
    expect(await stops()).toBe(3)
    expect(stateNow()).toBe('ACTIVE')
  })
})

test('what we refuse ourselves is recorded, and OCI is not asked', async () => {
  const act = stopOf(stack, pool)
  const refusal = new Problem('same_approver', 'This key has approved already.')
  expect(await problemOf(ledger.refuse(act, refusal))).toBe(refusal)
  expect(await ledger.find(act.attemptId)).toMatchObject({
    status: 'refused',
    problem: 'This key has approved already.',
  })
  expect(await stops()).toBe(0)
})

test('who listens hears of an act when it is written and when it is completed', async () => {
  const heard: Action[] = []
  const stop = ledger.onEntry((action) => heard.push(action))
  const act = stopOf(stack, pool)
  await ledger.act(act)
  stop()
  expect(heard.map(({ id, status }) => [id, status])).toEqual([
    [act.attemptId, 'sent'],
    [act.attemptId, 'confirmed'],
  ])
})

test('the decisions on a thing are found, but for those that were refused', async () => {
  const refused = stopOf(stack, pool)
  await problemOf(ledger.refuse(refused, new Problem('conflict', 'No.')))
  const taken = await ledger.act(stopOf(stack, pool))
  const found = (await ledger.decisionsOn(pool.id)).map(({ id }) => id)
  expect(found).toContain(taken.id)
  expect(found).not.toContain(refused.attemptId)
})

test('after all this the chain holds', async () => {
  const { rows, faults } = await verifyLedger(store)
  expect(faults).toEqual([])
  expect(rows).toBeGreaterThan(20)
})

import { afterAll, beforeEach, expect, test } from 'vitest'
import { poolsIn, stopOf } from '../testing/pools.ts'
import { startStack, type Stack } from '../testing/stack.ts'
import { append, verifyLedger } from './chain.ts'
import { intentOf } from './intent.ts'
import type { Act } from './ledger.ts'
import { send } from './send.ts'

const stack: Stack = await startStack({ settleAfterMs: [], sandbox: { paceMs: 100_000 } })
const { ledger, store, keyring } = stack.services
const { control } = stack.sandbox
afterAll(() => stack.close())

let pool: { id: string; name: string }
let stop: Act<'desktops.stopDesktopPool'>
beforeEach(async () => {
  await control.reset()
  const [first] = poolsIn(stack, 'ACTIVE')
  if (!first) throw new Error('The seed has no active pool in Frankfurt')
  pool = first
  stop = stopOf(stack, pool)
})

/** What a process leaves behind that is killed after it wrote the intent. */
const leaveIntent = (act: Act<'desktops.stopDesktopPool'>, ageMs: number, changes: object = {}) =>
  store.db
    .transaction()
    .execute((transaction) => append(transaction, { ...intentOf(act, Date.now() - ageMs), ...changes }))

const stops = async () => (await control.calls.counts())['desktops.stopDesktopPool'] ?? 0
const worksOnPool = () =>
  [...(stack.sandbox.world.regions.get('eu-frankfurt-1')?.workRequests.values() ?? [])].filter(({ wire }) =>
    wire.resources.some(({ identifier }) => identifier === pool.id),
  ).length

test('an act that was written but never sent is sent at the next start', async () => {
  await leaveIntent(stop, 60_000)
  expect(await ledger.find(stop.attemptId)).toMatchObject({ status: 'sent' })
  await ledger.resolveInterrupted()
  expect(await ledger.find(stop.attemptId)).toMatchObject({ status: 'confirmed', workRequestId: expect.any(String) })
  expect(await stops()).toBe(1)
})

test('an act that OCI had done, but whose answer nobody saw, is not done again', async () => {
  const before = worksOnPool()
  const row = await leaveIntent(stop, 60_000)
  await send(keyring.get('frankfurt').client, stop.operation, { ...stop.input }, row.retry_token ?? '')
  await ledger.resolveInterrupted()
  expect(await ledger.find(stop.attemptId)).toMatchObject({ status: 'confirmed' })
  expect(worksOnPool()).toBe(before + 1)
})

test('an act that OCI refuses by then is refused', async () => {
  await control.refuseDesktopPool(pool.id, 'It is being updated')
  await leaveIntent(stop, 60_000)
  await ledger.resolveInterrupted()
  expect(await ledger.find(stop.attemptId)).toMatchObject({ status: 'refused', problem: 'It is being updated' })
})

test('while OCI is away it stays unknown, and is settled at a later start', async () => {
  const fault = await control.faults.set({
    operation: 'desktops.stopDesktopPool',
    status: 500,
    code: 'InternalServerError',
  })
  await leaveIntent(stop, 60_000)
  await ledger.resolveInterrupted()
  await ledger.resolveInterrupted()
  expect(await ledger.find(stop.attemptId)).toMatchObject({ status: 'unknown' })
  await control.faults.clear(fault.id)
  await ledger.resolveInterrupted()
  expect(await ledger.find(stop.attemptId)).toMatchObject({ status: 'confirmed' })
})

for (const [why, ageMs, changes, words] of [
  ['after OCI has forgotten its token', 23.5 * 3_600_000, {}, 'too long ago'],
  ['over a connection that is gone', 60_000, { connection_id: 'atlantis' }, '"atlantis" is no longer configured'],
  ['with another key than before', 60_000, { signed_as: 'ocid1.user.oc1..somebodyelse' }, 'key that signed it'],
] as [string, number, object, string][])
  test(`an act is not sent again ${why}`, async () => {
    await leaveIntent(stop, ageMs, changes)
    await ledger.resolveInterrupted()
    const action = await ledger.find(stop.attemptId)
    expect(action).toMatchObject({ status: 'unknown' })
    expect(action?.problem).toContain(words)
    expect(await stops()).toBe(0)
  })

test('what the ledger learns later is added, and nothing it said is changed', async () => {
  expect((await verifyLedger(store)).faults).toEqual([])
})

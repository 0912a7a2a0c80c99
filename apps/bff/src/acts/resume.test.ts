import type { Action } from '@gatehouse/contract'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createJournal } from '../ledger/create-journal.ts'
import type { Intent } from '../ledger/entries.ts'
import { openStore, type StoreTarget } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { becomes, callsOf, startActStack } from '../testing/acts.ts'
import { anIntent } from '../testing/entries.ts'
import { poolsIn } from '../testing/pools.ts'

afterAll(() => database.remove())

let place: StoreTarget
beforeEach(async () => {
  place = await database.create()
})

const stop = 'desktops.stopDesktopPool'

/** What a process leaves behind that is killed after it recorded the intent. */
async function leaveBehind(changes: Partial<Intent>): Promise<string> {
  const store = await openStore(place)
  const journal = createJournal({ store, log: { error() {}, info() {} } })
  const intent = anIntent({ at: new Date().toISOString(), ...changes })
  await journal.begin(intent)
  await journal.close()
  await store.close()
  return intent.attemptId
}

/** A pool of the seed, which is the same in every sandbox. */
async function aPool() {
  await using stack = await startActStack({ sandbox: { paceMs: 40 } })
  const [pool] = poolsIn(stack, 'ACTIVE')
  if (!pool) throw new Error('The seed has no active pool in Frankfurt')
  const wire = stack.sandbox.world.regions.get('eu-frankfurt-1')?.desktopPools.get(pool.id).wire
  return { subjectId: pool.id, subjectName: pool.name, compartmentId: wire?.compartmentId ?? null }
}
const pool = await aPool()

test('an act that was recorded and never sent is unknown after a restart, is not sent, and ends as failed', async () => {
  const attemptId = await leaveBehind({ ...pool, baseline: 'ACTIVE', input: { desktopPoolId: pool.subjectId } })
  await using stack = await startActStack({ place, sandbox: { paceMs: 40 } })
  expect(await becomes(stack, attemptId, 'unknown')).toMatchObject({
    problem: 'Gatehouse was stopped before OCI answered.',
    wasSent: true,
  })
  stack.passSignatureLife()
  await becomes(stack, attemptId, 'failed')
  expect(await callsOf(stack, stop)).toBe(0)
})

test('an act over a connection that is gone stays unknown, and says why', async () => {
  const attemptId = await leaveBehind({ ...pool, connectionId: 'atlantis' })
  await using stack = await startActStack({ place, sandbox: { paceMs: 40 } })
  const action: Action = await becomes(stack, attemptId, 'unknown')
  expect(action.following === null || action.following.how === 'reading').toBe(true)
  await expect
    .poll(async () => (await stack.admin.get(`/api/activity/${attemptId}`)).json<Action>().effect, { timeout: 10_000 })
    .toContain('"atlantis" is no longer configured')
})

test('an act of a version that knew more is left unknown, and says so', async () => {
  const attemptId = await leaveBehind({ ...pool, act: 'paintDesktopPool' })
  await using stack = await startActStack({ place, sandbox: { paceMs: 40 } })
  await expect
    .poll(async () => (await stack.admin.get(`/api/activity/${attemptId}`)).json<Action>(), { timeout: 10_000 })
    .toMatchObject({ status: 'unknown', effect: expect.stringContaining('"paintDesktopPool"') as string })
})

import { randomUUID } from 'node:crypto'
import type { Action } from '@gatehouse/contract'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { verifyLedger } from '../ledger/verify.ts'
import { activePool, actionOf, becomes, callsOf, startActStack } from '../testing/acts.ts'
import { anAnswer, anIntent } from '../testing/entries.ts'
import { eventually } from '../testing/eventually.ts'

const stack = await startActStack({ sandbox: { paceMs: 40 } })
const { control, app } = stack
const { store, journal } = stack.services
afterAll(() => stack.close())

const stop = 'desktops.stopDesktopPool'

/** Fills the disk to the last row that is as large as an answer. */
async function fillDisk() {
  const { attemptId } = (await journal.begin(anIntent({ connectionId: 'atlantis' }))).attempt.intent
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 1}`).execute(store.db)
  while (!journal.trouble()) await journal.recordSurely(anAnswer(attemptId))
}

const makeRoom = () => sql.raw('pragma max_page_count = 100000').execute(store.db)

test('when the disk fills up while OCI works, the answer is true, and is recorded once there is room', async () => {
  const pool = activePool(stack)
  await control.faults.set({ operation: stop, delayMs: 1_000 })
  const attemptId = randomUUID()
  const stopping = pool.stop(attemptId)
  await eventually(async () => expect(await callsOf(stack, stop)).toBe(1))
  await fillDisk()

  expect((await stopping).json<Action>()).toMatchObject({ status: 'accepted' })
  expect((await actionOf(stack, attemptId)).status).not.toBe('sent')
  const ready = await app.inject('/readyz')
  expect(ready.statusCode).toBe(503)
  expect(ready.json()).toMatchObject({
    store: 'failing',
    reason: expect.stringContaining('The disk is full') as string,
  })

  await makeRoom()
  await becomes(stack, attemptId, 'done')
  await eventually(async () => expect((await app.inject('/readyz')).statusCode).toBe(200))
  expect((await verifyLedger(store)).faults).toEqual([])
})

test('while the disk is full nothing is sent, and the person gets the reason', async () => {
  const pool = activePool(stack)
  await fillDisk()
  await control.calls.clear()
  const reply = await pool.stop()
  expect(reply.statusCode).toBe(503)
  expect(reply.json().detail).toBe('Nothing was sent, because the ledger cannot be written. The disk is full.')
  expect(await callsOf(stack, stop)).toBe(0)
  await makeRoom()
  await eventually(async () => expect((await pool.stop()).statusCode).toBe(202))
})

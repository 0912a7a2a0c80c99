import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { anAnswer, anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createJournal } from './create-journal.ts'
import type { Journal } from './journal.ts'
import { verifyLedger } from './verify.ts'

/** As three processes have them: three stores in one place. */
let stores: Store[]
let journals: Journal[]
beforeEach(async () => {
  const place = await database.create()
  stores = await Array.fromAsync([1, 2, 3], () => openStore(place))
  journals = stores.map((store) => createJournal({ store, log: memoryLog().log }))
})
afterEach(async () => {
  for (const journal of journals) await journal.close()
  for (const store of stores) await store.close()
  await database.remove()
})

test('processes that write at once make one chain, and one intent per attempt', async () => {
  const attemptIds = Array.from({ length: 20 }, () => randomUUID())
  const begun = await Promise.all(
    attemptIds.flatMap((attemptId) => journals.map((journal) => journal.begin(anIntent({ attemptId })))),
  )
  expect(begun.filter(({ isNew }) => isNew)).toHaveLength(20)
  await Promise.all(
    attemptIds.map(async (attemptId, index) =>
      journals[index % 3]?.recordSurely(anAnswer(attemptId, { status: 'failed' })),
    ),
  )
  for (const store of stores) expect(await verifyLedger(store)).toMatchObject({ rows: 40, faults: [] })
  expect((await journals[0]?.list({ status: 'failed' }))?.items).toHaveLength(20)
})

test('an entry that is written again, because its commit was not heard of, is in the ledger once', async () => {
  const [journal] = journals
  const { attemptId } = (await journal!.begin(anIntent())).attempt.intent // there are three
  const answer = anAnswer(attemptId)
  for (const one of journals) expect(await one.recordSurely(answer)).toMatchObject({ status: 'accepted', answer })
  expect(await verifyLedger(stores[0]!)).toMatchObject({ rows: 2, faults: [] }) // there are three
})

import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { anAnswer, anEffect, anIntent } from '../testing/entries.ts'
import { eventually } from '../testing/eventually.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createJournal } from './create-journal.ts'
import type { Journal } from './journal.ts'
import { verifyLedger } from './verify.ts'

let store: Store
let journal: Journal
let log: ReturnType<typeof memoryLog>
beforeEach(async () => {
  store = await openStore(await database.create(), { busyMs: 20 })
  log = memoryLog()
  journal = createJournal({ store, log: log.log, retryMs: [20] })
})
afterEach(async () => {
  await journal.close()
  await store.close()
  await database.remove()
})

/* A full disk and a lock on the file, which only a store in a file has. */

describe('when the disk is full', () => {
  const fill = async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 1}`).execute(store.db)
    // the last pages have room for a few more rows
    for (let failed = false; !failed;)
      failed = await journal.begin(anIntent({ comment: 'x'.repeat(2000) })).then(
        () => false,
        () => true,
      )
  }
  const makeRoom = () => sql.raw('pragma max_page_count = 100000').execute(store.db)

  test('nothing begins, and the reason is reported, logged once, and cleared when there is room', async () => {
    await fill()
    for (const _ of [1, 2, 3])
      await expect(journal.begin(anIntent({ comment: 'x'.repeat(2000) }))).rejects.toMatchObject({
        code: 'unavailable',
        message: 'Nothing was sent, because the ledger cannot be written. The disk is full.',
        cause: { errcode: 13 },
      })
    expect(journal.trouble()).toEqual({ message: 'The disk is full.', since: expect.any(String) as string })
    expect(log.messages('error')).toEqual(['The ledger cannot be written: The disk is full.'])
    await makeRoom()
    await journal.begin(anIntent())
    expect(journal.trouble()).toBeNull()
    expect(log.messages('info')).toContain('The ledger can be written again')
    expect((await verifyLedger(store)).faults).toEqual([])
  })

  test('what has happened already reads as written, and is written when there is room', async () => {
    const { attemptId } = (await journal.begin(anIntent())).attempt.intent
    await fill()
    const calls: string[] = []
    journal.onChange(({ status }) => calls.push(status))
    const answer = anAnswer(attemptId, { status: 'unknown', problem: 'x'.repeat(4000) })
    const effect = anEffect(attemptId, { note: 'x'.repeat(4000) })
    const { rows } = await verifyLedger(store)
    expect(await journal.recordSurely(answer)).toMatchObject({ status: 'unknown', answer: { sequence: 0, hash: '' } })
    expect(await journal.unsettled()).toHaveLength(rows)
    expect(await journal.recordSurely(effect)).toMatchObject({ status: 'done', effect })
    expect(calls).toEqual(['unknown', 'done'])

    expect((await verifyLedger(store)).rows).toBe(rows)
    expect(await journal.find(attemptId)).toMatchObject({ status: 'done' })
    expect(await journal.list({ status: 'done' })).toMatchObject({ items: [{ intent: { attemptId } }], next: null })
    expect((await journal.list({ pending: true })).items.map((one) => one.intent.attemptId)).not.toContain(attemptId)
    expect(await journal.unsettled()).toHaveLength(rows - 1)
    expect((await journal.on(anIntent().subjectId)).find((one) => one.intent.attemptId === attemptId)?.status).toBe(
      'done',
    )

    await new Promise((resolve) => setTimeout(resolve, 100)) // several rounds of writing fail
    expect(log.messages('error')).toEqual(['The ledger cannot be written: The disk is full.'])
    await makeRoom()
    await eventually(async () => expect((await verifyLedger(store)).rows).toBe(rows + 2))
    expect(journal.trouble()).toBeNull()
    const written = await journal.find(attemptId)
    expect(written).toMatchObject({ status: 'done', answer: { sequence: rows + 1 }, effect: { sequence: rows + 2 } })
    expect(await journal.list({ status: 'done' })).toEqual({ items: [written], next: null })
    expect((await verifyLedger(store)).faults).toEqual([])
  })

  test('closing waits until there is room', async () => {
    const { attemptId } = (await journal.begin(anIntent())).attempt.intent
    await fill()
    await journal.recordSurely(anAnswer(attemptId, { problem: 'x'.repeat(8000) }))
    const closing = journal.close()
    await makeRoom()
    await closing
    expect(await journal.find(attemptId)).toMatchObject({
      status: 'accepted',
      answer: { sequence: expect.any(Number) as number },
    })
  })
})

test('a lock of another program fails what begins, and delays what has happened', async () => {
  const { attemptId } = (await journal.begin(anIntent())).attempt.intent
  const other = new DatabaseSync(store.place)
  other.exec('begin immediate')
  await expect(journal.begin(anIntent())).rejects.toMatchObject({
    message: 'Nothing was sent, because the ledger cannot be written. The store is locked by another program.',
  })
  expect(await journal.recordSurely(anAnswer(attemptId))).toMatchObject({ status: 'accepted' })
  expect(journal.trouble()?.message).toBe('The store is locked by another program.')
  other.exec('rollback')
  other.close()
  await eventually(async () => expect((await verifyLedger(store)).rows).toBe(2))
  expect(journal.trouble()).toBeNull()
})

test('another program that writes between our reading and writing makes nothing fail', async () => {
  const other = new DatabaseSync(store.place)
  await store.db.transaction().execute(async (transaction) => {
    await transaction.selectFrom('heartbeat').selectAll().execute()
    expect(() => other.exec(`pragma busy_timeout = 0; insert into heartbeat values (7, 'x')`)).toThrow('locked')
    await transaction.insertInto('heartbeat').values({ id: 1, at: 'y' }).execute()
  })
  other.exec(`insert into heartbeat values (7, 'x')`)
  other.close()
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { anAnswer, anEffect, anIntent } from '../testing/entries.ts'
import { eventually } from '../testing/eventually.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createJournal } from './create-journal.ts'
import type { Journal } from './journal.ts'
import { verifyLedger } from './verify.ts'

let folder: string
let store: Store
let journal: Journal
let log: ReturnType<typeof memoryLog>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-journal-'))
  store = await openStore(folder, { busyMs: 20 })
  log = memoryLog()
  journal = createJournal({ store, log: log.log, retryMs: [20] })
})
afterEach(async () => {
  await journal.close()
  await store.close()
  await rm(folder, { recursive: true })
})

const person = { id: '2', name: 'Zoë', role: 'approver' } as const

test('an attempt reads as its entries say, from the intent to the effect', async () => {
  const intent = anIntent()
  const { attemptId } = intent
  expect(await journal.begin(intent)).toMatchObject({ isNew: true, attempt: { status: 'sent', intent } })
  const unknown = anAnswer(attemptId, { status: 'unknown', problemCode: 'upstream', problem: 'No answer.' })
  expect(await journal.recordSurely(unknown)).toMatchObject({ status: 'unknown', answer: unknown })
  const resend = { kind: 'resend', attemptId, at: '2026-11-22T10:00:00.000Z', person } as const
  expect(await journal.record(resend)).toMatchObject({ status: 'unknown', resends: [resend] })
  expect(await journal.recordSurely(anAnswer(attemptId))).toMatchObject({ status: 'accepted' })
  const stop = { kind: 'stop-trying', attemptId, at: '2026-11-22T10:00:00.000Z', person } as const
  await journal.record({ ...resend, person: null })
  expect(await journal.record(stop)).toMatchObject({ status: 'accepted', stopTrying: stop })
  const done = await journal.recordSurely(anEffect(attemptId))
  expect(done).toMatchObject({ status: 'done', resends: [{ person }, { person: null }] })
  expect(await journal.find(attemptId)).toEqual(done)
  expect(await verifyLedger(store)).toMatchObject({ rows: 7, head: done.hash, faults: [] })
})

test('an effect that was read before the act was sent again no longer counts', async () => {
  const { attemptId } = (await journal.begin(anIntent())).attempt.intent
  await journal.recordSurely(anAnswer(attemptId, { status: 'unknown' }))
  await journal.recordSurely(anEffect(attemptId, { status: 'unknown' }))
  expect(await journal.unsettled()).toEqual([])
  await journal.record({ kind: 'resend', attemptId, at: '2026-11-22T10:00:00.000Z', person })
  expect(await journal.unsettled()).toMatchObject([{ status: 'unknown', effect: null }])
  expect(await journal.recordSurely(anAnswer(attemptId))).toMatchObject({ status: 'accepted' })
})

test('two begins with one attempt id are one, also at the same time', async () => {
  const intent = anIntent()
  const begun = await Promise.all([intent, { ...intent, comment: 'another' }, intent].map((one) => journal.begin(one)))
  expect(begun.map(({ isNew }) => isNew)).toEqual([true, false, false])
  expect(new Set(begun.map(({ attempt }) => attempt.hash)).size).toBe(1)
  expect((await verifyLedger(store)).rows).toBe(1)
})

test('entries that are written at the same time stand one after another', async () => {
  await Promise.all(Array.from({ length: 50 }, () => journal.begin(anIntent())))
  expect(await verifyLedger(store)).toMatchObject({ rows: 50, faults: [] })
})

test('an act that Gatehouse refuses has its intent and its answer at once, and once', async () => {
  const intent = anIntent()
  const answer = anAnswer(intent.attemptId, { status: 'failed', wasSent: false, problem: 'The pool is not ACTIVE.' })
  const refused = await journal.refuse(intent, answer)
  expect(refused).toMatchObject({ status: 'failed', answer })
  expect(await journal.refuse(intent, answer)).toEqual(refused)
  expect(await journal.begin(intent)).toEqual({ attempt: refused, isNew: false })
  expect(await journal.unsettled()).toEqual([])
})

test('listeners get each attempt with its entry, and a listener that throws disturbs nothing', async () => {
  const calls: string[] = []
  journal.onChange(() => {
    throw new Error('broken')
  })
  const stop = journal.onChange(({ status }, { kind }) => calls.push(`${kind} ${status}`))
  const { attemptId } = (await journal.begin(anIntent())).attempt.intent
  await journal.recordSurely(anAnswer(attemptId))
  stop()
  await journal.recordSurely(anEffect(attemptId))
  expect(calls).toEqual(['intent sent', 'answer accepted'])
})

test('a lone surrogate anywhere in an entry is replaced, and breaks nothing', async () => {
  const broken = 'half \ud83d of a pair'
  const intent = anIntent({
    comment: broken,
    subjectName: broken,
    person: { ...person, name: broken },
    input: { [broken]: [{ deep: broken }], when: new Date(0) },
  })
  const { attempt } = await journal.begin(intent)
  await journal.recordSurely(anAnswer(intent.attemptId, { status: 'failed', problem: broken }))
  const mended = 'half \ufffd of a pair'
  expect(attempt.intent).toMatchObject({ comment: mended, person: { name: mended } })
  expect(await journal.find(intent.attemptId)).toMatchObject({
    intent: { subjectName: mended, input: { [mended]: [{ deep: mended }], when: '1970-01-01T00:00:00.000Z' } },
    answer: { problem: mended },
  })
  expect(await journal.list({ by: broken })).toMatchObject({ items: [{ status: 'failed' }] })
  expect(await verifyLedger(store)).toMatchObject({ rows: 2, faults: [] })
})

test('a row that cannot be read is named in the log, and the other acts are listed', async () => {
  const [first, second] = [anIntent(), anIntent()]
  for (const intent of [first, second]) await journal.begin(intent)
  await sql`drop trigger ledger_no_update`.execute(store.db)
  await sql`update ledger set person_role = 'emperor' where sequence = 1`.execute(store.db)
  const words = 'Row 1 of the ledger cannot be read: person_role must be one of viewer, operator, approver, admin.'
  for (const _ of [1, 2])
    expect((await journal.list({})).items.map(({ intent }) => intent.attemptId)).toEqual([second.attemptId])
  expect(log.messages('error')).toEqual([words])
  await expect(journal.find(first.attemptId)).rejects.toThrow(words)
  await expect(journal.begin(first)).rejects.toThrow(words)
})

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

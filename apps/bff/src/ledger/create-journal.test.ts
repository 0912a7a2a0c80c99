import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { anAnswer, anEffect, anIntent } from '../testing/entries.ts'
import { allowTampering } from '../testing/tampering.ts'
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
  await allowTampering(store)
  await sql`update ledger set person_role = 'emperor' where sequence = 1`.execute(store.db)
  const words = 'Row 1 of the ledger cannot be read: person_role must be one of viewer, operator, approver, admin.'
  for (const _ of [1, 2])
    expect((await journal.list({})).items.map(({ intent }) => intent.attemptId)).toEqual([second.attemptId])
  expect(log.messages('error')).toEqual([words])
  await expect(journal.find(first.attemptId)).rejects.toThrow(words)
  await expect(journal.begin(first)).rejects.toThrow(words)
})

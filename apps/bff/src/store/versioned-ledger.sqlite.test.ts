import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createJournal } from '../ledger/create-journal.ts'
import type { Journal } from '../ledger/journal.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { anAnswer, anEffect, anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { openStore, openStoreToRead, type Store } from './store.ts'

/* On a store that the code of commit 75f339c wrote, with rows of version 1. */

const dump = new URL('../testing/store-75f339c.sql', import.meta.url)
const attempt = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const headOfDump = '26cee78331ea91ff31b921d76d44f573d5af523b4853ce95d5cb3ea65f6119fc'

let folder: string
let store: Store
let journal: Journal
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-old-store-'))
  const database = new DatabaseSync(join(folder, 'gatehouse.db'))
  database.exec(await readFile(dump, 'utf8'))
  database.close()
})
afterEach(async () => {
  await journal?.close()
  await store?.close()
  await rm(folder, { recursive: true })
})

async function open(): Promise<void> {
  store = await openStore(folder)
  journal = createJournal({ store, log: memoryLog().log })
}

test('it is not brought up to date by a command that only reads', async () => {
  await expect(openStoreToRead(folder)).rejects.toThrow('Start Gatehouse once, to bring it up to date.')
})

test('it is not brought up to date by a command while a server runs on it', async () => {
  const owner = new DatabaseSync(join(folder, 'owner.lock'))
  owner.exec('begin exclusive')
  await expect(openStore(folder)).rejects.toThrow('Another Gatehouse is running on the folder')
  owner.close()
  await open()
})

test('its rows keep their hashes, and are followed by rows of version 2', async () => {
  await open()
  expect(await verifyLedger(store)).toEqual({ rows: 12, head: headOfDump, faults: [] })
  const intent = anIntent()
  await journal.begin(intent)
  await journal.recordSurely(anAnswer(intent.attemptId))
  await journal.recordSurely(anEffect(attempt(1)))
  expect(await verifyLedger(store)).toMatchObject({ rows: 15, faults: [] })
  expect(await journal.find(attempt(1))).toMatchObject({
    status: 'done',
    intent: { version: 1 },
    effect: { version: 2 },
  })
})

test('its rows can still not be changed or deleted', async () => {
  await open()
  await expect(store.db.updateTable('ledger').set({ note: 'x' }).execute()).rejects.toThrow('append-only')
  await expect(store.db.deleteFrom('ledger').execute()).rejects.toThrow('append-only')
})

test('its outcomes read as answers', async () => {
  await open()
  const { items } = await journal.list({})
  expect(
    items.map(({ intent, status, answer }) => [intent.attemptId, status, answer?.wasSent, answer?.problem]),
  ).toEqual([
    [attempt(6), 'sent', undefined, undefined],
    [attempt(5), 'failed', true, 'The pool is not ACTIVE.'],
    [attempt(4), 'accepted', true, null],
    [attempt(3), 'unknown', true, 'OCI did not answer as expected.'],
    [attempt(2), 'failed', true, 'Ein Abbild wird erstellt – später „noch einmal“'],
    [attempt(1), 'accepted', true, null],
  ])
  expect(items.at(-1)).toMatchObject({
    intent: {
      version: 1,
      sequence: 1,
      person: { name: 'Zoë Ångström', role: 'operator' },
      comment: 'Wartung am Wochenende – Grüße, 東京 ✓ 😀',
      compartmentId: null,
      baseline: null,
      input: { desktopPoolId: expect.stringMatching(/^ocid1\./) as string },
    },
    answer: { workRequestId: expect.stringMatching(/^ocid1\./) as string },
  })
})

test('its acts are found by every filter', async () => {
  await open()
  const found = async (filters: Parameters<Journal['list']>[0]) =>
    (await journal.list(filters)).items.map(({ intent }) => Number(intent.attemptId.slice(-2)))
  expect(await found({ status: 'failed' })).toEqual([5, 2])
  expect(await found({ pending: true })).toEqual([6, 3])
  expect(await found({ by: 'ångstr' })).toEqual([4, 1])
  const subject = (await journal.find(attempt(5)))?.intent.subjectId ?? ''
  expect(await found({ subjectId: subject })).toEqual([6, 5, 1])
  expect((await journal.unsettled()).map(({ status }) => status)).toEqual(['unknown', 'sent'])
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { canonicalJson } from './canonical-json.ts'
import { append, verifyLedger, type Entry } from './chain.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-chain-'))
  store = await openStore(folder)
  for (let index = 0; index < 5; index++) await add(`attempt-${index}`)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const entry = (attemptId: string): Entry => ({
  kind: 'intent',
  attempt_id: attemptId,
  at: '2026-11-22T09:00:00.000Z',
  act: 'stopDesktopPool',
  person_id: '1',
  person_name: 'operator',
  person_role: 'operator',
  connection_id: 'frankfurt',
  service: 'desktops',
  subject_id: 'ocid1.desktoppool.oc1..a',
  subject_name: 'pool',
  comment: 'ünïcode – ✓',
  seen: null,
  signed_as: null,
  operation: 'desktops.stopDesktopPool',
  input: '{}',
  retry_token: 'token',
  status: null,
  work_request_id: null,
  opc_request_id: null,
  oci_code: null,
  problem_code: null,
  problem: null,
})

const add = (attemptId: string) =>
  store.db.transaction().execute((transaction) => append(transaction, entry(attemptId)))

/** As someone would who has the file. */
async function tamper(statement: string): Promise<void> {
  for (const trigger of ['ledger_no_update', 'ledger_no_delete'])
    await sql.raw(`drop trigger ${trigger}`).execute(store.db)
  for (const one of statement.split(';')) await sql.raw(one).execute(store.db)
}

test('a ledger that nobody touched is whole, and says how long it is', async () => {
  const { rows, head, faults } = await verifyLedger(store)
  expect({ rows, faults }).toEqual({ rows: 5, faults: [] })
  expect(head).toMatch(/^[0-9a-f]{64}$/)
})

test('an empty ledger is whole', async () => {
  await tamper('delete from ledger')
  expect(await verifyLedger(store)).toMatchObject({ rows: 0, faults: [] })
})

test('no statement of ours can change or delete a row', async () => {
  await expect(store.db.updateTable('ledger').set({ comment: 'x' }).execute()).rejects.toThrow('append-only')
  await expect(store.db.deleteFrom('ledger').execute()).rejects.toThrow('append-only')
})

describe('it is noticed when', () => {
  for (const [what, statement, words] of [
    ['a row is changed', `update ledger set comment = 'another' where sequence = 3`, ['Row 3 does not say']],
    [
      'a moment is changed',
      `update ledger set at = '2026-11-22T09:00:00.001Z' where sequence = 1`,
      ['Row 1 does not say'],
    ],
    ['a row in the middle is gone', 'delete from ledger where sequence = 3', ['Before row 4, 1 row is missing']],
    ['the beginning is gone', 'delete from ledger where sequence < 3', ['Before row 3, 2 rows are missing']],
    [
      'two rows change places',
      'update ledger set sequence = -sequence where sequence in (2, 3); update ledger set sequence = 5 + sequence where sequence < 0',
      ['Row 2 is not chained', 'Row 3 is not chained', 'Row 2 does not say', 'Row 4 is not chained'],
    ],
  ] as [string, string, string[]][])
    test(`${what}, and where`, async () => {
      await tamper(statement)
      const { faults } = await verifyLedger(store)
      for (const word of words) expect(faults.join('\n')).toContain(word)
    })

  test('a row is put in that was hashed rightly but not chained', async () => {
    const rows = await store.db.selectFrom('ledger').selectAll().orderBy('sequence').execute()
    const [first, , third] = rows
    await tamper('delete from ledger where sequence >= 3')
    await store.db
      .insertInto('ledger')
      .values({ ...third!, previous_hash: first!.hash }) // there are five
      .execute()
    expect((await verifyLedger(store)).faults[0]).toContain('Row 3 is not chained')
  })
})

test('a cut end leaves the chain whole, but not its head', async () => {
  const { head } = await verifyLedger(store)
  await tamper('delete from ledger where sequence = 5')
  const after = await verifyLedger(store)
  expect(after.faults).toEqual([])
  expect(after.head).not.toBe(head)
})

test('rows added at the same time stand one after another', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => add(`at-once-${index}`)))
  expect(await verifyLedger(store)).toMatchObject({ rows: 55, faults: [] })
})

test('canonical JSON does not depend on the order of members', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true, x: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"é","d":null}]}',
  )
  expect(() => canonicalJson({ f: Number.NaN })).toThrow(TypeError)
})

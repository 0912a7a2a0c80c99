import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { anIntent } from '../testing/entries.ts'
import { allowTampering } from '../testing/tampering.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createJournal } from './create-journal.ts'
import type { Journal } from './journal.ts'
import { readAnchors, type AnchoredHead } from './read-anchors.ts'
import { hashOf, type LedgerRow } from './rows.ts'
import { verifyLedger } from './verify.ts'

let folder: string
let store: Store
let journal: Journal
/** Where the chain ended after each row. */
let heads: AnchoredHead[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-'))
  store = await openStore(await database.create())
  journal = createJournal({ store, log: memoryLog().log })
  heads = []
  for (let index = 0; index < 5; index++) {
    const { attempt } = await journal.begin(anIntent())
    heads.push({ sequence: index + 1, hash: attempt.hash, source: `line ${index + 1}` })
  }
})
afterEach(async () => {
  await journal.close()
  await store.close()
  await database.remove()
  await rm(folder, { recursive: true })
})

/** As a person could who has the file. */
async function tamper(statements: string): Promise<void> {
  await allowTampering(store)
  for (const statement of statements.split(';')) await sql.raw(statement).execute(store.db)
}

const rows = (): Promise<LedgerRow[]> => store.db.selectFrom('ledger').selectAll().orderBy('sequence').execute()

/** Computes the chain anew, so that it is whole in itself. */
async function rehash(): Promise<void> {
  let previous_hash = '0'.repeat(64)
  for (const row of await rows()) {
    const hash = hashOf({ ...row, previous_hash })
    await store.db.updateTable('ledger').set({ previous_hash, hash }).where('sequence', '=', row.sequence).execute()
    previous_hash = hash
  }
}

test('a ledger that was not touched is whole, and says how long it is', async () => {
  expect(await verifyLedger(store, heads)).toEqual({ rows: 5, head: heads.at(-1)?.hash, faults: [] })
})

test('the hash of a row is SHA-256 over the RFC 8785 text of its kind’s columns, version, number and previous hash', async () => {
  const [first] = await rows()
  const text = `{"act":"stopDesktopPool","at":"${first?.at}","attempt_id":"${first?.attempt_id}","baseline":null,"comment":"ünïcode – ✓","compartment_id":"ocid1.compartment.oc1..a","connection_id":"frankfurt","input":"{\\"desktopPoolId\\":\\"ocid1.desktoppool.oc1..a\\"}","kind":"intent","operation":"desktops.stopDesktopPool","person_id":"1","person_name":"operator","person_role":"operator","previous_hash":"${'0'.repeat(64)}","retry_token":"token","seen":null,"sequence":1,"service":"desktops","signed_as":null,"subject_id":"ocid1.desktoppool.oc1..a","subject_name":"pool","version":2}`
  expect(canonicalize(JSON.parse(text))).toBe(text)
  expect(first?.hash).toBe(createHash('sha256').update(text).digest('hex'))
})

test('an empty ledger is whole', async () => {
  await tamper('delete from ledger; delete from acts')
  expect(await verifyLedger(store)).toMatchObject({ rows: 0, faults: [] })
})

test('no statement of ours can change or delete a row', async () => {
  await expect(store.db.updateTable('ledger').set({ comment: 'x' }).execute()).rejects.toThrow('append-only')
  await expect(store.db.deleteFrom('ledger').execute()).rejects.toThrow('append-only')
})

test('a column that is added later changes no hash', async () => {
  await sql.raw(`alter table ledger add column mood text default 'good'`).execute(store.db)
  expect(await verifyLedger(store)).toMatchObject({ rows: 5, faults: [] })
  await journal.begin(anIntent())
  expect(await verifyLedger(store)).toMatchObject({ rows: 6, faults: [] })
})

describe('it is noticed when', () => {
  for (const [what, statements, sentences] of [
    ['a row is changed', `update ledger set comment = 'another' where sequence = 3`, ['Row 3 was changed']],
    [
      'a moment is changed',
      `update ledger set at = '2026-11-22T08:00:00.001Z' where sequence = 1`,
      ['Row 1 was changed'],
    ],
    ['a row claims another version', 'update ledger set version = 1 where sequence = 2', ['Row 2 was changed']],
    ['a row in the middle is gone', 'delete from ledger where sequence = 3', ['Before row 4, 1 row is missing']],
    ['the beginning is gone', 'delete from ledger where sequence < 3', ['Before row 3, 2 rows are missing']],
    [
      'two rows change places',
      'update ledger set sequence = -sequence where sequence in (2, 3); update ledger set sequence = 5 + sequence where sequence < 0',
      ['Row 2 is not chained', 'Row 3 is not chained', 'Row 2 was changed', 'Row 4 is not chained'],
    ],
    ['an act is hidden from lists', 'delete from acts where sequence = 4', ['The act of row 4 is missing']],
  ] as [string, string, string[]][])
    test(`${what}, and where`, async () => {
      await tamper(statements)
      const { faults } = await verifyLedger(store)
      for (const sentence of sentences) expect(faults.join('\n')).toContain(sentence)
    })

  test('a row is put in that has a right hash but is not chained', async () => {
    const [first, , third] = await rows()
    await tamper('delete from ledger where sequence >= 3')
    await store.db
      .insertInto('ledger')
      .values({ ...third!, previous_hash: first!.hash }) // there are five
      .execute()
    expect((await verifyLedger(store)).faults[0]).toContain('Row 3 is not chained')
  })
})

describe('against anchors it is noticed when', () => {
  test('the end is cut off', async () => {
    await tamper('delete from ledger where sequence >= 4')
    expect((await verifyLedger(store)).faults).toEqual([])
    expect((await verifyLedger(store, heads)).faults).toEqual([
      'Row 4, anchored by line 4, is missing: the ledger ends at row 3.',
      'Row 5, anchored by line 5, is missing: the ledger ends at row 3.',
    ])
  })

  test('the ledger is emptied', async () => {
    await tamper('delete from ledger; delete from acts')
    expect((await verifyLedger(store, heads.slice(4))).faults).toEqual([
      'Row 5, anchored by line 5, is missing: the ledger is empty.',
    ])
  })

  test('a row is changed and all hashes are computed anew', async () => {
    await tamper(`update ledger set comment = 'another' where sequence = 3`)
    await rehash()
    expect((await verifyLedger(store)).faults).toEqual([])
    expect((await verifyLedger(store, heads)).faults.map((fault) => fault.slice(0, 28))).toEqual([
      'Row 3 has another hash than ',
      'Row 4 has another hash than ',
      'Row 5 has another hash than ',
    ])
  })
})

describe('anchors are read', () => {
  const hash = 'a'.repeat(64)

  test('from number:hash', async () => {
    expect(await readAnchors(`12:${hash}`)).toEqual({ heads: [{ sequence: 12, hash, source: '--anchor' }], faults: [] })
  })

  test('from a file line by line, and a broken line is named by its number', async () => {
    const file = join(folder, 'anchor.jsonl')
    await writeFile(
      file,
      `{"sequence":1,"hash":"${hash}","at":"x"}\n\n{"sequence":2,"ha\n{"sequence":3,"hash":"${hash}"}\n`,
    )
    const { heads: found, faults } = await readAnchors(file)
    expect(found.map(({ sequence }) => sequence)).toEqual([1, 3])
    expect(faults).toEqual([`line 3 of ${file} is not an anchor: {"sequence":…,"hash":"…"}.`])
  })

  test('or it is said why they are not', async () => {
    await expect(readAnchors(join(folder, 'none'))).rejects.toThrow('cannot be read (ENOENT)')
  })
})

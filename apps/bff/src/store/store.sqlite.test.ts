import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from './store.ts'
import { StoreError, toStoreError } from './store-error.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-store-'))
  file = join(folder, 'gatehouse.db')
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const refusal = async (options = {}) => {
  const opened = openStore(folder, { busyMs: 20, ...options })
  const error = await opened.then(
    async (store) => {
      await store.close()
      return expect.fail('It opened')
    },
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(StoreError)
  return (error as StoreError).message // as just looked at
}

/** Does something to the file as another program would. */
function withFile(act: (database: DatabaseSync) => void) {
  const database = new DatabaseSync(file)
  act(database)
  database.close()
}

test('what is written is there when it is opened again', async () => {
  const first = await openStore(join(folder, 'made', 'if', 'need', 'be'))
  await first.checkWritable()
  await first.close()
  const second = await openStore(join(folder, 'made', 'if', 'need', 'be'))
  expect(await second.db.selectFrom('heartbeat').selectAll().execute()).toHaveLength(1)
  await second.close()
})

test('it survives the machine, not only the process', async () => {
  const store = await openStore(folder)
  const { rows } = await store.db.executeQuery<Record<string, unknown>>({
    sql: 'select (select * from pragma_synchronous) as synchronous, (select * from pragma_journal_mode) as journal',
    parameters: [],
    query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
    queryId: { queryId: 'pragmas' },
  })
  expect({ ...rows[0] }).toEqual({ synchronous: 2, journal: 'wal' })
  await store.close()
})

/** Counts to a number in the database, which takes about a second for ten million. */
const countTo = (number: number) =>
  sql.raw(`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${number}) select count(*) from n`)

test('waiting for the lock of another program does not hold up the process', async () => {
  const store = await openStore(folder)
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const writing = store.checkWritable()
  await wait(500)
  delay.disable()
  other.close()
  await writing
  expect(delay.max / 1e6).toBeLessThan(250)
  await store.close()
})

test('a slow read delays neither a write nor another read', async () => {
  const store = await openStore(folder)
  const finished: string[] = []
  const slow = countTo(1e7)
    .execute(store.reader)
    .then(() => finished.push('slow read'))
  await store.checkWritable()
  finished.push('write')
  await store.reader.selectFrom('heartbeat').selectAll().execute()
  finished.push('read')
  await slow
  expect(finished).toEqual(['write', 'read', 'slow read'])
  await store.close()
})

describe('it says what is wrong when', () => {
  test('another Gatehouse serves from the folder', async () => {
    const store = await openStore(folder, { exclusive: true })
    expect(await refusal({ exclusive: true })).toContain('Another Gatehouse is running on the folder')
    const beside = await openStore(folder) // a command may
    await beside.close()
    await store.close()
    const next = await openStore(folder, { exclusive: true })
    await next.close()
  })

  test('another program has locked it', async () => {
    await (await openStore(folder)).close()
    const other = new DatabaseSync(file)
    other.exec('pragma locking_mode = exclusive; begin exclusive')
    expect(await refusal()).toContain('is locked by another program')
    other.close()
  })

  test('it is from a later version', async () => {
    await (await openStore(folder)).close()
    withFile((database) => database.exec(`insert into kysely_migration values ('999-the-future', '2030-01-01')`))
    expect(await refusal()).toContain('written by a later version of Gatehouse (it has "999-the-future")')
  })

  test('it is a database of something else', async () => {
    withFile((database) => database.exec('create table recipes (id)'))
    expect(await refusal()).toContain('is a database of something else')
  })

  test('it is no database at all', async () => {
    await writeFile(file, 'Dear diary, today I tried to open a store.'.repeat(100))
    expect(await refusal()).toContain('is not a store of Gatehouse')
  })

  test('it is damaged', async () => {
    await (await openStore(folder)).close()
    const bytes = await readFile(file)
    await writeFile(file, bytes.fill(0xa5, 4096))
    expect(await refusal()).toContain('is damaged')
  })

  test('it is a folder', async () => {
    await mkdir(file)
    expect(await refusal()).toContain('cannot be opened')
  })

  test('its folder cannot be made', async () => {
    await writeFile(join(folder, 'a-file'), '')
    await expect(openStore(join(folder, 'a-file', 'below'))).rejects.toThrow('cannot be made')
  })

  test('it may not be written, or the disk is full', () => {
    const sqliteError = (errcode: number) => Object.assign(new Error('attempt to write'), { errcode })
    // the extended code of a folder that may not be written
    expect(toStoreError(file, sqliteError(8 | (6 << 8)))).toMatchObject({
      message: expect.stringContaining('may not be written'),
    })
    expect(toStoreError(file, sqliteError(13))).toMatchObject({ message: expect.stringContaining('disk is full') })
  })
})

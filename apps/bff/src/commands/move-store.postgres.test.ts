import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJournal } from '../ledger/create-journal.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { createLogArchive } from '../live/log-archive.ts'
import { openStore, type Store, type StoreTarget } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { anAnswer, anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { allowTampering } from '../testing/tampering.ts'
import { createUser, verifyUser } from '../users/users.ts'

// processes start slowly on a machine that does much else
vi.setConfig({ testTimeout: 60_000 })

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const key = { connectionId: 'frankfurt', service: 'desktops', workRequestId: 'one' } as const
const person = { name: 'Zoë', role: 'admin', password: 'correct horse battery' } as const

let folder: string
let source: Store
let target: StoreTarget
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-move-'))
  source = await openStore(folder)
  target = await database.create()
  await fill(source)
})
afterEach(async () => {
  await source.close()
  await rm(folder, { recursive: true })
  await database.remove()
})

/** More lines than one batch has, and the last one deleted. */
async function fill(store: Store): Promise<void> {
  const { id } = await createUser(store, person)
  await store.db
    .insertInto('sessions')
    .values({ id_hash: 'x', user_id: id, content: '{}', expires_at: '2030' })
    .execute()
  const journal = createJournal({ store, log: memoryLog().log })
  for (let act = 0; act < 30; act++) {
    const { attempt } = await journal.begin(anIntent())
    await journal.recordSurely(anAnswer(attempt.intent.attemptId))
  }
  await journal.close()
  const archive = createLogArchive(store)
  const at = '2026-11-22T10:00:00.000Z'
  const lines = Array.from({ length: 2_501 }, (_, ordinal) => ({
    kind: 'log' as const,
    at,
    code: null,
    text: 'ünïcode ✓',
    ordinal,
  }))
  await archive.append(key, lines)
  await archive.close()
  await store.db.deleteFrom('work_request_logs').where('sequence', '=', 2_501).execute()
}

function run(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], GATEHOUSE_DATA_DIR: folder, ...database.environment(target) },
  })
}

const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => expect.fail('It worked'),
    (error: { code: number; stderr: string }) => {
      expect(error.code).toBe(1)
      return error.stderr
    },
  )

test('a store is moved whole, and goes on where it was', async () => {
  const { head } = await verifyLedger(source)
  const { stdout } = await run('move-store')
  expect(stdout).toMatch(/60 {2}ledger\n/)
  expect(stdout).toMatch(/2500 {2}work_request_logs\n/)
  expect(stdout).toContain(head)

  const moved = await openStore(target)
  expect(await verifyLedger(moved)).toEqual({ rows: 60, head, faults: [] })
  expect(await verifyUser(moved, person)).toMatchObject({ name: 'Zoë' })
  expect(await moved.db.selectFrom('sessions').select('id_hash').execute()).toEqual([{ id_hash: 'x' }])
  const [theirs, ours] = [createLogArchive(moved), createLogArchive(source)]
  expect(await theirs.read([key], 0)).toEqual(await ours.read([key], 0))
  // The number of the deleted line is not given again.
  await theirs.append(key, [{ kind: 'log', at: '2026-11-22T11:00:00.000Z', code: null, text: 'next', ordinal: 0 }])
  expect((await theirs.read([key], 2_500)).map(({ line: { sequence } }) => sequence)).toEqual([2_502])
  const journal = createJournal({ store: moved, log: memoryLog().log })
  await journal.begin(anIntent())
  expect(await verifyLedger(moved)).toMatchObject({ rows: 61, faults: [] })
  await journal.close()
  await moved.close()
  expect((await run('verify-ledger')).stdout).toContain('The ledger is whole: 61 rows')
})

test('it is refused when the database has rows, and leaves them', async () => {
  const other = await openStore(target)
  await createUser(other, { ...person, name: 'first' })
  expect(await failure(run('move-store'))).toContain('has rows in the table users already')
  expect(await other.db.selectFrom('users').select('name').execute()).toEqual([{ name: 'first' }])
  expect(await other.db.selectFrom('ledger').selectAll().execute()).toEqual([])
  await other.close()
})

test('it is refused while a Gatehouse runs on the folder', async () => {
  const running = await openStore(folder, { exclusive: true })
  expect(await failure(run('move-store'))).toContain('Another Gatehouse is running on the folder')
  await running.close()
})

test('a ledger that is not whole is not moved', async () => {
  await allowTampering(source)
  await sql`update ledger set comment = 'another' where sequence = 3`.execute(source.db)
  expect(await failure(run('move-store'))).toContain('Row 3 was changed after it was written.')
  const other = await openStore(target)
  expect(await other.db.selectFrom('users').selectAll().execute()).toEqual([])
  await other.close()
})

test('without a folder or a database to move it says which', async () => {
  const without = (env: Record<string, string>) =>
    failure(promisify(execFile)(process.execPath, [main, 'move-store'], { env: { PATH: process.env['PATH'], ...env } }))
  expect(await without({ GATEHOUSE_DATA_DIR: folder })).toContain('DATABASE_URL must name the empty database')
  const nowhere = { GATEHOUSE_DATA_DIR: join(folder, 'nowhere'), ...database.environment(target) }
  expect(await without(nowhere)).toContain('There is no store in the folder')
})

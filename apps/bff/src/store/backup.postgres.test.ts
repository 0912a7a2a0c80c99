import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { createJournal } from '../ledger/create-journal.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { createLogArchive } from '../live/log-archive.ts'
import { database } from '../testing/database.ts'
import { anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { requirePostgres } from '../testing/postgres-server.ts'
import { openStore, type StoreTarget } from './store.ts'

/* The backup that docs/operations.md describes. */

const execute = promisify(execFile)
const urlOf = (target: StoreTarget) => database.environment(target)['DATABASE_URL'] ?? ''
const key = { connectionId: 'frankfurt', service: 'desktops', workRequestId: 'one' } as const
const line = (ordinal: number) =>
  ({ kind: 'log', at: '2026-11-22T10:00:00.000Z', code: null, text: 'a line', ordinal }) as const

afterEach(() => database.remove())

test('a dump made while Gatehouse writes is whole, and a store that is restored from it goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-dump-'))
  const file = join(folder, 'gatehouse.dump')
  const bin = requirePostgres()
  const [place, empty] = [await database.create(), await database.create()]
  const store = await openStore(place)
  const journal = createJournal({ store, log: memoryLog().log })
  const archive = createLogArchive(store)
  await archive.append(key, [line(0), line(1)])
  for (let act = 0; act < 20; act++) await journal.begin(anIntent())
  const writing = Promise.all(Array.from({ length: 100 }, () => journal.begin(anIntent())))
  await execute(join(bin, 'pg_dump'), ['--format=custom', `--file=${file}`, urlOf(place)])
  await writing
  await archive.close()
  await journal.close()
  await store.close()

  await database.run(empty, 'drop schema public cascade; create schema public')
  await execute(join(bin, 'pg_restore'), [
    '--no-owner',
    '--exit-on-error',
    '--clean',
    '--if-exists',
    `--dbname=${urlOf(empty)}`,
    file,
  ])
  const restored = await openStore(empty)
  const { rows, faults } = await verifyLedger(restored)
  expect(faults).toEqual([])
  expect(rows).toBeGreaterThanOrEqual(20)
  expect(rows).toBeLessThanOrEqual(120)
  await expect(restored.db.deleteFrom('ledger').execute()).rejects.toThrow('append-only')
  const theirs = createLogArchive(restored)
  expect(await theirs.append(key, [line(2)])).toBe(1)
  expect((await theirs.read([key], 0)).map(({ line: { sequence } }) => sequence)).toEqual([1, 2, 3])
  await theirs.close()
  await restored.close()
  await rm(folder, { recursive: true })
})

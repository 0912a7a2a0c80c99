import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { createJournal } from '../ledger/create-journal.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { database, folderOf } from '../testing/database.ts'
import { anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { openStore, openStoreToRead } from './store.ts'

/* The backups that docs/operations.md describes. */

afterEach(() => database.remove())

test('a copy made with "vacuum into" while Gatehouse writes is whole, and can be put back', async () => {
  const folder = folderOf(await database.create())
  const store = await openStore(folder, { exclusive: true })
  const journal = createJournal({ store, log: memoryLog().log })
  for (let act = 0; act < 20; act++) await journal.begin(anIntent())
  const writing = Promise.all(Array.from({ length: 50 }, () => journal.begin(anIntent())))
  const other = new DatabaseSync(join(folder, 'gatehouse.db'), { timeout: 5_000 })
  other.exec(`vacuum into '${join(folder, 'copy.db')}'`)
  other.close()
  await writing
  await journal.close()
  await store.close()

  for (const suffix of ['-wal', '-shm']) await rm(join(folder, `gatehouse.db${suffix}`), { force: true })
  await copyFile(join(folder, 'copy.db'), join(folder, 'gatehouse.db'))
  const restored = await openStore(folder, { exclusive: true })
  const { rows, faults } = await verifyLedger(restored)
  expect(faults).toEqual([])
  expect(rows).toBeGreaterThanOrEqual(20)
  expect(rows).toBeLessThanOrEqual(70)
  await expect(restored.db.deleteFrom('ledger').execute()).rejects.toThrow('append-only')
  await restored.close()
})

test('a copy of the files after Gatehouse was killed has every row', async () => {
  const folder = folderOf(await database.create())
  const store = await openStore(folder)
  const journal = createJournal({ store, log: memoryLog().log })
  for (let act = 0; act < 20; act++) await journal.begin(anIntent())
  // Nothing is closed, so the last rows are in the -wal file.
  const copy = join(folder, 'copy')
  await mkdir(copy)
  for (const suffix of ['', '-wal'])
    await copyFile(join(folder, `gatehouse.db${suffix}`), join(copy, `gatehouse.db${suffix}`))
  const restored = await openStoreToRead(copy)
  expect(await verifyLedger(restored)).toMatchObject({ rows: 20, faults: [] })
  await restored.close()
  await journal.close()
  await store.close()
})

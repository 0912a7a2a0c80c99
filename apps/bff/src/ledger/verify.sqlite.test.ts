import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openStore } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { allowTampering } from '../testing/tampering.ts'
import { createJournal } from './create-journal.ts'
import { verifyLedger } from './verify.ts'

test('it is noticed when a lone surrogate is put in, which PostgreSQL would refuse', async () => {
  const store = await openStore(await database.create())
  const journal = createJournal({ store, log: memoryLog().log })
  for (let row = 0; row < 3; row++) await journal.begin(anIntent())
  await allowTampering(store)
  await sql.raw(`update ledger set comment = cast(x'eda080' as text) where sequence = 2`).execute(store.db)
  expect((await verifyLedger(store)).faults).toEqual(['Row 2 was changed after it was written.'])
  await journal.close()
  await store.close()
  await database.remove()
})

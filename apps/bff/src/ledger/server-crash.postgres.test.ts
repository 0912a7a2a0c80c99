import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../store/store.ts'
import { anAnswer, anIntent } from '../testing/entries.ts'
import { eventually } from '../testing/eventually.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { startPostgres, type PostgresServer } from '../testing/postgres-server.ts'
import { createJournal } from './create-journal.ts'
import { verifyLedger } from './verify.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres({ fsync: true })
}, 60_000)
afterAll(() => server.remove())

test('when the database server crashes while acts are recorded, none that was acknowledged is lost or doubled', async () => {
  const store = await openStore(server.target)
  const journal = createJournal({ store, log: memoryLog().log, retryMs: [50] })
  const done = new AbortController()
  const acknowledged: string[] = []
  const outcomes: Promise<unknown>[] = []
  const people = Array.from({ length: 8 }, async () => {
    while (!done.signal.aborted) {
      try {
        const { attempt } = await journal.begin(anIntent())
        const { attemptId } = attempt.intent
        acknowledged.push(attemptId)
        outcomes.push(journal.recordSurely(anAnswer(attemptId, { status: 'failed' })))
      } catch {
        await wait(20) // Nothing was sent: the ledger could not be written.
      }
    }
  })

  for (let crash = 1; crash <= 3; crash++) {
    const before = acknowledged.length
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(before + 20))
    await server.stop('abort')
    await wait(200)
    await server.start()
  }
  const before = acknowledged.length
  await eventually(() => expect(acknowledged.length).toBeGreaterThan(before + 20))
  done.abort()
  await Promise.all(people)
  await Promise.all(outcomes)

  // Closing waits until what has happened is written.
  await journal.close()

  const reading = createJournal({ store, log: memoryLog().log })
  const { items } = await reading.list({ limit: 10_000 })
  const byId = new Map(items.map((attempt) => [attempt.intent.attemptId, attempt]))
  for (const attemptId of acknowledged) expect(byId.get(attemptId)?.answer?.sequence).toBeGreaterThan(0)
  const { rows, faults } = await verifyLedger(store)
  expect(faults).toEqual([])
  // An intent may be there whose commit was not heard of: nothing was sent for it. No answer is there twice.
  expect(rows).toBe(items.length + acknowledged.length)
  await reading.close()
  await store.close()
}, 90_000)

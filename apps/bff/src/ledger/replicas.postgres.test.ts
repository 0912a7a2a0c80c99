import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinReplicas } from '../replicas/postgres/open.ts'
import type { Replicas } from '../replicas/replicas.ts'
import { openStore, type Store } from '../store/store.ts'
import { database, databaseOf } from '../testing/database.ts'
import { anAnswer, anIntent } from '../testing/entries.ts'
import { eventually } from '../testing/eventually.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createJournal } from './create-journal.ts'
import type { Journal } from './journal.ts'

interface Replica {
  store: Store
  replicas: Replicas
  journal: Journal
  /** The entries that its listeners heard of: the kind, and the attempt's status then. */
  heard: string[]
}

let all: Replica[]
beforeEach(async () => {
  const place = await database.create()
  all = await Array.fromAsync([1, 2], async () => {
    const store = await openStore(place)
    const { log } = memoryLog()
    const replicas = await joinReplicas(databaseOf(place), store, log)
    const journal = createJournal({ store, replicas, log })
    const heard: string[] = []
    journal.onChange((attempt, { kind }) => heard.push(`${kind} ${attempt.intent.attemptId}`))
    return { store, replicas, journal, heard }
  })
})
afterEach(async () => {
  for (const { journal, replicas, store } of all) {
    await journal.close()
    await replicas.close()
    await store.close()
  }
  await database.remove()
})

test('each entry is heard of once on every replica, whichever wrote it', async () => {
  const attemptIds = Array.from({ length: 10 }, () => randomUUID())
  await Promise.all(
    attemptIds.map(async (attemptId, number) => {
      const { journal } = all[number % 2]! // there are two
      await journal.begin(anIntent({ attemptId }))
      await journal.recordSurely(anAnswer(attemptId))
    }),
  )
  const refused = randomUUID()
  await all[0]?.journal.refuse(anIntent({ attemptId: refused }), anAnswer(refused, { status: 'failed' }))
  const entries = attemptIds.flatMap((id) => [`intent ${id}`, `answer ${id}`])
  await eventually(() => {
    expect(all[0]?.heard.toSorted()).toEqual([...entries, `answer ${refused}`].toSorted())
    // A refusal is told once where it happened, and as its two rows elsewhere.
    expect(all[1]?.heard.toSorted()).toEqual([...entries, `intent ${refused}`, `answer ${refused}`].toSorted())
  })
})

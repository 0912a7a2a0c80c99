import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Role } from '@gatehouse/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { eventually } from '../testing/eventually.ts'
import { createUser } from '../users/users.ts'
import { createOpenStreams, type OpenStreams } from './open-streams.ts'
import { sessionIdHash } from './session-id.ts'

let folder: string
let store: Store
let streams: OpenStreams
let nowMs = Date.UTC(2026, 10, 22)
const failures: object[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-streams-'))
  store = await openStore(folder)
  streams = createOpenStreams({
    store,
    now: () => nowMs,
    checkMs: 10,
    log: { error: (details) => failures.push(details) },
  })
})
afterEach(async () => {
  streams.close()
  await store.close()
  await rm(folder, { recursive: true })
})

/** A stream of a session that lasts an hour. */
async function openStream(name: string, sessionId: string, role: Role = 'viewer') {
  const userId = (await createUser(store, { name, role, password: 'a long enough password' })).id
  await store.db
    .insertInto('sessions')
    .values({
      id_hash: sessionIdHash(sessionId),
      user_id: userId,
      content: '{}',
      expires_at: new Date(nowMs + 3_600_000).toISOString(),
    })
    .execute()
  let ended = 0
  const release = streams.add({ sessionId, userId, role, end: () => (ended += 1) })
  return { userId, release, ended: () => ended }
}

test('the streams of a session end at once, each once', async () => {
  const [one, other] = [await openStream('ann', 's1'), await openStream('bob', 's2')]
  streams.end({ sessionId: 's1' })
  streams.end({ sessionId: 's1' })
  expect([one.ended(), other.ended()]).toEqual([1, 0])
})

test('the streams of an account end at once, over all its sessions', async () => {
  const one = await openStream('ann', 's1')
  streams.end({ userId: one.userId })
  expect(one.ended()).toBe(1)
})

test('a stream that has closed by itself is not ended', async () => {
  const one = await openStream('ann', 's1')
  one.release()
  streams.end({ sessionId: 's1' })
  expect(one.ended()).toBe(0)
})

test('a stream ends when its session expires, and not before', async () => {
  const one = await openStream('ann', 's1')
  await wait(60)
  expect(one.ended()).toBe(0)
  nowMs += 3_600_001
  await eventually(() => expect(one.ended()).toBe(1))
})

test('a stream ends when its account gets another role', async () => {
  const [one, other] = [await openStream('ann', 's1', 'admin'), await openStream('bob', 's2', 'admin')]
  await store.db.updateTable('users').set({ role: 'viewer' }).where('id', '=', one.userId).execute()
  await eventually(() => expect(one.ended()).toBe(1))
  expect(other.ended()).toBe(0)
})

test('when the sessions cannot be checked, the streams end after some checks, and the log says why', async () => {
  const one = await openStream('ann', 's1')
  await store.db.schema.dropTable('sessions').execute()
  await eventually(() => expect(one.ended()).toBe(1))
  expect(failures.length).toBeGreaterThan(10)
})

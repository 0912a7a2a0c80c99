import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { database } from '../testing/database.ts'
import { createThrottle } from '../users/throttle.ts'
import { openStore, openStoreToRead, type StoreTarget } from './store.ts'
import { isStoreFailure } from './store-error.ts'

let place: StoreTarget
beforeEach(async () => {
  place = await database.create()
})
afterEach(() => database.remove())

test('what is written is there when it is opened again', async () => {
  const first = await openStore(place)
  await first.checkWritable()
  await first.close()
  const second = await openStore(place)
  expect(await second.db.selectFrom('heartbeat').select('id').execute()).toEqual([{ id: 1 }])
  await second.close()
})

test('the reader sees what was just written', async () => {
  const store = await openStore(place)
  for (const at of ['a', 'b', 'c']) {
    await store.db
      .insertInto('heartbeat')
      .values({ id: 1, at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
      .execute()
    expect(await store.reader.selectFrom('heartbeat').select('at').execute()).toEqual([{ at }])
  }
  await store.close()
})

test('a transaction that fails leaves nothing, and the next one works', async () => {
  const store = await openStore(place)
  const failing = store.db.transaction().execute(async (transaction) => {
    await transaction.insertInto('heartbeat').values({ id: 1, at: 'x' }).execute()
    throw new Error('Stop')
  })
  await expect(failing).rejects.toThrow('Stop')
  expect(await store.db.selectFrom('heartbeat').selectAll().execute()).toEqual([])
  await store.checkWritable()
  await store.close()
})

test('text is sorted and compared by its bytes', async () => {
  const store = await openStore(place)
  const subjects = ['B', 'Z', 'a', 'a-b', 'ab', 'b', 'é']
  for (const subject of subjects.toReversed())
    await store.db.insertInto('sign_in_failures').values({ subject, failures: 1, last_at: 'x' }).execute()
  const rows = await store.db.selectFrom('sign_in_failures').selectAll().orderBy('subject').execute()
  expect(rows.map(({ subject }) => subject)).toEqual(subjects)
  const later = await store.db.selectFrom('sign_in_failures').select('subject').where('subject', '>', 'ab').execute()
  expect(later).toHaveLength(2)
  await store.close()
})

test('numbers and counts are numbers', async () => {
  const store = await openStore(place)
  const big = 2 ** 53 - 1
  await store.db.insertInto('sign_in_failures').values({ subject: 'x', failures: big, last_at: 'x' }).execute()
  const row = await store.db
    .selectFrom('sign_in_failures')
    .select(({ fn }) => ['failures', fn.countAll<number>().as('count')])
    .groupBy('failures')
    .executeTakeFirst()
  expect(row).toEqual({ failures: big, count: 1 })
  await store.close()
})

test('a store that is opened for reading refuses to be written, as a failure of the store', async () => {
  await (await openStore(place)).close()
  const store = await openStoreToRead(place)
  const error: unknown = await store.db
    .insertInto('heartbeat')
    .values({ id: 1, at: 'x' })
    .execute()
    .catch((error: unknown) => error)
  expect(isStoreFailure(error)).toBe(true)
  await store.close()
})

test('it is refused when a later version has changed it', async () => {
  await (await openStore(place)).close()
  await database.run(place, `insert into kysely_migration values ('999-the-future', '2030-01-01')`)
  const sentence = 'written by a later version of Gatehouse (it has "999-the-future")'
  await expect(openStore(place)).rejects.toThrow(sentence)
  await expect(openStoreToRead(place)).rejects.toThrow(sentence)
})

test('a process that is running goes on while a later version changes the store', async () => {
  const running = await openStore(place)
  await database.run(place, `insert into kysely_migration values ('999-the-future', '2030-01-01')`)
  await database.run(place, `alter table users add column mood text`)
  await running.checkWritable()
  await sql`insert into users (id, name, name_key, role, password_hash, is_demo, created_at)
    values ('1', 'a', 'a', 'admin', '', 0, '')`.execute(running.db)
  expect(await running.db.selectFrom('users').select('name').execute()).toEqual([{ name: 'a' }])
  await running.close()
})

test('attempts to sign in that come at once, at several processes, are all counted', async () => {
  const stores = await Array.fromAsync([1, 2, 3], () => openStore(place))
  const throttles = stores.map((store) => createThrottle(store, () => 1_000_000))
  const waits = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => throttles[index % 3]?.begin('operator', `192.0.2.${index}`)),
  )
  expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(5)
  for (const store of stores) await store.close()
})

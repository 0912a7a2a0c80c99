import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database, databaseOf } from '../testing/database.ts'
import { asAdmin } from '../testing/postgres-server.ts'
import { reasonOf, StoreError } from './store-error.ts'
import { migrations } from './migrations.ts'
import { openStore, openStoreToRead } from './store.ts'
import type { PostgresTarget } from './postgres/target.ts'

let place: PostgresTarget
beforeEach(async () => {
  place = databaseOf(await database.create())
})
afterEach(() => database.remove())

async function refusal(changes: Partial<PostgresTarget> = {}): Promise<string> {
  const error: unknown = await openStore({ ...place, ...changes }).then(
    async (store) => {
      await store.close()
      return expect.fail('It opened')
    },
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(StoreError)
  return (error as StoreError).message // as just looked at
}

const errorOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('It worked'),
    (error: unknown) => error,
  )

const emptyIt = () => database.run(place, 'drop schema public cascade; create schema public')

test('processes that start at once on an empty database migrate it once', async () => {
  await emptyIt()
  const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(place)))
  const { rows } = await sql`select * from kysely_migration`.execute(stores[0]!.db) // there are four
  expect(rows).toHaveLength(Object.keys(migrations).length)
  for (const store of stores) {
    await store.checkWritable()
    await store.close()
  }
})

test('a database that no Gatehouse has started on is not brought up to date by a command that only reads', async () => {
  await emptyIt()
  await expect(openStoreToRead(place)).rejects.toThrow('Start Gatehouse once, to bring it up to date.')
})

describe('it says what is wrong when', () => {
  test('the database belongs to something else', async () => {
    await emptyIt()
    await database.run(place, 'create table recipes (id int)')
    expect(await refusal()).toContain('has tables of something else')
  })

  test('views of an extension are there, which is no mistake', async () => {
    await emptyIt()
    await database.run(
      place,
      'create view statements as select 1 as one; create schema theirs; create table theirs.t ()',
    )
    await (await openStore(place)).close()
  })

  test('there is no such database', async () => {
    expect(await refusal({ database: 'nowhere' })).toMatch(/^There is no database "nowhere" on 127\.0\.0\.1:\d+\./)
  })

  test('no server answers', async () => {
    expect(await refusal({ port: 1 })).toContain('cannot be reached')
    expect(await refusal({ host: 'nowhere.invalid' })).toContain('cannot be reached')
  })

  test('the server does not know the user', async () => {
    expect(await refusal({ user: 'stranger' })).toContain('refuses this user')
  })

  test('the server has no TLS', async () => {
    expect(await refusal({ tls: 'require' })).toContain('does not support SSL')
  })

  test('the user may not create tables', async () => {
    await emptyIt()
    await database.run(
      place,
      `drop role if exists reader; create role reader login; grant usage on schema public to reader`,
    )
    expect(await refusal({ user: 'reader' })).toContain('must be able to create and change tables')
    await database.run(place, 'drop owned by reader; drop role reader')
  })

  test('the encoding is not UTF8', async () => {
    await asAdmin(place, (client) =>
      client.query(`create database latin encoding 'LATIN1' locale 'C' template template0`),
    )
    expect(await refusal({ database: 'latin' })).toContain('has the encoding LATIN1')
    await asAdmin(place, (client) => client.query('drop database latin'))
  })
})

test('a server that only reads gives the reason', async () => {
  const store = await openStore(place)
  await database.run(place, `alter database ${place.database} set default_transaction_read_only = on`)
  const other = await openStore(place)
  expect(reasonOf(await errorOf(other.checkWritable()))).toBe('The store takes no changes now.')
  await other.close()
  await store.close()
})

test('a statement that takes too long is cancelled, and gives the reason', async () => {
  const store = await openStore({ ...place, statementMs: 100 })
  const error = await errorOf(sql`select pg_sleep(5)`.execute(store.db))
  expect(reasonOf(error)).toBe('The database took too long.')
  await store.close()
})

test('too many connections give the reason', async () => {
  await database.run(place, `alter database ${place.database} connection limit 0`)
  await database.run(place, 'create role guest login; grant all on schema public to guest').catch(() => undefined)
  expect(await refusal({ user: 'guest' })).toContain('no connection or memory left')
  await database.run({ ...place, database: 'postgres' }, `alter database ${place.database} connection limit -1`)
  await database.run(place, 'drop owned by guest; drop role guest')
})

describe('when the server cuts the connections', () => {
  const cut = () =>
    asAdmin({ ...place, database: 'postgres' }, (client) =>
      client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [place.database]),
    )

  test('idle ones are replaced', async () => {
    const store = await openStore(place)
    await store.checkWritable()
    await cut()
    await expect
      .poll(() =>
        store.checkWritable().then(
          () => 'written',
          () => 'failed',
        ),
      )
      .toBe('written')
    await store.close()
  })

  test('a query fails as a failure of the store, and the next one works', async () => {
    const store = await openStore(place)
    const sleeping = errorOf(sql`select pg_sleep(5)`.execute(store.db))
    await expect.poll(async () => (await cut()).rowCount).toBeGreaterThan(0)
    expect(reasonOf(await sleeping)).toBe('The database cannot be reached.')
    await store.checkWritable()
    await store.close()
  })

  test('a transaction fails and leaves nothing, and its lock is free', async () => {
    const store = await openStore(place)
    const error = await errorOf(
      store.db.transaction().execute(async (transaction) => {
        await transaction.insertInto('heartbeat').values({ id: 1, at: 'x' }).execute()
        await cut()
        await transaction.insertInto('heartbeat').values({ id: 1, at: 'y' }).execute()
      }),
    )
    expect(reasonOf(error)).toBe('The database cannot be reached.')
    expect(await store.db.selectFrom('heartbeat').selectAll().execute()).toEqual([])
    await store.close()
  })
})

test('text with a NUL, which PostgreSQL does not store, is stored without it', async () => {
  const store = await openStore(place)
  await store.db.insertInto('sign_in_failures').values({ subject: 'a\0b', failures: 1, last_at: 'x' }).execute()
  const row = await store.db.selectFrom('sign_in_failures').select('subject').executeTakeFirst()
  expect(row).toEqual({ subject: 'a\uFFFDb' })
  await store.close()
})

test('the ledger cannot be emptied', async () => {
  await expect(database.run(place, 'truncate ledger')).rejects.toThrow('append-only')
})

describe('the sort order of the database does not matter', () => {
  let german: PostgresTarget | undefined
  beforeAll(async () => {
    const server = databaseOf(await database.create())
    const name = `german_${process.pid}`
    // PostgreSQL 14 has no ICU for whole databases.
    german = await asAdmin(server, async (client) => {
      const { rows } = await client.query<{ version: number }>(
        `select current_setting('server_version_num')::int as version`,
      )
      if ((rows[0]?.version ?? 0) < 150_000) return undefined
      await client.query(`create database ${name} template template0 locale_provider icu icu_locale 'de'`)
      return { ...server, database: name }
    })
  })
  afterAll(async () => {
    if (german)
      await asAdmin({ ...german, database: 'postgres' }, (client) => client.query(`drop database ${german?.database}`))
  })

  test('for text in the store', async () => {
    const store = await openStore(german ?? place)
    for (const subject of ['b', 'A', 'a', 'B'])
      await store.db.insertInto('sign_in_failures').values({ subject, failures: 1, last_at: 'x' }).execute()
    const rows = await store.db.selectFrom('sign_in_failures').select('subject').orderBy('subject').execute()
    expect(rows.map(({ subject }) => subject)).toEqual(['A', 'B', 'a', 'b'])
    await store.close()
  })
})

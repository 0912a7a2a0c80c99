import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { PostgresTarget } from '../store/postgres/target.ts'
import type { StoreTarget } from '../store/store.ts'
import { asAdmin } from './postgres-server.ts'

/** The database that this run of the tests stores in: vitest.config.ts runs them once on SQLite and once on PostgreSQL. */
export interface TestDatabase {
  /** A place for a store of its own, without rows. */
  create(): Promise<StoreTarget>
  /** Runs SQL as another program would. */
  run(target: StoreTarget, sql: string): Promise<void>
  /** The settings that name the place. */
  environment(target: StoreTarget): Record<string, string>
  /** Deletes one place, or all. The stores in them must be closed. */
  remove(target?: StoreTarget): Promise<void>
}

const template = inject('template')

export const database: TestDatabase = template ? onPostgres(template) : onSqlite()

function onSqlite(): TestDatabase {
  const folders = new Set<string>()
  return {
    async create() {
      const folder = await mkdtemp(join(tmpdir(), 'gatehouse-store-'))
      folders.add(folder)
      return folder
    },
    async run(target, sql) {
      const file = new DatabaseSync(join(folderOf(target), 'gatehouse.db'), { timeout: 5_000 })
      file.exec(sql)
      file.close()
    },
    environment: (target) => ({ GATEHOUSE_DATA_DIR: folderOf(target) }),
    async remove(target) {
      for (const folder of target === undefined ? folders : [folderOf(target)]) {
        folders.delete(folder)
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

function onPostgres(empty: PostgresTarget): TestDatabase {
  const names = new Set<string>()
  const server = { ...empty, database: 'postgres' }
  return {
    async create() {
      const name = `store_${randomUUID().replaceAll('-', '')}`
      await asAdmin(server, (client) => client.query(`create database ${name} template ${empty.database}`))
      names.add(name)
      return { ...empty, database: name }
    },
    async run(target, sql) {
      await asAdmin(databaseOf(target), (client) => client.query(sql))
    },
    environment(target) {
      const { user, host, port, database: name } = databaseOf(target)
      return { DATABASE_URL: `postgres://${user}@${host}:${port}/${name}` }
    },
    async remove(target) {
      await asAdmin(server, async (client) => {
        for (const name of target === undefined ? names : [databaseOf(target).database]) {
          names.delete(name)
          await client.query(`drop database ${name} with (force)`)
        }
      })
    },
  }
}

/** The folder of a place on SQLite. */
export function folderOf(target: StoreTarget): string {
  if (typeof target === 'string') return target
  throw new Error('This test is on PostgreSQL, so its store is in no folder.')
}

/** The database of a place on PostgreSQL. */
export function databaseOf(target: StoreTarget): PostgresTarget {
  if (typeof target !== 'string') return target
  throw new Error('This test is on SQLite, so its store is in no database.')
}

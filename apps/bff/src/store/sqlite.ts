import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** The most prepared statements to cache; Gatehouse has fewer. */
const statementsKept = 200

/** Adapts node:sqlite to Kysely's SQLite dialect. */
export function sqliteDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(text) {
      const existing = prepared.get(text)
      if (existing) return existing
      if (text === 'rollback') return rollback(database)
      const statement = adapted(database.prepare(text === 'begin' ? begin : text))
      // Schema statements are not cached: a cached one would not see tables and indexes created later.
      if (/^\s*(select|insert|update|delete)\b/i.test(text)) {
        if (prepared.size >= statementsKept) prepared.clear()
        prepared.set(text, statement)
      }
      return statement
    },
  }
}

/**
 * Our transactions write. Taking the write lock first waits for another connection's lock; taking it later fails at once
 * with SQLITE_BUSY_SNAPSHOT if that connection wrote meanwhile (sqlite.org/rescode.html#busy_snapshot).
 */
const begin = 'begin immediate'

/**
 * SQLite itself rolls back after a full disk and a few more errors (sqlite.org/lang_transaction.html). A second rollback
 * would fail, and its error would replace the cause.
 */
const rollback = (database: DatabaseSync): SqliteStatement => ({
  reader: false,
  all: () => [],
  run() {
    if (database.isTransaction) database.exec('rollback')
    return { changes: 0, lastInsertRowid: 0 }
  },
  iterate: () => [].values(),
})

const adapted = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...bindable(parameters)),
  run: (parameters) => statement.run(...bindable(parameters)),
  iterate: (parameters) => statement.iterate(...bindable(parameters)),
})

const bindable = (parameters: readonly unknown[]) => parameters as SQLInputValue[] // the types of the tables allow text, numbers and null only

import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Statements kept prepared; more than the product has. */
const statementsKept = 200

/** What Kysely's SQLite dialect wants, over node:sqlite. */
export function sqliteDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(text) {
      const known = prepared.get(text)
      if (known) return known
      const statement = adapted(database.prepare(text))
      // an index or table made later would not be seen by a statement of the schema
      if (/^\s*(select|insert|update|delete)\b/i.test(text)) {
        if (prepared.size >= statementsKept) prepared.clear()
        prepared.set(text, statement)
      }
      return statement
    },
  }
}

const adapted = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...bindable(parameters)),
  run: (parameters) => statement.run(...bindable(parameters)),
  iterate: (parameters) => statement.iterate(...bindable(parameters)),
})

const bindable = (parameters: readonly unknown[]) => parameters as SQLInputValue[] // Kysely passes on what the tables' types allow: text, numbers, null

import type { SQLInputValue, StatementSync } from 'node:sqlite'
import { DatabaseSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'
import type { DatabaseOptions, Reply, Request, WorkerInput } from './messages.ts'

/* The worker of one connection. node:sqlite is synchronous: here it blocks this thread and not the event loop. */

/** The most prepared statements to cache; Gatehouse has fewer. */
const statementsKept = 200

/** Longer statements insert many rows. Each number of rows is another statement, and takes hundreds of kilobytes. */
const longestKept = 4_000

const { options, port } = workerData as WorkerInput // connection.ts is the only caller
const prepared = new Map<string, StatementSync>()

let database: DatabaseSync
const isOpen = reply(() => {
  database = openDatabase(options)
  return { rows: [] }
})
// Without a listener on its port, this thread ends.
if (isOpen)
  port.on('message', (request: Request) => {
    if (request !== 'close') reply(() => run(request))
    else {
      database.close()
      port.close()
    }
  })

/** Sends the result, or the error. Returns whether there was a result. */
function reply(work: () => Reply): boolean {
  try {
    port.postMessage(work())
    return true
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    port.postMessage({ error, properties: Object.fromEntries(Object.entries(error)) })
    return false
  }
}

function openDatabase({ file, readOnly, busyMs }: DatabaseOptions): DatabaseSync {
  const opened = new DatabaseSync(file, { readOnly, timeout: busyMs })
  if (readOnly) return opened
  // In WAL mode readers and writers do not block each other. The file stores the mode, and setting it takes a lock.
  if (opened.prepare('pragma journal_mode').get()?.['journal_mode'] !== 'wal') opened.exec('pragma journal_mode = wal')
  opened.exec('pragma synchronous = full; pragma foreign_keys = on')
  return opened
}

function run({ sql, parameters }: Exclude<Request, 'close'>): Reply {
  // SQLite itself rolls back after a full disk and a few more errors (sqlite.org/lang_transaction.html). A second rollback
  // would fail, and its error would replace the cause.
  if (sql === 'rollback' && !database.isTransaction) return { rows: [] }
  const statement = prepare(sql)
  const values = parameters as SQLInputValue[] // the types of the tables allow text, numbers and null only
  if (statement.columns().length > 0) return { rows: statement.all(...values) }
  return { rows: [], changes: statement.run(...values).changes }
}

function prepare(sql: string): StatementSync {
  const existing = prepared.get(sql)
  if (existing) return existing
  const statement = database.prepare(sql)
  // Schema statements are not cached: a cached one would not see tables and indexes created later.
  if (sql.length <= longestKept && /^\s*(select|insert|update|delete)\b/i.test(sql)) {
    if (prepared.size >= statementsKept) prepared.clear()
    prepared.set(sql, statement)
  }
  return statement
}

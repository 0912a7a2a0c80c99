import { DatabaseSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'

/*
 * The worker of one connection. node:sqlite is synchronous: here it blocks this thread and not the event loop.
 *
 * The only JavaScript file, with its types in comments: each thread that runs TypeScript loads the code that removes the types,
 * which takes 60 ms and several megabytes (decision 10).
 */

/** @import { SQLInputValue, StatementSync } from 'node:sqlite' */
/** @import { DatabaseOptions, Reply, Request, WorkerInput } from './messages.ts' */

/** The most prepared statements to cache; Gatehouse has fewer. */
const statementsKept = 200

/** Longer statements insert many rows. Each number of rows is another statement, and takes hundreds of kilobytes. */
const longestKept = 4_000

const { options, port } = /** @type {WorkerInput} */ (workerData) // connection.ts is the only caller

/** @type {Map<string, StatementSync>} */
const prepared = new Map()

/** @type {DatabaseSync} */
let database
const isOpen = reply(() => {
  database = openDatabase(options)
  return { rows: [] }
})
// Without a listener on its port, this thread ends.
if (isOpen)
  port.on('message', (/** @type {Request} */ request) => {
    if (request !== 'close') reply(() => run(request))
    else {
      database.close()
      port.close()
    }
  })

/**
 * Sends the result, or the error. Returns whether there was a result.
 *
 * @param {() => Reply} work
 */
function reply(work) {
  try {
    port.postMessage(work())
    return true
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    port.postMessage({ error, properties: Object.fromEntries(Object.entries(error)) })
    return false
  }
}

/** @param {DatabaseOptions} options */
function openDatabase({ file, readOnly, busyMs }) {
  const opened = new DatabaseSync(file, { readOnly, timeout: busyMs })
  if (readOnly) return opened
  // In WAL mode readers and writers do not block each other. The file stores the mode, and setting it takes a lock.
  if (opened.prepare('pragma journal_mode').get()?.['journal_mode'] !== 'wal') opened.exec('pragma journal_mode = wal')
  opened.exec('pragma synchronous = full; pragma foreign_keys = on')
  return opened
}

/**
 * @param {Exclude<Request, 'close'>} request
 * @returns {Reply}
 */
function run({ sql, parameters }) {
  // SQLite itself rolls back after a full disk and a few more errors (sqlite.org/lang_transaction.html). A second rollback
  // would fail, and its error would replace the cause.
  if (sql === 'rollback' && !database.isTransaction) return { rows: [] }
  const statement = prepare(sql)
  const values = /** @type {SQLInputValue[]} */ (parameters) // the types of the tables allow text, numbers and null only
  if (statement.columns().length > 0) return { rows: statement.all(...values) }
  return { rows: [], changes: statement.run(...values).changes }
}

/**
 * @param {string} sql
 * @returns {StatementSync}
 */
function prepare(sql) {
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

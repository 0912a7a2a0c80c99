import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Dialect,
  type Driver,
  type Kysely,
} from 'kysely'
import { connect, type SqliteConnection } from './connection.ts'
import type { DatabaseOptions } from './messages.ts'
import { createPool } from './pool.ts'

export interface SqliteDialectOptions extends DatabaseOptions {
  /** The most connections, each with a thread of its own. SQLite lets one connection write at a time. */
  connections: number
}

/** SQLite for Kysely, in worker threads. Connections are opened when they are needed. */
export const sqliteDialect = (options: SqliteDialectOptions): Dialect => ({
  createDriver: () => createDriver(options),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new PooledSqliteAdapter(),
  createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
})

class PooledSqliteAdapter extends SqliteAdapter {
  // The pool decides how many connections there are. With false, Kysely would allow one query at a time.
  override get supportsMultipleConnections() {
    return true
  }
}

function createDriver({ connections, ...options }: SqliteDialectOptions): Driver {
  const pool = createPool<SqliteConnection>({
    size: connections,
    open: () => connect(options),
    isUsable: ({ hasEnded }) => !hasEnded,
    close: (connection) => connection.close(),
  })
  const run = (statement: string) => async (connection: { executeQuery: SqliteConnection['executeQuery'] }) => {
    await connection.executeQuery(CompiledQuery.raw(statement))
  }
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => pool.acquire(),
    /**
     * Our transactions write. Taking the write lock first waits for another connection's lock; taking it later fails at once
     * with SQLITE_BUSY_SNAPSHOT if that connection wrote meanwhile (sqlite.org/rescode.html#busy_snapshot).
     */
    beginTransaction: run(options.readOnly ? 'begin' : 'begin immediate'),
    commitTransaction: run('commit'),
    rollbackTransaction: run('rollback'),
    releaseConnection: async (connection) => pool.release(connection as SqliteConnection), // from this pool
    destroy: () => pool.close(),
  }
}

import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { Pool, types, type PoolClient } from 'pg'
import { StoreError } from '../store-error.ts'
import { connectionFailure, postgresFailure, postgresSentences } from './failures.ts'
import { placeOf, type PostgresTarget } from './target.ts'

/** How long a query waits for a connection, new or free. */
const connectMs = 10_000

/** The server ends a transaction that is idle this long. Its locks would stop all others if a network cut hides its client. */
const idleInTransactionMs = 15_000

export interface PoolSettings {
  /** Refuse every write. */
  readOnly?: boolean
  /** Overrides the target's; 0 for none. */
  statementMs?: number
}

/** PostgreSQL for Kysely. Rejects with the error of PostgreSQL, or a StoreError when the connection fails. */
export function postgresDialect(target: PostgresTarget, settings: PoolSettings = {}): PostgresDialect {
  return new PostgresDialect({ pool: checkedPool(openPool(target, settings), placeOf(target)) })
}

function openPool(target: PostgresTarget, { readOnly = false, statementMs = target.statementMs }: PoolSettings): Pool {
  const { host, port, database, user, password, connections } = target
  const pool = new Pool({
    host,
    port,
    database,
    user,
    password,
    ssl: tlsOf(target),
    application_name: 'gatehouse',
    options: readOnly ? '-c default_transaction_read_only=on' : '',
    max: connections,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // An idle store does not keep its process alive.
    allowExitOnIdle: true,
    types: {
      // Ours stay below 2^53.
      getTypeParser: (oid, format) => (oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)),
    },
  })
  // An error of a connection that runs no query has nowhere else to go, and would end the process. The pool replaces the
  // connection, and the next query says what is wrong.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const tlsOf = ({ tls, certificateAuthority }: PostgresTarget) =>
  tls === 'disable'
    ? false
    : { rejectUnauthorized: tls === 'verify-full', ...(certificateAuthority !== null && { ca: certificateAuthority }) }

/** The pool as Kysely uses it, with errors of the connection as sentences. */
function checkedPool(pool: Pool, place: string): PostgresPool {
  const checked = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work
    } catch (cause) {
      if (postgresFailure(cause) !== undefined) throw cause
      const failure = connectionFailure(cause)
      const detail = cause instanceof Error ? ` (${cause.message || String(Reflect.get(cause, 'code'))})` : ''
      throw new StoreError(`${postgresSentences[failure]?.(place) ?? ''}${detail}`, { cause, failure })
    }
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await checked(pool.connect())
      return checkedClient(client, checked)
    },
  }
}

const checkedClient = (
  client: PoolClient,
  checked: <Value>(work: Promise<Value>) => Promise<Value>,
): PostgresPoolClient => ({
  query: ((text: string, values: readonly unknown[]) =>
    checked(client.query(text, values.map(storable)))) as unknown as PostgresPoolClient['query'], // its other form, with a cursor, is for streams
  release: (destroy) => client.release(destroy),
})

/** PostgreSQL stores no NUL in text (postgresql.org/docs/current/datatype-character.html). */
const storable = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)

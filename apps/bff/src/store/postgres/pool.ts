import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { Pool, types, type ClientConfig, type PoolClient } from 'pg'
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
  const pool = new Pool({
    ...connectionOptions(target),
    options: readOnly ? '-c default_transaction_read_only=on' : '',
    max: target.connections,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    // An idle store does not keep its process alive.
    allowExitOnIdle: true,
  })
  // An error of a connection that runs no query has nowhere else to go, and would end the process. The pool replaces the
  // connection, and the next query says what is wrong.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** How any connection to the database is made. */
export function connectionOptions(target: PostgresTarget): ClientConfig {
  const { host, port, database, user, password } = target
  return {
    host,
    port,
    database,
    user,
    password,
    ssl: tlsOf(target),
    application_name: 'gatehouse',
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    types: {
      // Ours stay below 2^53.
      getTypeParser: (oid, format) => (oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)),
    },
  }
}

const tlsOf = ({ tls, certificateAuthority }: PostgresTarget) =>
  tls === 'disable'
    ? false
    : { rejectUnauthorized: tls === 'verify-full', ...(certificateAuthority !== null && { ca: certificateAuthority }) }

/** The pool as Kysely uses it, with errors of the connection as sentences. */
function checkedPool(pool: Pool, place: string): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      try {
        return checkedClient(await pool.connect(), place)
      } catch (error) {
        throw checkedError(error, place)
      }
    },
  }
}

function checkedClient(client: PoolClient, place: string): PostgresPoolClient {
  let isLost = false

  async function query(text: string, values: readonly unknown[]) {
    try {
      return await client.query(text, values.map(storable))
    } catch (error) {
      // PostgreSQL says that it ends the connection before it does.
      isLost ||= failureOf(error) === 'unreachable'
      throw checkedError(error, place)
    }
  }
  return {
    query: query as unknown as PostgresPoolClient['query'], // its other form, with a cursor, is for streams
    release: (destroy) => client.release(destroy === true || isLost),
  }
}

const failureOf = (error: unknown) => postgresFailure(error) ?? connectionFailure(error)

/** An error of PostgreSQL as it is; any other is one of the connection, and becomes a StoreError. */
function checkedError(error: unknown, place: string): unknown {
  if (postgresFailure(error) !== undefined || !(error instanceof Error)) return error
  const failure = connectionFailure(error)
  const sentence = postgresSentences[failure]?.(place) ?? ''
  return new StoreError(`${sentence} (${error.message || ('code' in error ? String(error.code) : error.name)})`, {
    cause: error,
    failure,
  })
}

/** PostgreSQL stores no NUL in text (postgresql.org/docs/current/datatype-character.html). */
const storable = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)

import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { connectionOptions } from '../../store/postgres/pool.ts'
import type { PostgresTarget } from '../../store/postgres/target.ts'

/** A query that takes longer counts as a lost connection. Shorter than a lease, so that there is time to connect again. */
const queryMs = 3_000

/** The waits between attempts to connect again, in milliseconds; the last one repeats. */
const reconnectMs = [100, 500, 1_000, 2_000]

export interface LinkLog {
  info(details: object, message: string): void
  error(details: object, message: string): void
}

/**
 * A connection of its own, for leases and notifications: it waits for no connection of the pool, and listens. When it is
 * lost, it is opened again.
 */
export interface Link {
  /** Rejects while the connection is lost. */
  query<Row extends object>(text: string, values: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

interface LinkOptions {
  target: PostgresTarget
  /** The channel to listen to. */
  listenTo: string
  onNotice: (payload: string) => void
  log: LinkLog
}

/** Rejects with the error of PostgreSQL when the first connection fails. */
export async function openLink({ target, listenTo, onNotice, log }: LinkOptions): Promise<Link> {
  const closing = new AbortController()
  let client: Client | null = await connect()
  /** The connection runs one query at a time. */
  let last: Promise<unknown> = Promise.resolve()

  async function connect(): Promise<Client> {
    const next = new Client({
      ...connectionOptions(target),
      application_name: 'gatehouse replica',
      connectionTimeoutMillis: queryMs,
      statement_timeout: queryMs,
      query_timeout: queryMs,
    })
    next.on('error', (error) => lose(next, error))
    next.on('end', () => lose(next, new Error('The server ended the connection.')))
    next.on('notification', ({ payload = '' }) => onNotice(payload))
    try {
      await next.connect()
      await next.query(`listen ${next.escapeIdentifier(listenTo)}`)
      return next
    } catch (error) {
      hangUp(next)
      throw error
    }
  }

  function lose(lost: Client, error: unknown) {
    if (client !== lost || closing.signal.aborted) return
    client = null
    hangUp(lost)
    log.error(
      { err: error },
      'The connection for leases and notifications is lost; the store is read every few seconds',
    )
    void reconnect()
  }

  async function reconnect() {
    for (let attempt = 0; !closing.signal.aborted && !client; attempt += 1) {
      const ms = reconnectMs[Math.min(attempt, reconnectMs.length - 1)]
      await wait(ms, undefined, { signal: closing.signal }).catch(() => undefined)
      client = closing.signal.aborted ? null : await connect().catch(() => null)
    }
    if (client) log.info({}, 'The connection for leases and notifications is there again')
  }

  async function run<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const used = client
    if (!used) throw new Error('The connection for leases and notifications is lost.')
    try {
      return (await used.query<Row>(text, values)).rows
    } catch (error) {
      lose(used, error)
      throw error
    }
  }

  return {
    query<Row extends object>(text: string, values: unknown[]) {
      const result = last.then(() => run<Row>(text, values))
      last = result.catch(() => undefined)
      return result
    },
    async close() {
      closing.abort()
      await last
      const used = client
      client = null
      await used?.end().catch(() => undefined)
    },
  }
}

/** The server may not answer any more, so nothing waits for it. */
function hangUp(client: Client) {
  client.end().catch(() => undefined)
}

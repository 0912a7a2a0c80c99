import { Worker } from 'node:worker_threads'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { StoreError } from '../store-error.ts'
import type { DatabaseOptions, Reply, Request } from './messages.ts'

/** A connection to a SQLite file, in a thread of its own. */
export interface SqliteConnection extends DatabaseConnection {
  /** The thread has ended, so every query is rejected. */
  readonly hasEnded: boolean
  /** Closes the file after all queries. */
  close(): Promise<void>
}

export const startWorker = (options: DatabaseOptions): Worker =>
  // Node's flags are for the main thread: some, such as --input-type, make a worker fail.
  new Worker(new URL('worker.ts', import.meta.url), { workerData: options, execArgv: [] })

/**
 * Opens the file in the worker. Rejects with the error of node:sqlite. If the thread ends unexpectedly, its queries are
 * rejected with a StoreError. The thread keeps the process alive only while it runs a query.
 */
export async function connect(options: DatabaseOptions, worker = startWorker(options)): Promise<SqliteConnection> {
  const waiting: PromiseWithResolvers<Reply>[] = []
  const ended = Promise.withResolvers<void>()
  let failure: StoreError | null = null

  function next(): Promise<Reply> {
    const reply = Promise.withResolvers<Reply>()
    if (waiting.push(reply) === 1) worker.ref()
    return reply.promise
  }

  function fail(cause?: unknown): void {
    failure ??= new StoreError(
      `The thread that uses the store ${options.file} has ended unexpectedly. What it was doing may not be written.`,
      { cause },
    )
    for (const { reject } of waiting.splice(0)) reject(failure)
  }

  worker
    .on('message', (reply: Reply) => {
      waiting.shift()?.resolve(reply)
      if (waiting.length === 0) worker.unref()
    })
    .on('error', fail)
    .on('exit', () => {
      fail()
      ended.resolve()
    })

  async function send(sql: string, parameters: readonly unknown[]): Promise<Exclude<Reply, { error: Error }>> {
    if (failure) throw failure
    const request: Request = { sql, parameters }
    worker.postMessage(request)
    return resultOf(await next())
  }

  resultOf(await next())
  return {
    get hasEnded() {
      return failure !== null
    },

    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, changes } = await send(sql, parameters)
      return {
        rows: rows as Row[], // Kysely derives the type from the query
        ...(changes !== undefined && { numAffectedRows: BigInt(changes) }),
      }
    },

    // oxlint-disable-next-line require-yield -- the interface asks for a generator
    async *streamQuery() {
      throw new Error('Rows of the store are not streamed: a stream would keep its connection. Read them in pages.')
    },

    async close() {
      worker.ref()
      worker.postMessage('close' satisfies Request)
      await ended.promise
    },
  }
}

/** Throws the error of the reply as node:sqlite threw it: its class, message, code and errcode. */
function resultOf(reply: Reply): Exclude<Reply, { error: Error }> {
  if ('error' in reply) throw Object.assign(reply.error, reply.properties)
  return reply
}

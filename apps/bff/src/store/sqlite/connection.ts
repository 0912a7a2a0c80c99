import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { StoreError } from '../store-error.ts'
import type { DatabaseOptions, Reply, Request, WorkerInput } from './messages.ts'

/** A connection to a SQLite file, in a thread of its own. */
export interface SqliteConnection extends DatabaseConnection {
  /** The thread has ended, so every query is rejected. */
  readonly hasEnded: boolean
  /** Closes the file after all queries. */
  close(): Promise<void>
}

export interface Thread {
  worker: Worker
  /** A channel of our own, because Node's watch mode sends messages of its own over the worker's. */
  port: MessagePort
}

export function startThread(options: DatabaseOptions): Thread {
  const { port1: port, port2 } = new MessageChannel()
  const worker = new Worker(new URL('worker.js', import.meta.url), {
    workerData: { options, port: port2 } satisfies WorkerInput,
    transferList: [port2],
    // Node's flags are for the main thread: some, such as --input-type, make a worker fail.
    execArgv: [],
  })
  // The port keeps the process alive while it has to.
  worker.unref()
  return { worker, port }
}

/**
 * Opens the file in the worker. Rejects with the error of node:sqlite. If the thread ends unexpectedly, its queries are
 * rejected with a StoreError. The thread keeps the process alive only while it runs a query.
 */
export async function connect(
  options: DatabaseOptions,
  { worker, port } = startThread(options),
): Promise<SqliteConnection> {
  const waiting: PromiseWithResolvers<Reply>[] = []
  const ended = Promise.withResolvers<void>()
  let failure: StoreError | null = null

  function next(): Promise<Reply> {
    const reply = Promise.withResolvers<Reply>()
    if (waiting.push(reply) === 1) port.ref()
    return reply.promise
  }

  function fail(reason: unknown): void {
    failure ??= new StoreError(
      `The thread that uses the store ${options.file} has ended unexpectedly. What it was doing may not be written.`,
      { cause: reason },
    )
    for (const { reject } of waiting.splice(0)) reject(failure)
  }

  function settle(reply: Reply): void {
    waiting.shift()?.resolve(reply)
    if (waiting.length === 0) port.unref()
  }

  let cause: unknown
  port.on('message', settle)
  worker.on('error', (error) => (cause = error))
  worker.on('exit', () => {
    // The end of the thread may overtake its last replies.
    for (let last = receiveMessageOnPort(port); last; last = receiveMessageOnPort(port)) settle(last.message as Reply) // from the worker
    fail(cause)
    port.close()
    ended.resolve()
  })

  async function send(sql: string, parameters: readonly unknown[]): Promise<Exclude<Reply, { error: Error }>> {
    if (failure) throw failure
    const request: Request = { sql, parameters }
    port.postMessage(request)
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
      port.postMessage('close' satisfies Request)
      await ended.promise
    },
  }
}

/** Throws the error of the reply as node:sqlite threw it: its class, message, code and errcode. */
function resultOf(reply: Reply): Exclude<Reply, { error: Error }> {
  if ('error' in reply) throw Object.assign(reply.error, reply.properties)
  return reply
}

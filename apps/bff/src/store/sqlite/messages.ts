import type { MessagePort } from 'node:worker_threads'

/* What a connection and its worker send each other. */

export interface DatabaseOptions {
  file: string
  readOnly: boolean
  /** How long to wait for a lock of another program, in milliseconds. */
  busyMs: number
}

/** What the worker starts with. Requests and replies go over the port. */
export interface WorkerInput {
  options: DatabaseOptions
  port: MessagePort
}

/** A statement to run, or the order to close the file and end. */
export type Request = { sql: string; parameters: readonly unknown[] } | 'close'

/**
 * The worker sends one reply when it has opened the file, then one per statement, in the order of the statements. A copy of
 * an error loses the properties that node:sqlite adds, so they travel beside it.
 */
export type Reply = { rows: unknown[]; changes?: number | bigint } | { error: Error; properties: object }

import type { OperationId } from '@gatehouse/oci-api'
import { OciError } from './error.ts'

/** Ends a call before its answer: on timeout, when the caller aborts, or when all callers of a joined read have left. */
export class Deadline {
  /** The remaining time, in milliseconds. */
  readonly remainingMs: () => number
  #sent: { readonly requestId: string | undefined } | undefined
  #reason: OciError | undefined
  #watchers = new Set<(reason: OciError) => void>()
  #controller: AbortController | undefined

  constructor(remainingMs: () => number) {
    this.remainingMs = remainingMs
  }

  /** Set once an attempt may have left this process, with the `opc-request-id` of its request. */
  get sent(): { readonly requestId: string | undefined } | undefined {
    return this.#sent
  }

  /** Call this directly before an attempt is written to a connection. */
  markSent(requestId: string | undefined): void {
    this.#sent ??= { requestId }
  }

  /** `timeout` or `aborted` once the deadline has passed; undefined before. */
  get reason(): OciError | undefined {
    return this.#reason
  }

  /** Aborts with the reason. Created on first use, because most calls need no signal. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController()
      if (this.#reason) this.#controller.abort(this.#reason)
    }
    return this.#controller.signal
  }

  /** Calls back when the deadline passes, at once if it has passed. Call the result to unsubscribe. */
  watch(passed: (reason: OciError) => void): () => void {
    if (this.#reason) {
      passed(this.#reason)
      return () => undefined
    }
    this.#watchers.add(passed)
    return () => void this.#watchers.delete(passed)
  }

  /** Settles like `work`, or rejects when the deadline passes. For work that accepts no signal. */
  limit<T>(work: PromiseLike<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const stop = this.watch(reject)
    work.then(
      (value) => {
        stop()
        resolve(value)
      },
      (error: unknown) => {
        stop()
        reject(error)
      },
    )
    return promise
  }

  /** Passes the deadline with this reason. Later calls are ignored. */
  pass(reason: OciError): void {
    if (this.#reason) return
    this.#reason = reason
    const watchers = [...this.#watchers]
    this.#watchers.clear()
    for (const passed of watchers) passed(reason)
    this.#controller?.abort(reason)
  }
}

/** Node fires a timer with a longer delay at once. */
const longestTimerMs = 2 ** 31 - 1

/**
 * One deadline for a whole call: signing, all attempts, the waits between them, and reading the answer. Call `end` when
 * the call is over, or the timer keeps the process alive.
 */
export function startDeadline(
  operation: OperationId,
  callMs: number,
  callerSignal: AbortSignal | undefined,
): { deadline: Deadline; end: () => void } {
  const until = performance.now() + callMs
  const deadline = new Deadline(() => until - performance.now())
  const giveUp = () => {
    const cause: unknown = callerSignal?.reason
    deadline.pass(new OciError('aborted', `The call of ${operation} was given up by its caller.`, { operation, cause }))
  }
  const timeUp = () =>
    deadline.pass(
      new OciError('timeout', `${operation} was not answered within ${callMs} ms.`, { operation, code: 'DEADLINE' }),
    )
  const timer = setTimeout(timeUp, Math.min(callMs, longestTimerMs))
  if (callerSignal?.aborted) giveUp()
  callerSignal?.addEventListener('abort', giveUp, { once: true })
  return {
    deadline,
    end() {
      clearTimeout(timer)
      callerSignal?.removeEventListener('abort', giveUp)
    },
  }
}

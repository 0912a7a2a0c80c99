import type { OperationId } from '@gatehouse/oci-api'
import { OciError } from './error.ts'

/** What ends a call before its answer: its time is up, its caller gave up, or all callers of a joined read have left. */
export class Deadline {
  /** How long there still is, in milliseconds. */
  readonly remainingMs: () => number
  #sent: { readonly requestId: string | undefined } | undefined
  #reason: OciError | undefined
  #watchers = new Set<(reason: OciError) => void>()
  #controller: AbortController | undefined

  constructor(remainingMs: () => number) {
    this.remainingMs = remainingMs
  }

  /** The `opc-request-id` of the request; undefined while no attempt may have left this process. */
  get sent(): { readonly requestId: string | undefined } | undefined {
    return this.#sent
  }

  /** To be called when an attempt is about to be written to a connection. */
  markSent(requestId: string | undefined): void {
    this.#sent ??= { requestId }
  }

  /** `timeout` when the time is up, `aborted` when the caller gave up; undefined while neither is so. */
  get reason(): OciError | undefined {
    return this.#reason
  }

  /** Fires with the reason; for what takes a signal. It is made on first use, as most calls need none. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController()
      if (this.#reason) this.#controller.abort(this.#reason)
    }
    return this.#controller.signal
  }

  /** Calls back once it has passed, at once if it has already; gives what takes that back. */
  watch(passed: (reason: OciError) => void): () => void {
    if (this.#reason) {
      passed(this.#reason)
      return () => undefined
    }
    this.#watchers.add(passed)
    return () => void this.#watchers.delete(passed)
  }

  /** Settles as `work` does, or rejects as soon as it has passed; for work that takes no signal. */
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

  /** Only the first reason counts. */
  pass(reason: OciError): void {
    if (this.#reason) return
    this.#reason = reason
    const watchers = [...this.#watchers]
    this.#watchers.clear()
    for (const passed of watchers) passed(reason)
    this.#controller?.abort(reason)
  }
}

/** A timer of Node's that is set for longer fires at once. */
const longestTimerMs = 2 ** 31 - 1

/**
 * One deadline for a whole call: signing, every attempt, every wait between two, and reading the answer. `end` must be
 * called, or the timer keeps the process alive.
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

import { OciError } from './error.ts'
import type { OperationId } from '@gatehouse/oci-api'

export interface Deadline {
  /** Fires with an OciError as its reason: `timeout` when the time is up, `aborted` when the caller gave up. */
  readonly signal: AbortSignal
  readonly remainingMs: () => number
  /** Settles as `work` does, or rejects as soon as the signal fires; for work that takes no signal. */
  readonly limit: <T>(work: PromiseLike<T> | T) => Promise<T>
  /** Must be called, or the timer keeps the process alive. */
  readonly end: () => void
}

/** A timer of Node's that is set for longer fires at once. */
const longestTimerMs = 2 ** 31 - 1

/** One deadline for a whole call: signing, every attempt, every wait between two, and reading the answer. */
export function startDeadline(operation: OperationId, callMs: number, callerSignal: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  const until = performance.now() + callMs
  const giveUp = () => {
    controller.abort(
      new OciError('aborted', `The call of ${operation} was given up by its caller.`, {
        operation,
        cause: callerSignal?.reason,
      }),
    )
  }
  const timer = setTimeout(
    () => {
      controller.abort(
        new OciError('timeout', `${operation} was not answered within ${callMs} ms.`, { operation, code: 'DEADLINE' }),
      )
    },
    Math.min(callMs, longestTimerMs),
  )
  if (callerSignal?.aborted) giveUp()
  callerSignal?.addEventListener('abort', giveUp, { once: true })

  return {
    signal: controller.signal,
    remainingMs: () => until - performance.now(),
    limit: (work) => settleBefore(controller.signal, work),
    end() {
      clearTimeout(timer)
      callerSignal?.removeEventListener('abort', giveUp)
    },
  }
}

async function settleBefore<T>(signal: AbortSignal, work: PromiseLike<T> | T): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const fail = () => reject(signal.reason)
  if (signal.aborted) fail()
  signal.addEventListener('abort', fail, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', fail)
  }
}

import { isStoreFailure } from '../store/store-error.ts'
import { unwritten, withEntry } from './attempts.ts'
import type { Answer, Attempt, Effect } from './entries.ts'
import { rowVersion } from './rows.ts'

export type SureEntry = Answer | Effect

export interface UnwrittenOptions {
  /** Writes one entry; rejects when that fails. */
  write: (entry: SureEntry) => Promise<void>
  /** How long to wait before each further round of writing; the last one repeats. Milliseconds. */
  retryMs: readonly number[]
}

/** Keeps entries in memory until they are written. Retries with back-off. */
export interface Unwritten {
  /** Resolves after the first try to write the entry, even if that failed. */
  add(entry: SureEntry): Promise<void>
  attemptIds(): string[]
  /** All unwritten entries. */
  entries(): SureEntry[]
  /** The attempt as if its unwritten entries were written. */
  overlay(attempt: Attempt): Attempt
  /** Tries to write all entries now. Never rejects. */
  flush(): Promise<void>
  stop(): void
}

export function createUnwritten({ write, retryMs }: UnwrittenOptions): Unwritten {
  /** By attempt, in time order. */
  const waiting = new Map<string, SureEntry[]>()
  const underWay = new Map<string, Promise<void>>()
  let round = 0
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function schedule(): void {
    if (stopped || timer || waiting.size === 0) return
    const delayMs = retryMs[Math.min(round, retryMs.length - 1)]
    timer = setTimeout(() => void flush(), delayMs)
    timer.unref()
    round += 1
  }

  /** Writes the entries of an attempt, including those added while it runs. */
  function writeAttempt(attemptId: string): Promise<void> {
    const writing = underWay.get(attemptId) ?? writeInOrder(attemptId).finally(() => underWay.delete(attemptId))
    underWay.set(attemptId, writing)
    return writing
  }

  async function writeInOrder(attemptId: string): Promise<void> {
    const entries = waiting.get(attemptId) ?? []
    // An entry stays in the list until it is written, so that reads show it.
    for (let entry = entries[0]; entry; entry = entries[0]) {
      await write(entry)
      entries.shift()
    }
    waiting.delete(attemptId)
    if (waiting.size === 0) round = 0
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    for (const attemptId of waiting.keys()) {
      try {
        await writeAttempt(attemptId)
      } catch (error) {
        // When the store fails, the other entries would fail too, each after a wait for a lock.
        if (isStoreFailure(error)) break
      }
    }
    schedule()
  }

  return {
    async add(entry) {
      const { attemptId } = entry
      const earlier = waiting.get(attemptId)
      if (earlier) earlier.push(entry)
      else waiting.set(attemptId, [entry])
      // An earlier entry of the attempt waits for the next round. Keep the order.
      if (earlier && !underWay.has(attemptId)) return
      try {
        await writeAttempt(attemptId)
      } catch {
        schedule()
      }
    },
    attemptIds: () => [...waiting.keys()],
    entries: () => [...waiting.values()].flat(),
    overlay: (attempt) =>
      (waiting.get(attempt.intent.attemptId) ?? [])
        .map((entry) => unwritten(entry, rowVersion))
        .reduce(withEntry, attempt),
    flush,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

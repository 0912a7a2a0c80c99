import { Problem } from '../problem.ts'

/** Runs tasks with the same key one after another. */
export interface Queues {
  /**
   * Runs the task after all earlier ones with its key; at once without a key. Throws a Problem `conflict`, without running
   * the task, when it waited longer than `withinMs`.
   */
  run<T>(key: string | null, withinMs: number, task: () => Promise<T>): Promise<T>
}

export function createQueues(): Queues {
  const tails = new Map<string, Promise<unknown>>()
  return {
    async run(key, withinMs, task) {
      if (key === null) return task()
      const before = tails.get(key) ?? Promise.resolve()
      const { promise: turn, resolve: endTurn } = Promise.withResolvers<void>()
      const tail = before.then(() => turn)
      tails.set(key, tail)
      try {
        await within(before, withinMs)
        return await task()
      } finally {
        endTurn()
        if (tails.get(key) === tail) tails.delete(key)
      }
    },
  }
}

async function within(before: Promise<unknown>, withinMs: number): Promise<void> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new Problem('conflict', 'Another decision on it is still being sent. Nothing was sent for yours.')),
    withinMs,
  )
  try {
    await Promise.race([before, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

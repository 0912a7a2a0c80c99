/** Runs a task when there is a free slot, an urgent one before all that wait. */
export type Limit = <T>(task: () => Promise<T>, isUrgent?: boolean) => Promise<T>

/** Runs at most `most` tasks concurrently. The others wait in two first-in, first-out queues. */
export function createLimit(most: number): Limit {
  const urgent: (() => void)[] = []
  const usual: (() => void)[] = []
  let running = 0

  return async function limit(task, isUrgent = false) {
    if (running >= most) await new Promise<void>((start) => (isUrgent ? urgent : usual).push(start))
    else running += 1
    try {
      return await task()
    } finally {
      // The next task takes over this slot, so `running` does not change.
      const next = urgent.shift() ?? usual.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** Runs at most `most` tasks concurrently. The others wait in a first-in, first-out queue. */
export function createLimit(most: number) {
  const waiting: (() => void)[] = []
  let running = 0

  return async function limit<T>(task: () => Promise<T>): Promise<T> {
    if (running >= most) await new Promise<void>((start) => waiting.push(start))
    else running += 1
    try {
      return await task()
    } finally {
      // The next task takes over this slot, so `running` does not change.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** Lets at most `most` tasks run at a time; the rest wait their turn in the order in which they came. */
export function createLimit(most: number) {
  const waiting: (() => void)[] = []
  let running = 0

  return async function limit<T>(task: () => Promise<T>): Promise<T> {
    if (running >= most) await new Promise<void>((turn) => waiting.push(turn))
    else running += 1
    try {
      return await task()
    } finally {
      // the place is handed on, so that `running` stays right in between
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
